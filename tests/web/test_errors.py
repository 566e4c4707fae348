"""What people read when something is wrong."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client, override_settings
from django.urls import path

from contactdays.web import errors, policy
from contactdays.web.urls import addresses

BROKEN = {
    "nl": "Er ging iets mis aan onze kant",
    "fr": "Une erreur s’est produite de notre côté",
    "de": "Auf unserer Seite ist ein Fehler aufgetreten",
    "en": "Something went wrong on our side",
}
NOT_FOUND = {
    "nl": "Deze pagina bestaat niet, of niet voor u",
    "fr": "Cette page n’existe pas, ou pas pour vous",
    "de": "Diese Seite gibt es nicht, oder nicht für Sie",
    "en": "This page does not exist, or not for you",
}


def fail(request, **kwargs):
    raise {"broken": RuntimeError, "refused": PermissionDenied, "odd": SuspiciousOperation}[request.GET["how"]]()


class Failing:
    urlpatterns = [*addresses(demo=False), path("<language:language>/<edition:edition>/fail/", fail, name="fail")]
    handler400, handler403 = errors.bad_request, errors.not_allowed
    handler404, handler500 = errors.not_found, errors.broken


@pytest.fixture
def failing(monkeypatch, client):
    monkeypatch.setitem(policy.AUDIENCES, "fail", policy.Audience.PUBLIC)
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=Failing):
        yield client


@pytest.mark.parametrize(
    ("how", "status", "said"),
    [
        ("broken", 500, "Something went wrong on our side"),
        ("refused", 403, "This is not open to you"),
        ("odd", 400, "This request cannot be read"),
    ],
)
def test_failure_is_said_in_words_with_the_shell_of_the_week(failing, week, how, status, said):
    response = failing.get(f"/en/week-2026/fail/?how={how}")
    page = response.content.decode()
    assert (response.status_code, response.headers["Cache-Control"]) == (status, "no-store")
    assert f"<h1>{said}</h1>" in page
    assert 'href="/en/week-2026/"' in page
    assert "Traceback" not in page


@pytest.mark.parametrize("language", BROKEN)
def test_failure_is_said_in_the_language_of_the_address(failing, week, language):
    response = failing.get(f"/{language}/week-2026/fail/?how=broken")
    assert f"<h1>{BROKEN[language]}</h1>" in response.content.decode()


@pytest.mark.parametrize("language", NOT_FOUND)
def test_unknown_page_outside_any_week_is_said_in_the_language_of_the_browser(client, db, language):
    response = client.get("/nowhere", headers={"Accept-Language": language})
    assert response.status_code == 404
    assert response.headers["Content-Language"] == language
    assert f"<h1>{NOT_FOUND[language]}</h1>" in response.content.decode()


def test_what_one_may_not_know_of_looks_like_what_is_not_there(client, week):
    client.force_login(week.ambassador)
    forbidden = client.get("/nl/week-2026/organiser/plans/").content.decode()
    absent = client.get("/nl/week-2026/organiser/plansx/").content.decode()
    assert forbidden == absent.replace("plansx", "plans")


def test_form_without_its_token_changes_nothing(week):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(week.ambassador)
    refused = {path: strict.post(f"/de/week-2026/{path}") for path in ("agenda/calendar/open/", "account/sign-out/")}
    strict.force_login(week.organiser)
    for place in ("organiser/import/", "organiser/import/confirm/"):
        refused[place] = strict.post(f"/de/week-2026/{place}")
    assert {path: response.status_code for path, response in refused.items()} == dict.fromkeys(refused, 403)
    assert all("Das Formular wurde nicht angenommen" in response.content.decode() for response in refused.values())
