"""The rules written are interpreted here from scratch and held against the system's own."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from contactdays.agendas.vtimezone import vtimezone

RULED = (
    "Europe/Brussels",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "Australia/Lord_Howe",
)
STILL = ("Asia/Kathmandu", "America/Asuncion", "Africa/Kinshasa", "UTC")
UNRULY = ("Africa/Casablanca", "Asia/Jerusalem")


def onsets(component, years):
    """(instant in UTC, offset from then on) of every observance, its yearly rule worked out for ``years``."""
    for observance in component.subcomponents:
        start, before = observance["DTSTART"].dt, observance["TZOFFSETFROM"].td
        rule = observance.get("RRULE")
        repeated = {nth_weekday(rule, year, start) for year in years} if rule else set()
        for onset in {start} | {onset for onset in repeated if onset > start}:
            yield onset - before, observance["TZOFFSETTO"].td


def nth_weekday(rule, year, start):
    [month], [day] = rule["BYMONTH"], rule["BYDAY"]
    week, weekday = int(day[:-2]), ("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(day[-2:])
    days = [start.replace(year=year, month=month, day=1) + timedelta(days=n) for n in range(31)]
    fitting = [day for day in days if day.month == month and day.weekday() == weekday]
    return fitting[week if week < 0 else week - 1]


@pytest.mark.parametrize("year", [2024, 2026])
@pytest.mark.parametrize("time_zone", RULED + STILL + UNRULY)
def test_the_rules_give_the_right_time_at_every_hour_of_the_edition(time_zone, year):
    component, zone = Timezone.from_ical(vtimezone(time_zone, year, year).to_ical()), ZoneInfo(time_zone)
    passed = sorted(onsets(component, range(year - 1, year + 2)))
    for hour in range(-48, 24 * 368):
        moment = datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=hour)
        given = [offset for onset, offset in passed if onset <= moment.replace(tzinfo=None)]
        assert given[-1] == moment.astimezone(zone).utcoffset(), moment


def test_a_zone_of_yearly_rules_is_written_without_dates():
    assert vtimezone("Europe/Brussels", 2026, 2026).to_ical(sorted=False).decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Brussels",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20251026T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]
