"""The organiser's way through the week with the keyboard alone, and the board at the sizes it is read at."""

import io

import pikepdf
import pytest

from tests.e2e.people import AMBASSADOR, ORGANISER, sign_in

pytestmark = pytest.mark.browser

SLOT = "/en/week-2026/organiser/board/2026-02-04/14:00/"


@pytest.fixture
def desk(chromium, site):
    """A page of a browser in which the organiser is signed in."""
    page = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    yield sign_in(page, site, ORGANISER)
    page.context.close()


def press_until(page, selector, *, most=80):
    """Press Tab until what ``selector`` names has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached with {most} steps of the Tab key")


def test_board_leads_to_a_slot_to_an_agenda_and_back_with_the_keyboard(desk, site):
    desk.goto(f"{site}/en/week-2026/organiser/board/")
    press_until(desk, f'a[href="{SLOT}"]')
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**{SLOT}")
    press_until(desk, 'a[href="/en/week-2026/organiser/people/NBO/agenda/"]')
    desk.keyboard.press("Enter")
    desk.get_by_role("heading", level=1, name="An Head-Nbo").wait_for()
    desk.go_back()  # the browser’s own key, which a headless one does not know
    desk.wait_for_url(f"**{SLOT}")
    press_until(desk, 'main a[href="/en/week-2026/organiser/board/"]')
    desk.keyboard.press("Enter")
    desk.get_by_role("heading", level=1, name="Week").wait_for()


def test_somebody_is_looked_for_with_the_keyboard(desk, site):
    desk.goto(f"{site}/en/week-2026/organiser/board/")
    press_until(desk, "#who")
    desk.keyboard.type("nairobi")
    desk.keyboard.press("Enter")
    desk.get_by_role("list", name="Embassy in Nairobi").first.wait_for()
    press_until(desk, "#shown > p > a")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/organiser/board/")


@pytest.mark.parametrize("width", [1280, 1680])
def test_stave_keeps_sessions_on_the_line_of_their_room(desk, site, width):
    desk.set_viewport_size({"width": width, "height": 900})
    desk.goto(f"{site}/en/week-2026/organiser/board/")
    room = desk.locator(".stave").first.locator(".room").first.bounding_box()
    tops = [each.bounding_box()["y"] for each in desk.locator(".stave").first.locator(".sessions .bar").all()]
    assert tops == [pytest.approx(room["y"], abs=2)] * 2
    focusable = desk.locator(".sessions a").first.bounding_box()
    assert focusable["height"] >= 24


def test_board_is_an_agenda_on_a_phone(desk, site):
    desk.set_viewport_size({"width": 390, "height": 800})
    desk.goto(f"{site}/en/week-2026/organiser/board/")
    lefts = [each.bounding_box()["x"] for each in desk.locator(".sessions a").all()]
    tops = [each.bounding_box()["y"] for each in desk.locator(".sessions a").all()]
    assert (len(set(lefts)), tops) == (1, sorted(tops))


@pytest.mark.parametrize(
    "address",
    [
        "board/?who=organisation:LONG",
        "board/?who=person:leila",
        "board/2026-02-04/16:00/",
        "plans/1/figures/",
        "sessions/EVENING/",
    ],
)
@pytest.mark.parametrize("width", [320, 390, 1024, 1280, 1680])
def test_long_and_right_to_left_names_do_not_break_a_page(desk, site, address, width):
    desk.set_viewport_size({"width": width, "height": 800})
    desk.goto(f"{site}/nl/week-2026/organiser/{address}")
    wide = desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == 0


def test_board_prints_a_day_a_page(desk, site):
    desk.goto(f"{site}/en/week-2026/organiser/board/")
    with pikepdf.open(io.BytesIO(desk.pdf(prefer_css_page_size=True))) as printed:
        sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in printed.pages}
        assert (len(printed.pages), sizes) == (5, {(842, 595)})


def test_board_shows_what_one_chooses_without_being_loaded_anew_and_says_so(desk, site):
    desk.goto(f"{site}/en/week-2026/organiser/board/")
    assert desk.locator("#said").inner_text() == "The board shows everything."
    desk.evaluate("window.loadedOnce = true")
    desk.focus("#region")
    desk.select_option("#region", "africa")
    desk.locator("#said", has_text="what you chose").wait_for(state="attached")
    desk.wait_for_url("**region=africa**")
    assert desk.evaluate("[window.loadedOnce, document.activeElement.id]") == [True, "region"]
    assert desk.locator("#score").count() == 1


def test_agenda_brings_now_and_next_up_to_date_by_itself(desk, site):
    desk.context.clear_cookies()
    sign_in(desk, site, AMBASSADOR)
    desk.evaluate("window.loadedOnce = true; document.querySelector('#at-present h2').textContent = 'stale'")
    desk.evaluate(
        "htmx.ajax('GET', location.pathname, {source: '#at-present', target: '#at-present', swap: 'outerHTML'})"
    )
    desk.get_by_text("stale", exact=True).wait_for(state="detached")
    assert desk.evaluate("window.loadedOnce") is True
    assert desk.locator("#at-present").count() == 1
