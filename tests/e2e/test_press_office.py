"""The press office in a browser: every page accessible, and a release on its way from the first word to the world."""

import re

import pytest

from contactdays.core.text import LANGUAGES
from tests.e2e.schemes import SCHEMES

pytestmark = pytest.mark.browser

WRITER = "Press week-2026"
NEW = "/en/week-2026/press-office/releases/new/"
PUBLIC = "/nl/week-2026/press/releases/walk/"
BODY = "De eerste alinea is de lead.\n\n## Programma\n\nEen tweede alinea."


def _signed_in(chromium, site, name=WRITER, **options):
    page = chromium.new_context(**options).new_page()
    page.goto(f"{site}/en/week-2026/account/demo/")
    page.get_by_role("button", name=f"Sign in as {name}", exact=True).click()
    page.wait_for_url("**/press-office/")
    return page


def _second_person(chromium, site):
    """Another press officer, whoever the demo lists."""
    page = chromium.new_context().new_page()
    page.goto(f"{site}/en/week-2026/account/demo/")
    officers = page.get_by_role("listitem").filter(has_text="press officer").filter(has_not_text=WRITER)
    officers.first.get_by_role("button").click()
    page.wait_for_url("**/press-office/")
    return page


def _paths(page, site):
    """Every page of the press office: the overview, forms, each release whatever its state, previews, the roster."""
    page.goto(f"{site}/en/week-2026/press-office/")
    links = page.locator(".releases .nm a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    tokens = [re.search(r"releases/([^/]+)/", link)[1] for link in links]
    yield from ("", "releases/new/", "import/", "spokespersons/")
    for token in tokens:
        yield f"releases/{token}/?when=2026-03-02T08:30&zone=America/New_York"
    yield f"releases/{tokens[0]}/nl/preview/"
    yield f"releases/{tokens[0]}/de/edit/"
    yield f"releases/{tokens[0]}/discard/"


def _axe():
    return pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (make test)").Axe()


def _faults(axe, page):
    found = axe.run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"][:3]]) for rule in found]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_are_accessible_in_four_languages(chromium, site_of_the_press_office, scheme):
    site, axe, violations = site_of_the_press_office, _axe(), {}
    page = _signed_in(chromium, site, color_scheme=scheme)
    for path in list(_paths(page, site)):
        for language in LANGUAGES:
            page.goto(f"{site}/{language}/week-2026/press-office/{path}")
            if faults := _faults(axe, page):
                violations[language, path] = faults
    page.context.close()
    assert violations == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_refusals_are_accessible_in_four_languages(chromium, site_of_the_press_office, scheme):
    site, axe, violations = site_of_the_press_office, _axe(), {}
    page = _signed_in(chromium, site, color_scheme=scheme)
    for language in LANGUAGES:
        page.goto(f"{site}/{language}/week-2026/press-office/releases/new/")
        page.locator("button[name=act][value=save]").last.click()
        page.locator("#title[aria-invalid=true]").wait_for()
        violations[language, "form"] = _faults(axe, page)
        page.goto(f"{site}/{language}/week-2026/press-office/import/")
        broken = {"name": "broken.md", "mimeType": "text/markdown", "buffer": b"+++\ndate = 2026-02-30\n+++\n"}
        page.locator("#release").set_input_files(broken)
        page.locator("main form button").click()
        page.locator("main table").wait_for()
        violations[language, "file"] = _faults(axe, page)
    page.context.close()
    assert {place: faults for place, faults in violations.items() if faults} == {}


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_pages_do_not_scroll_sideways(chromium, site_of_the_press_office, width):
    site = site_of_the_press_office
    page = _signed_in(chromium, site, viewport={"width": width, "height": 800})
    overflow = {}
    for path in list(_paths(page, site)):
        page.goto(f"{site}/de/week-2026/press-office/{path}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide:
            overflow[path] = wide
    page.context.close()
    assert overflow == {}


def test_preview_follows_what_is_typed(chromium, site_of_the_press_office):
    page = _signed_in(chromium, site_of_the_press_office)
    page.goto(f"{site_of_the_press_office}{NEW}")
    page.locator("#title").fill("Voor wie meeleest")
    page.locator("#body").fill("Een **sterk** woord <script>alert(1)</script>.")
    page.locator("#live strong", has_text="sterk").wait_for()
    assert page.locator("#live .rel-title").inner_text() == "Voor wie meeleest"
    assert page.locator("#live script").count() == 0
    page.context.close()


def test_release_goes_from_the_first_word_to_the_world(chromium, site_of_the_press_office):
    site = site_of_the_press_office
    writer, reader, world = _signed_in(chromium, site), _second_person(chromium, site), chromium.new_page()
    address = _written(writer, site)
    _translated(writer, address)
    _answered_for(reader, address)
    _put_on_the_clock(writer, address)
    assert world.goto(f"{site}{PUBLIC}").status == 404
    writer.get_by_text("Make it public now instead").click()
    writer.get_by_label("I know that it is public at once").check()
    writer.get_by_role("button", name="Make it public", exact=True).click()
    writer.get_by_text("It is public.").wait_for()
    assert world.goto(f"{site}{PUBLIC}").status == 200
    assert world.get_by_role("heading", level=1).inner_text() == "Onderweg naar de wereld"
    for page in (writer, reader):
        page.context.close()
    world.close()


def _written(page, site):
    page.goto(f"{site}{NEW}")
    page.locator("#lang").select_option("nl")
    for name, value in {"title": "Onderweg naar de wereld", "code": "walk", "place": "Brussel"}.items():
        page.locator(f"#{name}").fill(value)
    page.locator("#theme").fill("Nabijheid")
    page.locator("#date").fill("2026-02-04")
    page.locator("#body").fill(BODY)
    page.locator("#person_name-0").fill("Femke Oosterlynck")
    page.locator("#person_role-0").fill("woordvoerder")
    page.locator("#person_phone-0").fill("+32 2 000 00 02")
    page.get_by_role("button", name="Keep as a draft").click()
    page.get_by_text("Nederlands is kept.").wait_for()
    return page.url


def _translated(page, address):
    page.goto(f"{address}fr/edit/")
    page.get_by_role("heading", name="Source: Dutch").wait_for()
    page.locator("#title").fill("En route vers le monde")
    page.locator("#place").fill("Bruxelles")
    page.locator("#theme").fill("Proximité")
    page.locator("#body").fill("Le premier paragraphe est le chapeau.")
    for role in page.locator("[name=person_role]").all()[:-1]:
        role.fill("porte-parole")
    page.get_by_role("button", name="Keep as a draft").click()
    page.get_by_text("Français is kept.").wait_for()
    assert page.get_by_role("button", name="I have read it and answer for it").count() == 0


def _answered_for(page, address):
    page.goto(address)
    for name in ("Nederlands", "Français"):
        page.get_by_role("button", name=f"I have read it and answer for it {name}").click()
        page.get_by_text(f"{name} is reviewed: you answer for it.").wait_for()


def _put_on_the_clock(page, address):
    page.goto(address)
    page.locator("#when").fill("2026-02-05T08:30")
    page.get_by_role("button", name="See what will happen").click()
    page.get_by_text("Nederlands, Français: to appear on 5 February 2026, 08:30 (Brussels).").wait_for()
    page.get_by_role("button", name="Put it on the clock").click()
    page.get_by_text("It is on the clock.", exact=True).wait_for()
