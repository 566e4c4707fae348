"""Local times of an edition as instants."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


class Unclear(Exception):
    """The clock never shows this time on that day: it is put forward over it."""


def instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, at which clocks of ``zone`` show this time; the first of two. Raise ``Unclear`` for none."""
    local = datetime.combine(day, clock, tzinfo=zone)
    found = local.astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Unclear(local.isoformat())
    return found


def is_double(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Whether the clock shows this time twice on that day: it is put back over it."""
    local = datetime.combine(day, clock, tzinfo=zone)
    exists = local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None)
    return exists and local.utcoffset() != local.replace(fold=1).utcoffset()
