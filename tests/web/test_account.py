"""Signing in and out; the demo's sign-in, and that nothing but a demo has it."""

import pytest
from django.conf import settings as real_settings
from django.http import Http404
from django.test import override_settings

from contactdays.core.scope import edition_scope
from contactdays.web.account import demo
from contactdays.web.account.demo import DemoPerson, demo_people
from contactdays.web.urls import addresses

SIGN_IN = "/en/week-2026/account/sign-in/"
DEMO = "/en/week-2026/account/demo/"


class AsDemo:
    urlpatterns = addresses(demo=True)


@pytest.fixture
def demonstration(client):
    with override_settings(DEMO=True, ROOT_URLCONF=AsDemo):
        yield client


def _is_signed_in(client):
    return "_auth_user_id" in client.session


def test_demo_lists_who_one_can_be(demonstration, week):
    with edition_scope(week.edition):
        people = demo_people()
    assert people == (
        DemoPerson(week.organiser.pk, "Organ Iser", "organiser"),
        DemoPerson(week.press_officer.pk, "Press week-2026", "press officer"),
        DemoPerson(week.company.pk, "An Person-Acme", "Acme nv"),
        DemoPerson(week.ambassador.pk, "An Head-Nbo", "Embassy in Nairobi"),
    )
    assert demonstration.get(DEMO).content.decode().count('name="person"') == 4


@pytest.mark.parametrize(
    ("person", "home"),
    [
        ("organiser", "organiser/plans/"),
        ("press_officer", "press-office/"),
        ("ambassador", "agenda/"),
        ("company", "agenda/"),
    ],
)
def test_demo_signs_in_and_leads_home(demonstration, week, person, home):
    response = demonstration.post(DEMO, {"person": getattr(week, person).pk})
    assert response.headers["Location"] == f"/en/week-2026/{home}"
    assert demonstration.get(response.headers["Location"]).status_code == 200


def test_demo_leads_back_to_where_one_was_going(demonstration, week):
    onward = "/en/week-2026/agenda/calendar/"
    assert f'name="next" value="{onward}"' in demonstration.get(f"{DEMO}?next={onward}").content.decode()
    response = demonstration.post(DEMO, {"person": week.ambassador.pk, "next": onward})
    assert response.headers["Location"] == onward
    response = demonstration.post(DEMO, {"person": week.ambassador.pk, "next": "https://evil.example/nl/week-2026/"})
    assert response.headers["Location"] == "/en/week-2026/agenda/"


@pytest.mark.parametrize("person", ["", "0", "999999", "x", "1 OR 1=1"])
def test_demo_lets_one_be_nobody_else(demonstration, week, person):
    assert demonstration.post(DEMO, {"person": person}).status_code == 404
    assert not _is_signed_in(demonstration)


def test_outside_a_demo_there_is_no_such_address(client, week):
    assert real_settings.DEMO is False
    assert client.get(DEMO).status_code == 404
    assert client.post(DEMO, {"person": week.organiser.pk}).status_code == 404
    assert not _is_signed_in(client)


def test_outside_a_demo_the_functions_refuse_even_when_reached(rf, week):
    request = rf.post(DEMO, {"person": week.organiser.pk})
    request.edition, request.language = week.edition, "en"
    with pytest.raises(Http404):
        demo.show(request)
    with pytest.raises(Http404):
        demo.sign_in_as(request, week.organiser)
    assert not hasattr(request, "session")


def test_sign_in_page_says_who_gives_access_and_asks_for_nothing(client, week):
    page = client.get(SIGN_IN).content.decode()
    assert "Access is opened by the organisers of the week" in page
    assert {"form": "<form" in page, "demo": "invented person" in page} == {"form": False, "demo": False}


def test_sign_in_page_of_a_demo_leads_to_the_invented_people(demonstration, week):
    page = demonstration.get(f"{SIGN_IN}?next=/en/week-2026/agenda/").content.decode()
    assert f'href="{DEMO}?next=%2Fen%2Fweek-2026%2Fagenda%2F"' in page


def test_signing_in_changes_the_session_and_signing_out_ends_it(demonstration, week):
    demonstration.get(DEMO)
    demonstration.post(DEMO, {"person": week.organiser.pk})
    before = demonstration.session.session_key
    response = demonstration.post("/en/week-2026/account/sign-out/")
    assert response.headers["Location"] == "/en/week-2026/"
    assert demonstration.get("/en/week-2026/organiser/plans/").status_code == 302
    demonstration.post(DEMO, {"person": week.organiser.pk})
    assert demonstration.session.session_key not in (None, before)
