"""Calendar addresses: opened, shown once, fetched without a cookie, revoked, kept out of logs."""

import logging
import re
from datetime import UTC, datetime

import icalendar
import pytest

from contactdays.agendas.models import Feed
from contactdays.agendas.services import open_feed
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.people.models import Participant
from contactdays.web.logs import HideSecretAddresses, without_secrets
from contactdays.web.participant.calendar import qr_code

PAGE = "/en/week-2026/agenda/calendar/"
SHOWN = re.compile(r"http://testserver(/en/week-2026/calendar/[\w-]+\.ics)")


@pytest.fixture
def owner(client, week):
    client.force_login(week.ambassador)
    return client


@pytest.fixture
def address(week):
    """The path of an open address of the ambassador's, in Dutch."""
    with edition_scope(week.edition):
        _feed, secret = open_feed(Participant.objects.get(code="NBO"), busy_only=False, actor=week.ambassador)
    return f"/nl/week-2026/calendar/{secret}.ics"


def test_new_address_is_shown_once_to_subscribe_and_to_copy(owner):
    page = owner.post(f"{PAGE}open/", {"contents": "full"}).content.decode()
    path = SHOWN.search(page)[1]
    assert f'href="webcal://testserver{path}"' in page
    assert owner.get(path).status_code == 200
    assert SHOWN.search(owner.get(PAGE).content.decode()) is None


def test_code_to_scan_holds_the_address_to_subscribe_to_and_no_style_of_its_own(owner):
    page = owner.post(f"{PAGE}open/", {"contents": "full"}).content.decode()
    path = SHOWN.search(page)[1]
    drawn = re.search(r'<svg[^>]*class="qr".*?</svg>', page, re.DOTALL)[0]
    assert drawn == str(qr_code(f"webcal://testserver{path}"))
    assert "style" not in drawn
    assert qr_code("webcal://testserver/other.ics") != drawn


@pytest.mark.parametrize(("contents", "told"), [("full", True), ("busy", False), ("", True)])
def test_address_tells_everything_or_only_when_one_is_busy(owner, contents, told):
    page = owner.post(f"{PAGE}open/", {"contents": contents}).content.decode()
    calendar = owner.get(SHOWN.search(page)[1]).content.decode()
    assert ("Acme nv" in calendar) is told
    assert ("SUMMARY:Busy" in calendar) is not told


def test_addresses_in_use_are_listed_with_when_they_were_last_fetched(owner, week, address):
    with clock.at(datetime(2026, 2, 1, 9, 30, tzinfo=UTC)):
        owner.get(address)
    page = owner.get(PAGE).content.decode()
    assert "1 February 2026, 10:30" in page
    assert "everything" in page


def test_revoked_address_is_not_there_from_the_next_request_on(owner, week, address):
    with edition_scope(week.edition):
        feed = Feed.objects.get()
    assert owner.get(address).status_code == 200
    response = owner.post(f"{PAGE}{feed.pk}/revoke/")
    assert (response.status_code, response.headers["Location"]) == (302, PAGE)
    assert owner.get(address).status_code == 404
    assert "No address is in use." in owner.get(PAGE).content.decode()


def test_calendar_needs_no_cookie_and_gives_none(client, address):
    response = client.get(address)
    found = {name: response.headers.get(name) for name in ("Content-Type", "Cache-Control", "Content-Language", "Vary")}
    assert found == {
        "Content-Type": "text/calendar; charset=utf-8",
        "Cache-Control": "private, no-cache",
        "Content-Language": "nl",
        "Vary": None,
    }
    assert response.cookies == {}


def test_calendar_holds_the_week_with_what_was_dropped(client, address):
    calendar = icalendar.Calendar.from_ical(client.get(address).content)
    found = {(str(event["SUMMARY"]), str(event["STATUS"])) for event in calendar.walk("VEVENT")}
    assert {("OPEN nl", "CONFIRMED"), ("Acme nv", "CONFIRMED"), ("Receptie", "TENTATIVE")} <= found
    assert client.get(address.replace("/nl/", "/fr/")).content != client.get(address).content


def test_unchanged_calendar_is_not_sent_again(client, address):
    first = client.get(address)
    tag = first.headers["ETag"]
    again = client.get(address, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert again.headers["Cache-Control"] == "private, no-cache"
    assert client.get(address, headers={"If-None-Match": '"other"'}).content == first.content


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_calendar_is_only_read(client, address, method):
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize("secret", ["guess", "x" * 500, "é", "a%2Fb", "%00"])
def test_guessed_address_is_not_there(client, week, secret):
    assert client.get(f"/nl/week-2026/calendar/{secret}.ics").status_code == 404


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Not Found: /nl/week-2026/calendar/abc_D-9.ics", "Not Found: /nl/week-2026/calendar/….ics"),
        ('"GET /fr/w/calendar/abc.ics?x=1 HTTP/1.1" 200', '"GET /fr/w/calendar/….ics?x=1 HTTP/1.1" 200'),
        ("/nl/w/calendar/a.ics and /de/w/calendar/b.ics", "/nl/w/calendar/….ics and /de/w/calendar/….ics"),
        ("/nl/week-2026/agenda/calendar/", "/nl/week-2026/agenda/calendar/"),
    ],
)
def test_secret_of_an_address_is_not_logged(line, kept):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s", (line,), None)
    assert HideSecretAddresses().filter(record) is True
    assert record.getMessage() == without_secrets(line) == kept


def test_every_line_that_reaches_the_console_is_filtered():
    console = [handler for handler in logging.getLogger().handlers if type(handler) is logging.StreamHandler]
    assert [[type(each) for each in handler.filters] for handler in console] == [[HideSecretAddresses]]
