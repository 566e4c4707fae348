"""Days and times as a release says them, in the habit of the active language."""

from datetime import date, datetime

from django.utils.translation import get_language

from contactdays.press.formats import day_of, time_of


def spoken_day(day: date) -> str:
    """``2 februari 2026``, ``1er février 2026``, ``2. Februar 2026``."""
    return day_of(day, _language())


def spoken_clock(moment: datetime) -> str:
    """``08.30 uur``, ``8 h 30``, ``08.30 Uhr``, ``08:30``; no line ends inside it."""
    return time_of(moment, _language()).replace(" ", "\u00a0")


def spoken_moment(moment: datetime) -> str:
    """``2 februari 2026, 08.30 uur``; ``moment`` stands in the zone it is read in."""
    return f"{spoken_day(moment.date())}, {spoken_clock(moment)}"


def _language() -> str:
    return get_language() or "en"
