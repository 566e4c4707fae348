"""Reading public pages: with the keyboard, on a narrow screen, enlarged, spaced out, without script, on paper."""

import io

import pikepdf
import pytest

pytestmark = pytest.mark.browser

PATHS = ("", "programme/", "programme/2026-02-02/", "programme/PREMIER/", "accessibility/", "privacy/")
LANGUAGES_READ = ("nl", "de")  # the longest words
WORDS = """() => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode, holder = text.parentElement, words = text.textContent.trim();
    if (!words || holder.closest("[aria-hidden=true]")) continue;
    if (holder.checkVisibility({visibilityProperty: true, opacityProperty: true})) found.push(words);
  }
  return found;
}"""
CUT = """() => [...document.querySelectorAll("main *")]
  .filter(each => !each.closest("[aria-hidden=true], .vh, svg, .score.board"))
  .filter(each => getComputedStyle(each).overflowX === "hidden" && each.scrollWidth > each.clientWidth + 1)
  .map(each => each.className + ": " + each.textContent.trim())"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""


def opened(chromium, width=1280, height=1024, **options):
    return chromium.new_context(viewport={"width": width, "height": height}, **options).new_page()


def addresses(site):
    return [f"{site}/{language}/week-2026/{path}" for language in LANGUAGES_READ for path in PATHS]


def told(page, address):
    """The words a reader sees, what is cut off, and by how much the page is too wide."""
    page.goto(address)
    return page.evaluate(WORDS), page.evaluate(CUT), page.evaluate(SIDEWAYS)


def test_nothing_is_lost_at_320_pixels_or_fourfold_enlargement(chromium, site):
    wide, narrow = opened(chromium), opened(chromium, width=320, height=256)  # 1280 × 1024 enlarged fourfold
    lost = {}
    for address in addresses(site):
        words, _cut, _sideways = told(wide, address)
        found = told(narrow, address)
        if found != (words, [], 0):
            lost[address] = ([each for each in words if each not in found[0]], *found[1:])
    wide.context.close()
    narrow.context.close()
    assert lost == {}


def test_nothing_is_lost_when_readers_space_out_the_text(chromium, site):
    page, lost = opened(chromium, width=390, bypass_csp=True), {}
    for address in addresses(site):
        words, _cut, _sideways = told(page, address)
        page.add_style_tag(content=SPACED)
        found = page.evaluate(WORDS), page.evaluate(CUT), page.evaluate(SIDEWAYS)
        if found != (words, [], 0):
            lost[address] = found[1:]
    page.context.close()
    assert lost == {}


def test_page_is_the_same_to_a_browser_without_script(chromium, site):
    without = opened(chromium, java_script_enabled=False)
    without.goto(f"{site}/en/week-2026/programme/")
    assert without.get_by_role("heading", level=1).text_content() == "Public programme"
    assert without.get_by_role("link", name="PREMIER en").is_visible()
    without.context.close()


def test_reader_goes_from_the_programme_to_a_session_and_changes_language_with_the_keyboard(chromium, site):
    page = opened(chromium)
    page.goto(f"{site}/en/week-2026/programme/")
    press(page, "Skip to content")
    assert page.url.endswith("/en/week-2026/programme/#main")
    press(page, "PREMIER en")
    page.wait_for_url("**/en/week-2026/programme/PREMIER/")
    press(page, "Français")
    page.wait_for_url("**/fr/week-2026/programme/PREMIER/")
    assert page.get_by_role("heading", level=1).text_content() == "PREMIER fr"
    press(page, "Lundi 2 février")
    page.wait_for_url("**/fr/week-2026/programme/2026-02-02/")
    page.context.close()


def press(page, words, *, most=60):
    """Go on with the Tab key to the link with these words and press Enter; each focus on the way can be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => { const at = document.activeElement, box = at.getBoundingClientRect();
            return [at.textContent.trim(), getComputedStyle(at).outlineStyle !== "none" && box.width > 0 &&
              at.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))]; }"""
        )
        assert focused[1], f"the focus is not seen on “{focused[0]}”"
        if focused[0] == words:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"“{words}” is not reached with {most} steps of the Tab key")


@pytest.mark.parametrize("path", ["programme/2026-02-02/", "programme/PREMIER/"])
def test_day_and_session_fit_on_one_sheet(chromium, site, path):
    page = opened(chromium)
    page.goto(f"{site}/de/week-2026/{path}")
    with pikepdf.open(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))) as paper:
        assert len(paper.pages) == 1
    page.context.close()


def test_programme_says_what_is_on_during_the_week(chromium, site_in_the_week):
    page = opened(chromium)
    page.goto(f"{site_in_the_week}/en/week-2026/programme/")
    assert page.locator(".entry.past").count() == 3
    page.context.close()
