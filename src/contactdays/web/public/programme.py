"""The week as a score: one stave a day, time to the right, one line for what happens at the same time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.utils.safestring import SafeString

from contactdays.editions.models import Edition
from contactdays.planning.public_programme import ProgrammeDay
from contactdays.planning.queries import current_plan
from contactdays.programme.enums import SessionKind
from contactdays.web.parts.markup import filled, joined
from contactdays.web.parts.stencils import stencil

FIRST_HOUR = 8
COLUMNS = 162  # of five minutes: 08:00 to 21:30
LINES = 8


class Bar(NamedTuple):
    """A session on its stave: columns of five minutes and a line, as the classes of ``score.css`` count them."""

    kind: str
    first: int
    last: int
    line: int


@dataclass(frozen=True, slots=True)
class Stave:
    day: date
    bars: tuple[Bar, ...]

    @property
    def markup(self) -> SafeString:
        """The bars, cut from ``parts/bar.html``."""
        cut = stencil("parts/bar.html", (), Bar._fields)
        return joined(filled(cut, bar._asdict()) for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Score:
    """The staves of a week and the kinds of session that occur in them, with their names."""

    staves: tuple[Stave, ...]
    kinds: tuple[tuple[str, str], ...]


def score_of(days: Iterable[ProgrammeDay]) -> Score:
    """The score of a programme; what lies before 08:00 or after 21:30 is drawn at the edge."""
    staves = tuple(Stave(day.day, _bars(day)) for day in days)
    present = {bar.kind for stave in staves for bar in stave.bars}
    return Score(staves, tuple((kind.value, str(kind.label)) for kind in SessionKind if kind.value in present))


def _bars(day: ProgrammeDay) -> tuple[Bar, ...]:
    taken = [0] * LINES  # the column up to which each line is in use
    bars = []
    for item in day.items:
        first = _column(item.start, day.day)
        last = max(_column(item.end, day.day), first + 1)
        line = next((number for number, until in enumerate(taken) if until <= first), LINES - 1)
        taken[line] = last
        bars.append(Bar(item.kind, min(first, COLUMNS - 1), min(last, COLUMNS), line + 1))
    return tuple(bars)


def _column(moment: datetime, day: date) -> int:
    hours = (moment.date() - day).days * 24 + moment.hour - FIRST_HOUR
    minutes = hours * 60 + moment.minute
    return max(0, min(COLUMNS, minutes // 5))


def published_moment(edition: Edition) -> datetime | None:
    """When the programme one reads was published, in the edition's zone; None before the first publication."""
    plan = current_plan(edition)
    if plan is None or plan.published is None:
        return None
    return plan.published.astimezone(edition.zone)
