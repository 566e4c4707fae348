"""The versions of a release in one language."""

from dataclasses import dataclass

from contactdays.editions.models import Edition
from contactdays.press.models import LanguageVersion
from contactdays.web.parts.spoken import spoken_moment
from contactdays.web.public.press.known import KnownRelease


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version: when it appeared, and what it changed (empty for the first)."""

    number: int
    moment: str
    note: str
    current: bool


def version_lines(known: KnownRelease, language: str, edition: Edition) -> tuple[VersionLine, ...]:
    """The versions that have appeared in ``language``, the current one first."""
    rows = known.versions(language)
    return tuple(_line(row, edition, current=row is rows[-1]) for row in reversed(rows))


def _line(row: LanguageVersion, edition: Edition, *, current: bool) -> VersionLine:
    moment = spoken_moment(row.appears.astimezone(edition.zone)) if row.appears else ""
    return VersionLine(row.version.number, moment, row.version.note.get_in(row.language) or "", current)
