"""The agenda during the week, in a browser: read, seen, who one meets, and without a network."""

import pytest

from contactdays.core.text import LANGUAGES
from tests.e2e.people import AMBASSADOR, COMPANY, sign_in
from tests.e2e.schemes import SCHEMES

pytestmark = pytest.mark.browser

WEEK = "week-2026"
PAGES = ("agenda/", "agenda/meetings/", "agenda/meetings/M0001/", "agenda/availability/", "agenda/calendar/")
KEPT = "caches.keys()"


def _signed_in(page, site, who=AMBASSADOR):
    return sign_in(page, site, who)


@pytest.fixture
def browsing(chromium):
    found = chromium.new_context()
    yield found
    found.close()


@pytest.fixture
def agenda(browsing, site_in_the_week):
    return _signed_in(browsing.new_page(), site_in_the_week)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_agenda_in_the_week_is_accessible_and_complains_of_nothing(chromium, site_in_the_week, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (make test)").Axe()
    context = chromium.new_context(color_scheme=scheme)
    page, violations, complaints = _signed_in(context.new_page(), site_in_the_week), {}, []
    page.on("console", lambda message: complaints.append(message.text) if "status of 422" not in message.text else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for language in LANGUAGES:
        for path in PAGES:
            page.goto(f"{site_in_the_week}/{language}/{WEEK}/{path}")
            violations[language, path] = _violations(axe, page)
        page.locator("button[value=full]").click()
        page.locator(".qr").wait_for()
        violations[language, "opened"] = _violations(axe, page)
        _send_an_empty_form(page, site_in_the_week, language)
        violations[language, "form with errors"] = _violations(axe, page)
    context.close()
    assert ({visit: found for visit, found in violations.items() if found}, complaints) == ({}, [])


def _send_an_empty_form(page, site, language):
    page.goto(f"{site}/{language}/{WEEK}/agenda/availability/")
    page.locator(".flist button").click()
    page.get_by_role("alert").wait_for()


def _violations(axe, page):
    found = axe.run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"][:3]]) for rule in found]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_agenda_in_the_week_does_not_scroll_sideways(chromium, site_in_the_week, width):
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page, overflow = _signed_in(context.new_page(), site_in_the_week), {}
    for language in LANGUAGES:
        for path in PAGES:
            page.goto(f"{site_in_the_week}/{language}/{WEEK}/{path}")
            overflow[language, path] = _overflow(page)
        page.locator("button[value=full]").click()
        page.locator(".qr").wait_for()
        overflow[language, "opened"] = _overflow(page)
        _send_an_empty_form(page, site_in_the_week, language)
        overflow[language, "form with errors"] = _overflow(page)
    context.close()
    assert {visit: wide for visit, wide in overflow.items() if wide > 0} == {}


def _overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_now_and_next_stand_before_everything_else(agenda):
    read = agenda.locator("main").inner_text().split()
    start = "Now Acme nv, T2 10 minutes left, until 16:35 Next 16:40 T2 Bolt nv In the same place. 2 changes"
    assert " ".join(read).partition("Head-Nbo ")[2].startswith(start)


def test_day_of_a_tab_takes_the_place_of_today(agenda):
    shown = "[...document.querySelectorAll('.ag-days section')].filter(each => each.offsetHeight).map(each => each.id)"
    seen = [agenda.evaluate(shown)]
    for tab in ("day-2026-02-02", "all-days", "day-2026-02-04"):
        agenda.locator(f'.days a[href="#{tab}"]').click()
        seen.append(agenda.evaluate(shown))
    days = ["day-2026-02-02", "day-2026-02-03", "day-2026-02-04"]
    assert seen == [days[2:], days[:1], days, days[2:]]


def test_agenda_is_kept_read_without_a_network_and_says_so(browsing, agenda, site_in_the_week):
    _kept(agenda)
    agenda.get_by_role("link", name="Who you meet: Bolt nv").click()
    agenda.get_by_role("heading", level=1, name="Bolt nv").wait_for()
    browsing.set_offline(True)
    agenda.reload()
    line = "Without a network. You read your agenda as it was on 4 February 2026, 16:25. Nothing can be sent now."
    assert agenda.get_by_role("status").inner_text() == line
    agenda.goto(f"{site_in_the_week}/en/{WEEK}/agenda/")
    assert agenda.get_by_role("status").inner_text() == line
    look = "getComputedStyle(document.querySelector('h3')).fontFamily + document.fonts.check('1rem \"CD Serif\"')"
    found = agenda.locator(".moment").is_visible(), agenda.locator(".chgs").is_visible(), agenda.evaluate(look)
    assert found[:2] == (False, True)
    assert found[2].startswith('"CD Serif"')
    assert found[2].endswith("true")
    browsing.set_offline(False)
    agenda.reload()
    assert agenda.locator("[data-offline]").is_hidden()
    assert agenda.locator(".moment").is_visible()


def _kept(page):
    """Wait until the worker has kept the page one is on, with its files."""
    page.evaluate(
        """async () => {
          await navigator.serviceWorker.ready;
          const isKept = (address) => caches.match(address);
          const style = document.querySelector('link[href*="/pages."]').href;
          while (!(await isKept(location.href.split("#")[0])) || !(await isKept(style)))
            await new Promise((done) => setTimeout(done, 20));
        }"""
    )


def _is_gone(browsing, page, address):
    """Whether nothing is kept, and nothing is to be read, once the network is away."""
    kept = page.evaluate(KEPT)
    browsing.set_offline(True)
    try:
        page.goto(address)
        read = page.locator(".ag-days").count()
    except Exception as error:  # the browser's own page: there is nothing
        read = "ERR_INTERNET_DISCONNECTED" not in str(error) and "ERR_FAILED" not in str(error)
    browsing.set_offline(False)
    return not kept and not read


def test_signing_out_empties_what_was_kept(browsing, agenda, site_in_the_week):
    _kept(agenda)
    agenda.get_by_role("button", name="Sign out").click()
    agenda.wait_for_url(f"**/en/{WEEK}/")
    assert _is_gone(browsing, agenda, f"{site_in_the_week}/en/{WEEK}/agenda/")


def test_signing_out_without_the_script_empties_it_too(browsing, agenda, site_in_the_week):
    _kept(agenda)
    agenda.locator('form[action$="/account/sign-out/"]').evaluate("form => form.submit()")
    agenda.wait_for_url(f"**/en/{WEEK}/")
    assert _is_gone(browsing, agenda, f"{site_in_the_week}/en/{WEEK}/agenda/")


def test_signing_in_as_another_empties_it(browsing, agenda, site_in_the_week):
    _kept(agenda)
    browsing.clear_cookies()
    _signed_in(agenda, site_in_the_week, COMPANY)
    _kept(agenda)
    kept = agenda.evaluate("caches.match(location.href).then(found => found.text())")
    assert ("Lotte" in kept, "Hilde" in kept, "Bolt nv" in kept) == (False, False, False)


def test_worker_itself_drops_the_pages_of_another(browsing, agenda, site_in_the_week):
    _kept(agenda)
    owner = "caches.open('agenda').then(kept => kept.put('owner', new Response('somebody else')))"
    agenda.evaluate(owner)
    agenda.evaluate("caches.open('agenda').then(kept => kept.put('/theirs', new Response('secret')))")
    agenda.reload()
    _kept(agenda)
    kept = "Promise.all(['/theirs', location.href].map(each => caches.match(each).then(Boolean)))"
    assert agenda.evaluate(kept) == [False, True]


def test_session_that_ended_ends_what_was_kept(browsing, agenda, site_in_the_week):
    _kept(agenda)
    browsing.clear_cookies()
    agenda.goto(f"{site_in_the_week}/en/{WEEK}/agenda/")
    agenda.wait_for_url("**/account/sign-in/**")
    assert _is_gone(browsing, agenda, f"{site_in_the_week}/en/{WEEK}/agenda/")


def test_calendar_and_its_secrets_are_never_kept(browsing, agenda, site_in_the_week):
    _kept(agenda)
    agenda.goto(f"{site_in_the_week}/en/{WEEK}/agenda/calendar/")
    agenda.locator("button[value=busy]").click()
    agenda.locator(".qr").wait_for()
    kept = agenda.evaluate("caches.open('agenda').then(kept => kept.keys()).then(keys => keys.map(each => each.url))")
    assert [url for url in kept if "calendar" in url] == []


def test_agenda_seen_and_who_one_meets_with_the_keyboard(agenda):
    """Last: afterwards the changes are seen."""
    agenda.get_by_role("heading", name="2 changes since plan 1, which you saw on 4 February 2026, 16:25").wait_for()
    _press(agenda, "button", "Seen")
    agenda.locator(".chgs").wait_for(state="detached")
    _press(agenda, "link", "Who you meet: Bolt nv")
    agenda.get_by_role("heading", level=1, name="Bolt nv").wait_for()
    _press(agenda, "link", "Back to the agenda")
    agenda.wait_for_url("**/agenda/#day-2026-02-04")


def _press(page, role, name):
    """Reach something with the tab key alone, and press Enter."""
    target = page.get_by_role(role, name=name, exact=True)
    target.wait_for()
    page.evaluate("document.activeElement.blur()")
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
