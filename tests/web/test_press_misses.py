"""Guesses at addresses of the press room, as the web sees them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.press.models import Alert, Miss
from contactdays.press.services import misses
from contactdays.web.press_misses import network_of

BEGIN = datetime(2026, 2, 1, 12, tzinfo=UTC)
ROOM = "/nl/week-2026/press"


@pytest.fixture(autouse=True)
def nothing_unwritten(monkeypatch):
    """A rolled back test leaves the numbers of its alerts to the next one."""
    monkeypatch.setattr(misses, "_unwritten", misses._Unwritten())


@pytest.fixture(autouse=True)
def _noon():
    with clock.at(BEGIN):
        yield


def noted(week):
    with edition_scope(week.edition):
        return list(Miss.objects.values_list("network", flat=True)), list(Alert.objects.values_list("network", "count"))


def test_ten_guesses_raise_an_alert_whatever_they_were(client, week):
    guesses = [
        "releases/week-27/", "releases/week-27.pdf",
        "releases/week-27/v2.pdf", "releases/x.txt", "files/abc/budget.pdf",
        "files/abc/small/a.jpg", "themes/x/feed.atom", "spokespersons/x.vcf", "nothing/at/all",
    ]  # fmt: skip
    for number, guess in enumerate(guesses):
        ask = client.head if number % 2 else client.get
        assert ask(f"/{('nl', 'fr', 'de', 'en')[number % 4]}/week-2026/press/{guess}").status_code == 404
    assert noted(week) == (["127.0.0.0/24"] * 9, [])
    client.get(f"{ROOM}/releases/week-28/")
    assert noted(week) == ([], [("127.0.0.0/24", 10)])


@pytest.mark.parametrize(
    "path",
    [
        ROOM + "/", ROOM + "/feed.atom", "/nl/week-2026/press-office/nothing/", "/nl/week-2026/programme/NOTHING/",
        "/nl/week-1999/press/x/", "/xx/week-2026/press/x/", "/nl/week-2026/pressroom/x/", "/press/",
    ],
)  # fmt: skip
def test_what_is_there_or_is_elsewhere_does_not_count(client, week, path):
    client.get(path)
    assert noted(week) == ([], [])


def test_what_is_sent_does_not_count(client, week):
    client.post(f"{ROOM}/releases/x/")
    assert noted(week) == ([], [])


def test_press_officer_is_not_told_apart_in_the_public_press_room(client, week):
    client.force_login(week.press_officer)
    client.get(f"{ROOM}/releases/x/")
    client.get("/nl/week-2026/press-office/releases/x/")
    assert noted(week) == (["127.0.0.0/24"], [])


def test_guesses_from_one_network_count_together(client, week):
    for number in range(10):
        client.get(f"{ROOM}/releases/x/", REMOTE_ADDR=f"203.0.113.{number}")
    assert noted(week) == ([], [("203.0.113.0/24", 10)])


def test_old_guesses_are_forgotten(client, week):
    client.get(f"{ROOM}/releases/x/")
    with clock.at(BEGIN + timedelta(minutes=10)):
        client.get(f"{ROOM}/releases/x/", REMOTE_ADDR="203.0.113.9")
    assert noted(week) == (["203.0.113.0/24"], [])


@pytest.mark.parametrize(
    ("remote", "forwarded", "behind_proxy", "network"),
    [
        ("192.0.2.77", "", False, "192.0.2.0/24"),
        ("2001:db8:1:2::7", "", False, "2001:db8:1::/48"),
        ("::ffff:192.0.2.77", "", False, "192.0.2.0/24"),
        ("::1", "", False, "::/48"),
        ("fe80::1%eth0", "", False, "fe80::/48"),
        ("", "", False, "unknown"),
        ("unix:", "", True, "unknown"),
        ("192.0.2.77", "198.51.100.1", False, "192.0.2.0/24"),
        ("127.0.0.1", "198.51.100.1", True, "198.51.100.0/24"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.1", True, "198.51.100.0/24"),
        ("127.0.0.1", "198.51.100.1, made up", True, "127.0.0.0/24"),
        ("127.0.0.1", "", True, "127.0.0.0/24"),
    ],
)
def test_network_is_that_of_whoever_asks_and_only_a_proxy_of_ours_may_say_otherwise(
    settings, remote, forwarded, behind_proxy, network
):
    settings.BEHIND_PROXY = behind_proxy
    more = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=remote, **more)) == network
