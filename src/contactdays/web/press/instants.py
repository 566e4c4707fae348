"""Instants in words, by a named clock, and the clocks one can choose from."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from django.utils.translation import get_language

from contactdays.agendas.formats import zone_place
from contactdays.editions.models import Edition
from contactdays.press.release_file.values import FIRST_YEAR, LAST_YEAR
from contactdays.web.parts.dates import moment

USUAL = ("UTC", "America/New_York", "Africa/Kinshasa", "Asia/Dubai", "Asia/Tokyo")


class NoSuchTime(ValueError):
    """A local time that a change of clock leaves out."""


def by_the_clock_of(instant: datetime, zone: str) -> str:
    """``2 February 2026, 08:30 (Brussels)``."""
    return f"{moment(instant.astimezone(ZoneInfo(zone)))} ({place_of(zone)})"


def by_both_clocks(instant: datetime, zone: str, edition: Edition) -> str:
    """By the clock of ``zone``, and by the edition's when that is another."""
    told = by_the_clock_of(instant, zone)
    return told if zone == edition.time_zone else f"{told} = {by_the_clock_of(instant, edition.time_zone)}"


def place_of(zone: str) -> str:
    """The place a time zone is named after, in the reader's language."""
    return "UTC" if zone in ("UTC", "Etc/UTC") else zone_place(zone, get_language() or "en")


def zones(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Time zones to choose from with their place: the edition's, the usual ones, then every other by its name."""
    first = dict.fromkeys((edition.time_zone, *USUAL))
    return (*((zone, place_of(zone)) for zone in first), *((zone, zone) for zone in sorted(_places() - first.keys())))


def _places() -> set[str]:
    """The zones named after a place; ``Etc/GMT+5`` and the like, whose sign misleads, are left out."""
    return {zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/"))}


def instant_of(local: str, zone: str) -> datetime:
    """The instant at which a clock in ``zone`` shows ``local`` (``2026-02-02T08:30``, with or without seconds).

    Raise ``NoSuchTime`` for a time that a change of clock leaves out, ``ValueError`` for what is no time or zone. Of a
    time that comes twice the first is meant.
    """
    if zone not in available_timezones():
        raise ValueError(zone)
    shape = "%Y-%m-%dT%H:%M:%S" if local.count(":") > 1 else "%Y-%m-%dT%H:%M"
    given = datetime.strptime(local, shape).replace(tzinfo=ZoneInfo(zone))
    if not FIRST_YEAR <= given.year <= LAST_YEAR:
        raise ValueError(local)
    if given.astimezone(UTC).astimezone(given.tzinfo).replace(tzinfo=None) != given.replace(tzinfo=None):
        raise NoSuchTime(local)
    return given


def local_input(instant: datetime, zone: str) -> str:
    """``instant`` as a field for date and time holds it, by the clock of ``zone``."""
    shown = instant.astimezone(ZoneInfo(zone))
    return shown.strftime("%Y-%m-%dT%H:%M:%S" if shown.second else "%Y-%m-%dT%H:%M")


def zone_of(instant: datetime, edition: Edition) -> str:
    """The edition's zone when its clock agrees with the offset ``instant`` was given with; else UTC.

    UTC also for the second time of an hour that comes twice: by the edition's clock the first would be meant.
    """
    here = instant.astimezone(edition.zone)
    return edition.time_zone if here.utcoffset() == (instant.utcoffset() or timedelta(0)) and not here.fold else "UTC"
