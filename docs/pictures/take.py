"""Take the README's pictures from a running demo: ``python docs/pictures/take.py http://127.0.0.1:8000``.

Needs chromium and the browser packages of the development requirements.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

EDITION = "contact-days-2026"
HERE = Path(__file__).parent
LAPTOP = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
ORGANISER, AMBASSADOR = 0, 3  # as the demo lists them
MEETING = ".entry:has-text('Subject:')"


def take_all(site: str) -> None:
    """Write the pictures beside this script."""
    with _browser() as browser:
        _picture(_page(browser, LAPTOP), f"{site}/en/{EDITION}/", "front")
        _picture(_page(browser, LAPTOP), f"{site}/en/{EDITION}/press/releases/programme/", "release")
        phone = _signed_in(browser, PHONE, site, AMBASSADOR)
        _picture(phone, f"{site}/en/{EDITION}/agenda/", "agenda-phone", MEETING)
        organiser = _signed_in(browser, {"width": 1280, "height": 640}, site, ORGANISER)
        _picture(organiser, f"{site}/en/{EDITION}/organiser/plans/1/", "plan")


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


def _page(browser: Browser, size: dict[str, int]) -> Page:
    return browser.new_context(viewport=size, color_scheme="light").new_page()  # type: ignore[arg-type]


def _signed_in(browser: Browser, size: dict[str, int], site: str, who: int) -> Page:
    page = _page(browser, size)
    page.goto(f"{site}/en/{EDITION}/account/demo/")
    page.get_by_role("button", name="Sign in as").nth(who).click()
    page.wait_for_load_state()
    return page


def _picture(page: Page, address: str, name: str, from_on: str = "") -> None:
    """Take what stands at ``address``, from the first element that ``from_on`` selects, else from the top."""
    page.goto(address)
    page.evaluate("document.fonts.ready")
    if from_on:
        page.locator(from_on).first.evaluate("element => scrollTo(0, element.offsetTop - 16)")
    page.screenshot(path=HERE / f"{name}.png")


if __name__ == "__main__":
    take_all(sys.argv[1].rstrip("/"))
