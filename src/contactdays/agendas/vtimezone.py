"""VTIMEZONE components (RFC 5545, 3.6.5) made from the system's time zone rules.

Changes of clock that come back every year on the same weekday are written as a yearly rule, which calendar programs
read alike; a list of dates, which some of them misread on the day after a change, is never written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from itertools import groupby
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

RULE_YEARS = 10  # a yearly rule is written when it holds for so many years
BEGINNING = datetime(1970, 1, 1)  # noqa: DTZ001 - a wall clock, as RFC 5545 wants it
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of clock: ``wall`` is the time shown just before, ``before`` and ``after`` are offsets from UTC."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def rule(self) -> "Rule":
        """What must be equal from year to year for changes to be one rule, but for its week."""
        return (self.wall.month, self.wall.weekday(), self.wall.time(), self.before, self.after, self.name)


Rule = tuple[object, ...]


@cache
def vtimezone(time_zone: str, first_year: int, last_year: int) -> Timezone:
    """The definition of an IANA ``time_zone``, right for every moment of these years and those beside them."""
    zone = ZoneInfo(time_zone)
    component = Timezone()
    component.add("tzid", time_zone)
    component.add_component(_beginning(zone, first_year - 1))
    for changes, week in _observances(zone, first_year - 1, last_year + 1):
        component.add_component(_observance(changes[0], week))
    return component


def _observances(zone: tzinfo, first: int, last: int) -> Iterator[tuple[list[Change], int | None]]:
    """Changes with the week of the month in which they recur, or single ones with None."""
    rules = _yearly(list(changes_of_clock(zone, first, max(last, first + RULE_YEARS - 1))))
    if rules is not None:
        yield from rules
        return
    for change in changes_of_clock(zone, first, last):
        yield [change], None


def _yearly(changes: Sequence[Change]) -> list[tuple[list[Change], int | None]] | None:
    """``changes`` as yearly rules, or None when one of them does not come back in each of the years."""
    ordered = sorted(changes, key=lambda change: (repr(change.rule), change.wall))
    groups = [list(group) for _, group in groupby(ordered, key=lambda change: change.rule)]
    weeks = [_week(group) for group in groups]
    if None in weeks or any(len(group) != RULE_YEARS for group in groups):
        return None
    return sorted(zip(groups, weeks, strict=True), key=lambda pair: pair[0][0].wall)


def _week(changes: Sequence[Change]) -> int | None:
    """-1 when all fall on the last such weekday of their month, else 1–4, or None when they differ."""
    if all((change.wall + 7 * DAY).month != change.wall.month for change in changes):
        return -1
    weeks = {(change.wall.day + 6) // 7 for change in changes}
    return weeks.pop() if len(weeks) == 1 else None


def changes_of_clock(zone: tzinfo, first_year: int, last_year: int) -> Iterator[Change]:
    """Every change of ``zone``'s clock from the first day of one year to the last of the other, in order."""
    moment, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        if _offset(zone, moment) != _offset(zone, moment + DAY):
            yield _change(zone, _instant_of_change(zone, moment))
        moment += DAY


def _instant_of_change(zone: tzinfo, moment: datetime) -> datetime:
    """The first second of the day after ``moment`` at which the clock shows its new time."""
    low, high = moment, moment + DAY
    while high - low > SECOND:
        middle = (low + (high - low) / 2).replace(microsecond=0)
        low, high = (middle, high) if _offset(zone, middle) == _offset(zone, low) else (low, middle)
    return high


def _change(zone: tzinfo, instant: datetime) -> Change:
    before, local = _offset(zone, instant - SECOND), instant.astimezone(zone)
    wall = (instant + before).replace(tzinfo=None)
    return Change(wall, before, _offset(zone, instant), local.tzname() or "")


def _beginning(zone: tzinfo, year: int) -> TimezoneStandard | TimezoneDaylight:
    """What holds before the first change listed."""
    local = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = local.utcoffset() or timedelta()
    return _observance(Change(BEGINNING, offset, offset, local.tzname() or ""), None)


def _observance(change: Change, week: int | None) -> TimezoneStandard | TimezoneDaylight:
    component = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    component.add("dtstart", change.wall)
    component.add("tzoffsetfrom", change.before)
    component.add("tzoffsetto", change.after)
    component.add("tzname", change.name)
    if week is not None:
        component.add("rrule", {"freq": "YEARLY", "bymonth": change.wall.month, "byday": _weekday(change, week)})
    return component


def _weekday(change: Change, week: int) -> str:
    return f"{week}{('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')[change.wall.weekday()]}"


def _offset(zone: tzinfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
