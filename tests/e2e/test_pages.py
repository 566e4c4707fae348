"""Every page in a browser: accessible, quiet, at home, and narrow enough."""

from dataclasses import dataclass, field

import pytest

from contactdays.core.text import LANGUAGES
from tests.e2e.people import AMBASSADOR, ORGANISER, sign_in
from tests.e2e.schemes import SCHEMES

pytestmark = pytest.mark.browser

NOBODY = ""
PAGES = {
    NOBODY: (
        "",
        "programme/",
        "programme/2026-02-02/",
        "programme/2026-02-06/",
        "programme/PREMIER/",
        "programme/EVENING/",
        "components/",
        "components/?shell=participant",
        "components/?shell=public",
        "accessibility/",
        "privacy/",
        "account/sign-in/",
        "account/demo/",
        "nothing-here/",
    ),
    AMBASSADOR: ("agenda/", "agenda/calendar/"),
    ORGANISER: (
        "organiser/board/",
        "organiser/board/?plan=draft&who=post:NBO",
        "organiser/board/?who=embassy&region=africa&kind=bilateral",
        "organiser/board/2026-02-04/",
        "organiser/board/2026-02-04/14:00/",
        "organiser/sessions/PREMIER/",
        "organiser/plans/2/figures/",
        "organiser/plans/draft/figures/",
        "organiser/plans/",
        "organiser/plans/2/",
        "organiser/plans/draft/",
        "organiser/people/",
        "organiser/people/?q=nobody",
        "organiser/people/NBO/agenda/",
        "organiser/import/",
    ),
}


@dataclass
class Heard:
    """What a browser complained of and asked elsewhere while it showed pages."""

    host: str
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def listen(self, page):
        page.on("console", lambda message: self.note(page, message))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self.ask(request.url))

    def note(self, page, message):
        not_found = "status of 404" in message.text and "nothing-here" in page.url
        if message.type in {"error", "warning"} and not not_found:
            self.complaints.append(f"{page.url}: {message.text}")

    def ask(self, url):
        if not url.startswith(self.host):
            self.elsewhere.append(url)


def _page(chromium, site, who, **options):
    """A page of a browser in which ``who`` is signed in."""
    page = chromium.new_context(**options).new_page()
    return page if who == NOBODY else sign_in(page, site, who)


def _visits(page, site, paths):
    for language in LANGUAGES:
        for path in paths:
            page.goto(f"{site}/{language}/week-2026/{path}")
            yield f"{language} {path}"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("who", PAGES)
def test_pages_are_accessible_and_load_nothing_from_elsewhere(chromium, site, who, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (make test)").Axe()
    page, heard, violations = _page(chromium, site, who, color_scheme=scheme), Heard(site), {}
    heard.listen(page)
    for visit in _visits(page, site, PAGES[who]):
        found = axe.run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
        if found:
            violations[visit] = [(rule["id"], [node["html"] for node in rule["nodes"][:3]]) for rule in found]
    page.context.close()
    assert (violations, heard.complaints, heard.elsewhere) == ({}, [], [])


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("who", PAGES)
def test_pages_do_not_scroll_sideways(chromium, site, who, width):
    page = _page(chromium, site, who, viewport={"width": width, "height": 800})
    overflow = {
        visit: wide
        for visit in _visits(page, site, PAGES[who])
        if (wide := page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")) > 0
    }
    page.context.close()
    assert overflow == {}


def test_calendar_address_is_opened_and_revoked_with_the_keyboard(chromium, site):
    page = _page(chromium, site, AMBASSADOR)
    page.goto(f"{site}/en/week-2026/agenda/calendar/")
    page.get_by_role("button", name="Open an address with everything").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your new address").wait_for()
    assert page.get_by_role("link", name="Subscribe on this device").get_attribute("href").startswith("webcal://")
    page.get_by_role("button", name="Revoke").focus()
    page.keyboard.press("Enter")
    page.get_by_text("No address is in use.").wait_for()
    page.context.close()


def test_first_stop_of_the_tab_key_leads_to_the_content(chromium, site):
    page = _page(chromium, site, NOBODY)
    page.goto(f"{site}/de/week-2026/programme/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.context.close()


def test_language_switch_stays_on_the_page(chromium, site):
    page = _page(chromium, site, ORGANISER)
    page.goto(f"{site}/nl/week-2026/organiser/people/?q=nairobi")
    page.get_by_role("link", name="FR Français").click()
    assert page.url == f"{site}/fr/week-2026/organiser/people/?q=nairobi"
    assert page.get_by_role("heading", level=1).text_content() == "Personnes"
    page.context.close()
