"""The week at a glance: a line a day, time to the right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from contactdays.agendas.entries import Agenda, AgendaEntry
from contactdays.web.parts.agenda import local_entries

FIRST_HOUR = 8
COLUMNS = 168  # of five minutes: 08:00 to 22:00


@dataclass(frozen=True, slots=True)
class Stroke:
    """An entry on its line, in columns of five minutes; ``look`` is its kind, or ``optional``."""

    start: int
    length: int
    look: str


@dataclass(frozen=True, slots=True)
class GlanceDay:
    """One day: its strokes, how many appointments it holds, and the column of the present moment, if it is today."""

    day: date
    strokes: tuple[Stroke, ...]
    count: int
    now: int | None = None


def glance_at(agenda: Agenda, now: datetime) -> tuple[GlanceDay, ...]:
    """The days of ``agenda`` that hold something; ``now`` stands in the edition's zone."""
    held = [entry for entry in local_entries(agenda) if not entry.cancelled]
    return tuple(_day(day, list(entries), now) for day, entries in groupby(held, key=lambda each: each.start.date()))


def _day(day: date, entries: Iterable[AgendaEntry], now: datetime) -> GlanceDay:
    strokes = tuple(_stroke(entry, day) for entry in entries)
    return GlanceDay(day, strokes, len(strokes), column(now, day) if now.date() == day else None)


def _stroke(entry: AgendaEntry, day: date) -> Stroke:
    start = min(column(entry.start, day), COLUMNS - 1)
    look = "optional" if entry.optional else entry.kind.value
    return Stroke(start, max(1, column(entry.end, day) - start), look)


def column(moment: datetime, day: date) -> int:
    """Of a moment of ``day``; what lies outside the hours drawn is drawn at the edge."""
    hours = (moment.date() - day).days * 24 + moment.hour - FIRST_HOUR
    return max(0, min(COLUMNS, (hours * 60 + moment.minute) // 5))
