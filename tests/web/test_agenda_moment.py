"""Now and next, the way there, and the week at a glance, as whole values."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override

from contactdays.agendas.entries import Agenda, AgendaEntry, EntryKind, Spot
from contactdays.editions.models import Edition
from contactdays.web.participant.glance import GlanceDay, Stroke, glance_at
from contactdays.web.participant.moment import Moment, Phase, Running, Upcoming, Way, Ways, moment_of

EDITION = Edition(code="w", first_day=date(2026, 2, 2), last_day=date(2026, 2, 6), time_zone="Europe/Brussels")
HALL, TABLE, CASTLE = Spot("HALL", "PALACE"), Spot("T1", "PALACE"), Spot("SALON", "CASTLE")
WAYS = Ways(5, {("PALACE", "CASTLE"): 25})


def local(day, hour, minute=0):
    return datetime(2026, 2, day, hour, minute, tzinfo=EDITION.zone)


def entry(day, hour, minute=0, minutes=60, spot=HALL, **more):
    start = local(day, hour, minute).astimezone(UTC)
    given = {"kind": EntryKind.PLENARY, "title": f"{hour}:{minute:02}", "place": spot.room.title(), "venue": "Palace"}
    given |= {"uid": f"{day} {hour} {minute}", "begins": spot, "ends": spot}
    return AgendaEntry(start=start, end=start + timedelta(minutes=minutes), **{**given, **more})


def agenda(*entries):
    return Agenda(
        name="Hilde Vandermeersch",
        role="",
        edition="Week",
        dates="",
        venue="Palace",
        plan_number=1,
        published=datetime(2026, 1, 30, 18, tzinfo=UTC),
        time_zone="Europe/Brussels",
        language="en",
        entries=entries,
    )


def moment(now, *entries):
    with override("en"):
        return moment_of(agenda(*entries), EDITION, now.astimezone(UTC), WAYS)


def test_what_goes_on_says_how_long_still_and_what_comes_next_when_to_leave():
    now = local(4, 10, 52)
    assert moment(now, entry(4, 10), entry(4, 11, 20, spot=TABLE)) == Moment(
        now=now,
        phase=Phase.DURING,
        running=(Running("10:00", "Hall", "11:00", 8),),
        upcoming=Upcoming("11:20", "11:20", "T1", way=Way(5, "11:15")),
    )


def test_the_last_started_minute_counts_as_one():
    found = moment(local(4, 10, 59) + timedelta(seconds=30), entry(4, 10))
    assert (found.running, found.upcoming) == ((Running("10:00", "Hall", "11:00", 1),), None)


def test_an_entry_is_over_at_its_end_and_on_at_its_start():
    found = moment(local(4, 11), entry(4, 10), entry(4, 11), entry(4, 12))
    assert [each.title for each in found.running] == ["11:00"]
    assert (found.held, found.upcoming.title) == (1, "12:00")


@pytest.mark.parametrize(
    ("spot", "minute", "way"),
    [
        (HALL, 0, Way(0, "12:00")),
        (TABLE, 0, Way(5, "11:55")),
        (TABLE, 56, Way(5, "11:55", late=True)),
        (CASTLE, 0, Way(25, "11:35")),
        (Spot("X", "ELSEWHERE"), 0, None),
        (Spot(), 0, None),
    ],
)
def test_way_is_change_over_inside_a_venue_and_travel_between_two(spot, minute, way):
    found = moment(local(4, 11, minute), entry(4, 9), entry(4, 12, spot=spot))
    assert found.upcoming.way == way


def test_way_begins_where_a_transfer_ends():
    coach = entry(4, 9, spot=HALL, ends=CASTLE)
    assert moment(local(4, 9, 30), coach, entry(4, 10, spot=CASTLE)).upcoming.way == Way(0, "10:00")


def test_between_two_entries_the_free_time_is_told():
    found = moment(local(4, 11, 10), entry(4, 10), entry(4, 11, 30))
    assert (found.running, found.free) == ((), "20 minutes free")


def test_after_the_last_entry_of_a_day_the_next_one_names_its_day_and_no_way():
    found = moment(local(4, 20), entry(4, 10), entry(5, 9))
    assert (found.free, found.upcoming) == ("", Upcoming("9:00", "09:00", "Hall", day=date(2026, 2, 5)))


def test_what_is_cancelled_neither_goes_on_nor_comes_next():
    found = moment(local(4, 10, 30), entry(4, 10, cancelled=True), entry(4, 11, cancelled=True))
    assert found == Moment(now=local(4, 10, 30), phase=Phase.DURING)


def test_before_the_week_the_days_are_counted():
    now = local(1, 23)
    assert moment(now.replace(month=1, day=30), entry(2, 9)) == Moment(
        now=now.replace(month=1, day=30),
        phase=Phase.BEFORE,
        days_to_go=3,
        upcoming=Upcoming("9:00", "09:00", "Hall", day=date(2026, 2, 2)),
    )


def test_after_the_week_it_is_said_what_was():
    assert moment(local(7, 9), entry(2, 9), entry(3, 9), entry(4, 9, cancelled=True)) == Moment(
        now=local(7, 9), phase=Phase.AFTER, held=2
    )


def test_week_at_a_glance_is_a_line_a_day():
    meeting = entry(4, 14, minutes=15, kind=EntryKind.BILATERAL)
    early, late = entry(4, 7), entry(4, 21, 30, optional=True)
    gone = entry(3, 9, cancelled=True)
    assert glance_at(agenda(gone, early, meeting, late, entry(5, 8)), local(4, 10)) == (
        GlanceDay(
            date(2026, 2, 4),
            (Stroke(0, 1, "plenary"), Stroke(72, 3, "bilateral"), Stroke(162, 6, "optional")),
            3,
            now=24,
        ),
        GlanceDay(date(2026, 2, 5), (Stroke(0, 12, "plenary"),), 1),
    )
