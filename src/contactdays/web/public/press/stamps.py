"""When a release appeared, and when it was corrected."""

from dataclasses import dataclass
from datetime import datetime

from contactdays.editions.models import Edition
from contactdays.press.models import LanguageVersion
from contactdays.web.parts.spoken import spoken_clock, spoken_day, spoken_moment


@dataclass(frozen=True, slots=True)
class Stamp:
    """Beside a title: ``day`` is the date the text bears, ``time`` when it appeared; ``corrected`` is empty if never.

    ``appeared`` and ``changed`` are the same for programs.
    """

    day: str
    time: str
    number: int
    corrected: str
    appeared: datetime
    changed: datetime


def stamp_of(row: LanguageVersion, first: datetime, edition: Edition) -> Stamp:
    """The stamp of the public text ``row``, of a release that came in its language at the instant ``first``."""
    dated = row.text.date
    appeared, changed = first.astimezone(edition.zone), (row.appears or first).astimezone(edition.zone)
    time = spoken_clock(appeared) if appeared.date() == dated else spoken_moment(appeared)
    corrected = spoken_moment(changed) if changed != appeared else ""
    return Stamp(spoken_day(dated), time, row.version.number, corrected, appeared, changed)
