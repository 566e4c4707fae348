"""Who may enter which page: every route against every kind of visitor."""

from datetime import date, time

import pytest
from django.urls import reverse

from contactdays.agendas.services import open_feed
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.people.models import Participant
from contactdays.press.models import File, Release
from contactdays.press.services.attachments import attach
from contactdays.press.services.writing import write_text
from contactdays.web.policy import AUDIENCES, Audience
from tests.factories.pictures import picture_bytes
from tests.factories.press import make_text
from tests.web.press_weeks import AFTER, fill_press_room
from tests.web.weeks import full_week

OTHER = "week-2027"
VISITORS = ("nobody", "ambassador", "company", "organiser", "press_officer", "stranger")


@pytest.fixture
def weeks(db):
    """This week and another, whose people have no part in this one."""
    this, other = full_week(), full_week(OTHER)
    _draft_of_a_release(this)
    return this, other


@pytest.fixture
def released(weeks):
    """This week with releases that have appeared, one with a picture at an address that a test can know."""
    with clock.at(AFTER):
        fill_press_room(weeks[0].edition)
        with edition_scope(weeks[0].edition):
            File.objects.filter(name="vlaggen.jpg").update(token="public-token")
        yield weeks


def _draft_of_a_release(week):
    """A draft with a picture, at addresses that a test can know."""
    with edition_scope(week.edition):
        row = write_text(make_text("draft"), edition=week.edition, actor=week.press_officer)
        attach(row.version, picture_bytes(), "square.png", actor=week.press_officer)
        Release.objects.filter(code="draft").update(token="draft-token")
        File.objects.filter(attachments__version=row.version).update(token="file-token")


def _arguments(route: str, feed: int = 0) -> dict[str, object]:
    return {
        **PRESS_OFFICE,
        **PRESS_ROOM,
        "organiser:plan": {"number": 1},
        "organiser:plan-figures": {"number": 1},
        "organiser:board-day": {"day": date(2026, 2, 4)},
        "organiser:board-slot": {"day": date(2026, 2, 4), "moment": time(14)},
        "organiser:session": {"code": "OPEN"},
        "organiser:agenda": {"code": "NBO"},
        "organiser:agenda-pdf": {"code": "NBO"},
        "participant:briefing": {"code": "M0001"},
        "participant:availability-remove": {"stretch": 0},
        "participant:calendar-revoke": {"feed": feed},
        "calendar:feed": {"secret": "guess"},
        "public:day": {"day": date(2026, 2, 2)},
        "public:session": {"code": "OPEN"},
    }.get(route, {})


_DRAFT = {"token": "draft-token"}
_TEXT = {**_DRAFT, "text_language": "nl"}
_FILE = {**_DRAFT, "file": "file-token"}
PRESS_OFFICE = {
    "press:alert-seen": {"alert": 0},
    "press:spokesperson": {"code": "PRESS"},
    "press:duty-remove": {"duty": 0},
    **{f"press:{act}": _DRAFT for act in ("release", "note", "sessions", "schedule", "publish", "unschedule")},
    **{f"press:{act}": _DRAFT for act in ("correct", "withdraw", "discard", "attach")},
    **{f"press:{act}": _TEXT for act in ("edit", "preview", "pdf", "review", "confirm")},
    **{f"press:{act}": _FILE for act in ("file", "describe", "move", "detach")},
}

_RELEASE = {"code": "announcement"}
_EARLIER = {**_RELEASE, "number": 1}
_PICTURE = {"token": "public-token", "name": "vlaggen.jpg"}
PRESS_ROOM = {
    **{f"pressroom:{each}": _RELEASE for each in ("release", "text", "release-pdf")},
    **{f"pressroom:{each}": _EARLIER for each in ("version", "version-pdf")},
    **{f"pressroom:{each}": _PICTURE for each in ("file", "small-file")},
    **{f"pressroom:{each}": {"theme": "veerkracht"} for each in ("theme", "theme-atom", "theme-rss")},
    "pressroom:year": {"year": 2026},
    "pressroom:card": {"code": "speaker"},
}


def _visit(client, visitor, weeks, route, method="get"):
    this, other = weeks
    users = {each: getattr(this, each) for each in VISITORS[1:-1]}
    if visitor != "nobody":
        client.force_login(users.get(visitor) or other.organiser)
    address = {} if route.startswith("site:") else {"language": "nl", "edition": this.edition.code}
    return getattr(client, method)(reverse(route, kwargs={**address, **_arguments(route)}))


POSTED = {
    "participant:see": "ambassador",
    "participant:availability-remove": "ambassador",
    "participant:calendar-open": "ambassador",
    "participant:calendar-revoke": "ambassador",
    "account:sign-out": "ambassador",
    "organiser:import-confirm": "organiser",
    "press:alert-seen": "press_officer",
    "press:live": "press_officer",
    "press:spokesperson": "press_officer",
    "press:duty-add": "press_officer",
    "press:duty-remove": "press_officer",
    "press:note": "press_officer",
    "press:sessions": "press_officer",
    "press:schedule": "press_officer",
    "press:publish": "press_officer",
    "press:unschedule": "press_officer",
    "press:correct": "press_officer",
    "press:withdraw": "press_officer",
    "press:attach": "press_officer",
    "press:describe": "press_officer",
    "press:move": "press_officer",
    "press:detach": "press_officer",
    "press:review": "press_officer",
    "press:confirm": "press_officer",
}
"""What changes something, and somebody who may."""
SHOWN = [route for route in AUDIENCES if route not in POSTED and route != "organiser:draft"]


def _expected(audience: Audience, visitor: str, route: str) -> int:
    if audience is Audience.SECRET_ADDRESS:
        return 404
    if route == "site:door" or (route == "account:sign-in" and visitor not in ("nobody", "stranger")):
        return 302
    if audience in (Audience.PUBLIC, Audience.ACCOUNT):
        return 200
    if visitor == "nobody":
        return 302
    admitted = {Audience.PARTICIPANT: ("ambassador", "company"), Audience.ORGANISER: ("organiser",)}
    admitted[Audience.PRESS_OFFICE] = ("press_officer",)
    if visitor not in admitted[audience]:
        return 404
    return 302 if route == "organiser:home" else 200


def test_each_page_lets_in_its_audience_and_nobody_else(client, released):
    expected = {(r, v): _expected(AUDIENCES[r], v, r) for r in SHOWN for v in VISITORS}
    found = {}
    for route, visitor in expected:
        client.logout()
        found[route, visitor] = _visit(client, visitor, released, route).status_code
    assert found == expected


@pytest.mark.parametrize("route", sorted(POSTED))
def test_what_changes_something_is_not_to_be_had_by_following_a_link(client, weeks, route):
    assert _visit(client, POSTED[route], weeks, route).status_code == 405


@pytest.mark.parametrize("route", sorted(POSTED.keys() - {"account:sign-out"}))
def test_what_changes_something_is_refused_to_all_others(client, weeks, route):
    admitted = {"participant": {"ambassador", "company"}, "organiser": {"organiser"}, "press": {"press_officer"}}[
        route.split(":")[0]
    ]
    others = [visitor for visitor in VISITORS if visitor not in admitted]
    found = {}
    for visitor in others:
        client.logout()
        found[visitor] = _visit(client, visitor, weeks, route, "post").status_code
    assert found == {visitor: 302 if visitor == "nobody" else 404 for visitor in others}


def test_nobody_is_sent_to_sign_in_and_back(client, week):
    response = client.get("/fr/week-2026/organiser/people/?q=nairobi")
    assert response.headers["Location"] == (
        "/fr/week-2026/account/sign-in/?next=%2Ffr%2Fweek-2026%2Forganiser%2Fpeople%2F%3Fq%3Dnairobi"
    )


def test_organiser_who_lost_the_role_is_told_of_no_such_page(client, week):
    client.force_login(week.organiser)
    with edition_scope(week.edition):
        week.organiser.roles.all().delete()
    assert client.get("/nl/week-2026/organiser/plans/").status_code == 404


def test_user_who_may_no_longer_sign_in_is_nobody(client, week):
    client.force_login(week.organiser)
    week.organiser.is_active = False
    week.organiser.save()
    assert client.get("/nl/week-2026/organiser/plans/").status_code == 302


def test_organiser_of_one_week_is_shown_nothing_of_another(client, weeks):
    this, other = weeks
    with edition_scope(other.edition):
        Participant.objects.filter(code="LIM").update(code="ONLY-THERE")
    client.force_login(this.organiser)
    assert client.get("/nl/week-2026/organiser/people/ONLY-THERE/agenda/").status_code == 404
    assert client.get("/nl/week-2026/organiser/people/ONLY-THERE/agenda/pdf/").status_code == 404
    assert b"ONLY-THERE" not in client.get("/nl/week-2026/organiser/people/").content


def test_nobody_revokes_the_calendar_address_of_another(client, week):
    with edition_scope(week.edition):
        owner = Participant.objects.get(user=week.company)
        feed, secret = open_feed(owner, busy_only=False, actor=week.company)
    client.force_login(week.ambassador)
    assert client.post(f"/nl/week-2026/agenda/calendar/{feed.pk}/revoke/").status_code == 404
    assert client.get(f"/nl/week-2026/calendar/{secret}.ics").status_code == 200


def test_calendar_address_answers_in_its_own_week_only(client, weeks):
    this, _other = weeks
    with edition_scope(this.edition):
        owner = Participant.objects.get(user=this.company)
        _feed, secret = open_feed(owner, busy_only=False, actor=this.company)
    assert client.get(f"/nl/{this.edition.code}/calendar/{secret}.ics").status_code == 200
    assert client.get(f"/nl/{OTHER}/calendar/{secret}.ics").status_code == 404
