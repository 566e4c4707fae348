"""The press room in a browser: accessible, quiet, at home, narrow enough, and copied with one press."""

import pytest

from contactdays.core.text import LANGUAGES
from tests.e2e.schemes import SCHEMES
from tests.e2e.test_pages import Heard

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "programme/OPEN/",
    "press/",
    "press/releases/announcement/",
    "press/releases/announcement/v1/",
    "press/releases/programme-note/",
    "press/releases/mistake/",
    "press/archive/",
    "press/archive/2026/",
    "press/themes/veerkracht/",
    "press/search/",
    "press/search/?q=lead",
    "press/search/?q=nobody-wrote-this",
)
QUOTATION = "“Wie goed luistert, merkt het eerder.\nDaarom zijn wij hier.”\nMarieke Voorbeeld, minister"
RELEASE = "nl/week-2026/press/releases/announcement/"


class HeardWithWithdrawals(Heard):
    """The answer 410 of a withdrawn release is no complaint."""

    def note(self, page, message):
        if "mistake" not in page.url or "status of 410" not in message.text:
            super().note(page, message)


def _visits(page, site):
    for language in LANGUAGES:
        for path in PAGES:
            page.goto(f"{site}/{language}/week-2026/{path}")
            yield f"{language} {path}"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_press_room_is_accessible_and_loads_nothing_from_elsewhere(chromium, site_with_releases, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (make test)").Axe()
    page, violations = chromium.new_context(color_scheme=scheme).new_page(), {}
    heard = HeardWithWithdrawals(site_with_releases)
    heard.listen(page)
    for visit in _visits(page, site_with_releases):
        found = axe.run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
        if found:
            violations[visit] = [(rule["id"], [node["html"] for node in rule["nodes"][:3]]) for rule in found]
    page.context.close()
    assert (violations, heard.complaints, heard.elsewhere) == ({}, [], [])


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_press_room_does_not_scroll_sideways(chromium, site_with_releases, width):
    page = chromium.new_context(viewport={"width": width, "height": 800}).new_page()
    overflow = {
        visit: wide
        for visit in _visits(page, site_with_releases)
        if (wide := page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")) > 0
    }
    page.context.close()
    assert overflow == {}


def test_text_address_and_quotation_are_copied(chromium, site_with_releases):
    context = chromium.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page, copied = context.new_page(), {}
    page.goto(f"{site_with_releases}/{RELEASE}")
    for name in ("De hele tekst kopiëren", "Het adres kopiëren", "Het citaat kopiëren"):
        page.get_by_role("button", name=name).press("Enter")
        page.get_by_role("status").get_by_text("Gekopieerd").wait_for()
        copied[name] = page.evaluate("navigator.clipboard.readText()")
    whole = page.request.get(f"{site_with_releases}/{RELEASE.removesuffix('/')}.txt").text()
    context.close()
    assert copied == {
        "De hele tekst kopiëren": whole,
        "Het adres kopiëren": f"{site_with_releases}/{RELEASE}",
        "Het citaat kopiëren": QUOTATION,
    }


def test_without_script_nothing_is_missing_and_no_button_does_nothing(chromium, site_with_releases):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_with_releases}/{RELEASE}")
    buttons = [each for each in page.get_by_role("button").all() if each.is_visible()]
    page.get_by_role("link", name="Tekst om te kopiëren").click()
    text = page.locator("pre").inner_text()
    page.context.close()
    assert buttons == []
    assert text.startswith("Alle posthoofden vijf dagen samen in Brussel")


def test_release_on_paper_ends_with_whom_to_ask(chromium, site_with_releases):
    page = chromium.new_context(viewport={"width": 794, "height": 1123}).new_page()
    page.emulate_media(media="print")
    page.goto(f"{site_with_releases}/{RELEASE}")
    lowest = page.evaluate(
        "[...document.querySelectorAll('.side > section')].filter(each => each.offsetParent)"
        ".sort((one, other) => other.getBoundingClientRect().bottom - one.getBoundingClientRect().bottom)[0].className"
    )
    page.context.close()
    assert "talk" in lowest.split()
