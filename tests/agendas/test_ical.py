import hashlib
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from contactdays.agendas.entries import EntryKind
from contactdays.agendas.ical import to_ical
from tests.agendas.samples import PUBLISHED, a_full_week, an_agenda, an_entry, brussels

HOSTILE = (
    "Tafel 1\r\nATTACH:https://example.org\rBEGIN:VEVENT\nEND:VEVENT\u2028X-A:b\u2029\x85\x00\x0b;,\\n:\"'" + "é" * 5000
)
TEXTS = ("title", "place", "venue", "destination", "purpose", "uid")


def events_of(agenda, **options):
    return Calendar.from_ical(to_ical(agenda, **options)).walk("VEVENT")


def said(event) -> dict[str, str]:
    """An event's properties but its times, unescaped."""
    return {
        name: value.to_ical().decode() if name in {"SEQUENCE", "CATEGORIES"} else str(value)
        for name, value in event.items()
        if not name.startswith("DT")
    }


def test_an_entry_is_told_whole():
    entry = an_entry(languages=("nl", "fr"), sequence=3, people=("Lotte Verschaeren", "Jan Peeters"))
    [event] = events_of(an_agenda(entry, language="en"))
    assert said(event) == {
        "UID": "meeting-7.nairobi@week.example",
        "SUMMARY": "Scheldekade Waterbouw nv",
        "LOCATION": "Tafel 14, Galerie des Marbres",
        "DESCRIPTION": "Lotte Verschaeren\nJan Peeters\nSubject: Havenkade Mombasa\nLanguages: Dutch, French",
        "CATEGORIES": "Bilateral meeting",
        "CLASS": "PUBLIC",
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
        "SEQUENCE": "3",
    }
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (entry.start, entry.end)
    assert event.decoded("dtstamp") == PUBLISHED


def test_the_calendar_says_what_it_is_and_how_often_to_look_again():
    calendar = Calendar.from_ical(to_ical(an_agenda()))
    assert {name: value.to_ical().decode() for name, value in calendar.items()} == {
        "PRODID": "-//Contactdays//Agendas 1//EN",
        "VERSION": "2.0",
        "CALSCALE": "GREGORIAN",
        "NAME": "Contactdagen 2026 · Hilde Vandermeersch",
        "X-WR-CALNAME": "Contactdagen 2026 · Hilde Vandermeersch",
        "X-WR-TIMEZONE": "Europe/Brussels",
        "REFRESH-INTERVAL": "PT30M",
        "X-PUBLISHED-TTL": "PT30M",
    }
    assert calendar["REFRESH-INTERVAL"].params == {"VALUE": "DURATION"}


@pytest.mark.parametrize(
    ("changes", "status", "transparency"),
    [
        ({}, "CONFIRMED", "OPAQUE"),
        ({"optional": True}, "TENTATIVE", "TRANSPARENT"),
        ({"cancelled": True}, "CANCELLED", "TRANSPARENT"),
        ({"cancelled": True, "optional": True}, "CANCELLED", "TRANSPARENT"),
    ],
)
def test_status_and_free_time_follow_the_entry(changes, status, transparency):
    for options in ({}, {"busy_only": True}):
        [event] = events_of(an_agenda(an_entry(**changes)), **options)
        assert (event["STATUS"], event["TRANSP"]) == (status, transparency)


def test_a_cancelled_entry_says_so_in_its_title_too():
    [event] = events_of(an_agenda(an_entry(cancelled=True), language="en"))
    assert event["SUMMARY"] == "Cancelled: Scheldekade Waterbouw nv"


def test_a_private_block_is_of_class_private():
    [event] = events_of(an_agenda(an_entry(kind=EntryKind.PRIVATE)))
    assert event["CLASS"] == "PRIVATE"


def test_a_transfer_says_from_where_to_where():
    [event] = events_of(an_agenda(an_entry(kind=EntryKind.TRANSFER, venue="", destination="Kasteel van Laken")))
    assert event["LOCATION"] == "Tafel 14 → Kasteel van Laken"


def test_an_entry_with_nothing_to_add_has_no_empty_properties():
    [event] = events_of(an_agenda(an_entry(place="", venue="", people=(), purpose="")))
    assert ("LOCATION" in event, "DESCRIPTION" in event) == (False, False)


def test_busy_only_tells_times_and_standing_and_nothing_else():
    secret = an_entry(
        uid="uid-leaks", title="title-leaks", place="place-leaks", venue="venue-leaks", destination="destination-leaks",
        people=("people-leak",), purpose="purpose-leaks", languages=("sw",), kind=EntryKind.PRIVATE, sequence=4,
    )  # fmt: skip
    agenda = an_agenda(secret, name="name-leaks", role="role-leaks", edition="edition-leaks", venue="hall-leaks")
    feed = to_ical(agenda, busy_only=True, uid_key=b"key")
    [event] = events_of(agenda, busy_only=True, uid_key=b"key")
    assert b"leak" not in feed
    assert sorted(event) == ["DTEND", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID"]
    assert (event.decoded("dtstart"), event["SEQUENCE"]) == (secret.start, 4)


def test_a_busy_uid_is_stable_and_cannot_be_guessed_without_the_key():
    def uid(key: bytes, plan: int = 16) -> str:
        [event] = events_of(an_agenda(an_entry(), plan_number=plan), busy_only=True, uid_key=key)
        return str(event["UID"])

    assert uid(b"key") == uid(b"key", plan=17)
    assert len({uid(b"key"), uid(b"other"), hashlib.sha256(an_entry().uid.encode()).hexdigest()}) == 3


def test_the_same_plan_gives_the_same_bytes():
    assert to_ical(an_agenda(*a_full_week())) == to_ical(an_agenda(*a_full_week()))


@pytest.mark.parametrize("field", TEXTS)
def test_no_text_can_begin_a_line_of_its_own(field):
    feed = to_ical(an_agenda(an_entry(**{field: HOSTILE})))
    names = {line.partition(b":")[0].partition(b";")[0] for line in feed.replace(b"\r\n ", b"").split(b"\r\n")}
    assert (b"ATTACH" in names, b"X-A" in names, feed.count(b"BEGIN:VEVENT\r\n")) == (False, False, 1)
    assert_well_formed(feed)


def test_no_name_can_begin_a_line_of_its_own():
    agenda = an_agenda(an_entry(people=(HOSTILE, HOSTILE), languages=(HOSTILE,)), name=HOSTILE, edition=HOSTILE)
    feed = to_ical(agenda)
    assert b"\nATTACH" not in feed.replace(b"\r\n ", b"")
    assert_well_formed(feed)


@example(dict.fromkeys(TEXTS, r"C:\New"), r"\N", r"\N")
@given(st.fixed_dictionaries({field: st.text(max_size=80) for field in TEXTS}), st.text(), st.text())
def test_any_text_is_read_back_as_one_line_of_the_same_words(texts, person, name):
    entry = an_entry(people=(person,), **texts)
    feed = to_ical(an_agenda(entry, name=name))
    assert_well_formed(feed)
    [event] = Calendar.from_ical(feed).walk("VEVENT")
    assert set(event) <= {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "TRANSP", "SUMMARY", "CATEGORIES", "CLASS",
        "LOCATION", "DESCRIPTION",
    }  # fmt: skip
    assert "\n" not in str(event["SUMMARY"]) + str(event.get("LOCATION", ""))


def assert_well_formed(feed: bytes) -> None:
    """Every line ends in CRLF, has at most 75 octets and whole UTF-8 letters, no control character but tab."""
    lines = feed.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert not any(ord(letter) < 32 or letter in "\x7f\x85\u2028\u2029" for line in lines for letter in line.decode())


def test_a_title_is_kept_to_the_letter():
    title = 'Zaal "Europe"; plan\\kaart, 50 % – “ja”: C:\\n'
    [event] = events_of(an_agenda(an_entry(title=title)))
    assert str(event["SUMMARY"]) == title


ZONES = ("Europe/Brussels", "Europe/Lisbon", "Europe/London", "America/New_York", "Asia/Kathmandu", "America/Asuncion")


@pytest.mark.parametrize("time_zone", ZONES)
def test_times_are_read_back_from_the_feeds_own_rules(time_zone):
    entries = [an_entry(uid=str(n), start=brussels(2, 9) + timedelta(days=n, hours=n % 7)) for n in range(0, 400, 3)]
    feed = to_ical(an_agenda(*entries, time_zone=time_zone))
    unheard_of = feed.replace(time_zone.encode(), f"Nowhere-{time_zone}".encode())  # so that its own rules are used
    zone = ZoneInfo(time_zone)
    assert [read_time(event) for event in Calendar.from_ical(unheard_of).walk("VEVENT")] == [
        (entry.start.astimezone(zone).replace(tzinfo=None), entry.start.utctimetuple()) for entry in entries
    ]


def read_time(event):
    """Wall clock and instant of an event's start."""
    start = event.decoded("dtstart")
    return start.replace(tzinfo=None), start.utctimetuple()
