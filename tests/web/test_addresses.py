"""From an address to its language and edition, and back."""

import pytest

from contactdays.core.scope import current_scope
from contactdays.editions.models import Edition
from contactdays.web.parts.addresses import safe_next

FRONT = "/nl/week-2026/"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("it,fr-CA;q=0.7,en;q=0.2", "fr"),
        ("it,ja", "nl"),
        ("", "nl"),
        ("en;q=0, nl;q=0.1", "nl"),
        ("not a header at all;;;=", "nl"),
    ],
)
def test_door_leads_to_the_week_in_the_first_language_accepted_else_the_editions_own(client, week, accepted, language):
    response = client.get("/", headers={"Accept-Language": accepted})
    found = response.status_code, response.headers["Location"], response.headers["Vary"]
    assert found == (302, f"/{language}/week-2026/", "Accept-Language")


def test_door_says_in_the_visitors_language_that_there_is_no_week_yet(client, db):
    response = client.get("/", headers={"Accept-Language": "fr"})
    assert response.status_code == 404
    assert response.headers["Content-Language"] == "fr"
    assert "Aucune semaine n’est encore préparée" in response.content.decode()


@pytest.mark.parametrize("path", ["/xx/week-2026/", "/nl/week-1999/", "/nl/", "/nl/week-2026/nothing/", "/nothing"])
def test_unknown_language_edition_or_page_is_not_found(client, week, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_page_says_its_language_and_offers_the_same_page_in_the_others(client, week, language):
    response = client.get(f"/{language}/week-2026/programme/?day=2")
    page = response.content.decode()
    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}">' in page
    offered = {other: f'href="/{other}/week-2026/programme/?day=2"' in page for other in ("nl", "fr", "de", "en")}
    assert offered == {other: other != language for other in offered}


@pytest.mark.parametrize("path", [FRONT, f"{FRONT}programme/", f"{FRONT}accessibility/", f"{FRONT}privacy/"])
def test_public_page_knows_nobody(client, week, path):
    client.force_login(week.organiser)
    response = client.get(path)
    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")
    client.logout()
    assert client.get(path).content == response.content


def test_personal_page_is_kept_nowhere(client, week):
    client.force_login(week.organiser)
    kept = {path: client.get(f"{FRONT}{path}").headers["Cache-Control"] for path in ("organiser/plans/", "agenda/")}
    assert kept == {"organiser/plans/": "no-store", "agenda/": "no-store"}


def test_every_page_forbids_inline_script_and_other_hosts(client, week):
    policy = client.get(FRONT).headers["Content-Security-Policy"]
    assert dict(part.split(" ", 1) for part in policy.split("; ")) == {
        "default-src": "'none'",
        "style-src": "'self'",
        "font-src": "'self'",
        "img-src": "'self'",
        "script-src": "'self'",
        "worker-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_scope_ends_with_the_answer(client, week):
    client.get(FRONT)
    assert current_scope() is None


def test_health_is_told_without_an_edition(client, db):
    assert Edition.objects.count() == 0
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_search_engines_are_kept_off_what_is_not_public(client, db):
    assert client.get("/robots.txt").content.decode() == (
        "User-agent: *\n"
        "Disallow: /*/*/agenda/\nDisallow: /*/*/calendar/\nDisallow: /*/*/organiser/\n"
        "Disallow: /*/*/press-office/\nDisallow: /*/*/account/\n"
        "\nSitemap: http://testserver/sitemap.xml\n"
    )


HOSTILE = [
    "https://evil.example/nl/week-2026/",
    "//evil.example/nl/week-2026/",
    "///evil.example/nl/week-2026/",
    "/\\evil.example/nl/week-2026/",
    "\\\\evil.example/nl/week-2026/",
    "javascript:alert(1)//nl/week-2026/",
    "http:nl/week-2026/",
    " //evil.example/nl/week-2026/",
    "/nl/week-2027/agenda/",
    "nl/week-2026/agenda/",
    "/",
    "",
    "\x00/nl/week-2026/agenda/",
    "https:///evil.example/week-2026/x",
]


@pytest.mark.parametrize("onward", HOSTILE)
def test_next_leads_to_pages_of_this_week_only(rf, onward):
    request = rf.get("/nl/week-2026/account/sign-in/", {"next": onward})
    request.edition = Edition(code="week-2026")
    assert safe_next(request) is None


def test_next_leads_back_to_where_one_was(rf):
    request = rf.get("/nl/week-2026/account/sign-in/", {"next": "/fr/week-2026/organiser/people/?q=a"})
    request.edition = Edition(code="week-2026")
    assert safe_next(request) == "/fr/week-2026/organiser/people/?q=a"
