"""The board as a score: a stave a day, rooms as lines, time to the right in columns of five minutes.

Everything is said in grid rows and columns, which ``board.css`` knows as classes; nothing is drawn here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from contactdays.editions.models import Room
from contactdays.people.naming import name_of_delegation
from contactdays.planning.board import BoardDay, BoardSession, BoardWindow
from contactdays.planning.slots import BoardSlot
from contactdays.web.organiser.columns import COLUMNS, columns

LINES = 30  # grid rows that board.css knows
NAME_COLUMNS = 72  # what a long name takes before it runs over a second line
HEIGHTS = 20  # steps in which a cell shows how full a slot is


@dataclass(frozen=True, slots=True)
class Bar:
    """A session on its line: from column ``first`` for ``length`` columns; its words may run on to ``last``."""

    at: BoardSession
    line: int
    first: int
    last: int
    length: int


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where a session stood before, on a line and in columns that are free now."""

    at: BoardSession
    line: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Bracket:
    """A principal's window: from column ``first`` for ``length`` columns; its name may run on to ``last``."""

    window: BoardWindow
    name: str
    line: int
    first: int
    last: int
    length: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A slot of the band: ``height`` in twentieths of all places in use."""

    slot: BoardSlot
    first: int
    last: int
    height: int

    @property
    def full(self) -> bool:
        return self.slot.free == 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the stave and the room it stands for."""

    room: Room
    line: int


@dataclass(frozen=True, slots=True)
class Stave:
    """One day laid out. ``band`` is the grid row of the meetings, ``lane`` that of the name of the one looked at, whose
    line follows it; 0 when nobody is."""

    day: date
    folded: bool
    brackets: tuple[Bracket, ...]
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    ghosts: tuple[Ghost, ...]
    cells: tuple[Cell, ...]
    lane: int
    band: int
    free_rooms: tuple[Room, ...]


def room_order(days: Iterable[BoardDay]) -> dict[int, int]:
    """The rooms of a week by how long sessions use them, so that a room keeps its place from day to day."""
    minutes: dict[int, float] = defaultdict(float)
    for day in days:
        for each in day.sessions:
            minutes[each.room.pk] += (each.end - each.start).total_seconds() / 60
    return {pk: place for place, pk in enumerate(sorted(minutes, key=lambda pk: (-minutes[pk], pk)))}


def stave_of(day: BoardDay, order: Mapping[int, int], *, folded: bool, with_lane: bool = False) -> Stave:
    """``day`` laid out: windows above, then the lane if one is asked for, the rooms in ``order``, and the band."""
    brackets = _brackets(day)
    lane = max((each.line for each in brackets), default=0) + 1
    top = lane + 2 if with_lane else lane
    lines = _lines(day.sessions, order, top)
    bars = tuple(_bars(day, {each.room.pk: each.line for each in lines}))
    return Stave(
        day=day.day,
        folded=folded,
        brackets=brackets,
        lines=lines,
        bars=bars,
        ghosts=tuple(_ghosts(day, lines, bars)),
        cells=tuple(_cell(slot, day.day) for slot in day.slots),
        lane=lane if with_lane else 0,
        band=min(top + len(lines), LINES),
        free_rooms=day.free_rooms,
    )


def _brackets(day: BoardDay) -> tuple[Bracket, ...]:
    """Windows in as few rows as leave their names room; a long name runs over two lines."""
    until: list[int] = []
    spans = []
    for window in day.windows:
        name = name_of_delegation(window.delegation)
        first, last = columns(window.start, window.end, day.day)
        line = next((number for number, end in enumerate(until) if end <= first), len(until))
        until[line : line + 1] = [max(last, first + min(len(name), NAME_COLUMNS))]
        spans.append((window, name, line, first, last))
    return tuple(
        Bracket(
            window,
            name,
            line + 1,
            first,
            min((start for _w, _n, other, start, _e in spans if other == line and start >= last), default=COLUMNS),
            last - first,
        )
        for window, name, line, first, last in spans
    )


def _lines(sessions: Sequence[BoardSession], order: Mapping[int, int], top: int) -> tuple[Line, ...]:
    """Rooms in use, in ``order``; those beyond the last line share it."""
    rooms = {each.room.pk: each.room for each in sessions}
    ordered = sorted(rooms.values(), key=lambda room: order[room.pk])
    return tuple(Line(room, min(top + number, LINES - 1)) for number, room in enumerate(ordered))


def _bars(day: BoardDay, lines: dict[int, int]) -> Iterable[Bar]:
    spans = [(each, *columns(each.start, each.end, day.day)) for each in day.sessions]
    for each, first, last in spans:
        line = lines[each.room.pk]
        following = [start for other, start, _end in spans if lines[other.room.pk] == line and start >= last]
        yield Bar(each, line, first, min(following, default=COLUMNS), last - first)


def _ghosts(day: BoardDay, lines: Sequence[Line], bars: Sequence[Bar]) -> Iterable[Ghost]:
    """Old places of moved sessions, on this day, on lines that are there, where nothing stands now."""
    line_of = {each.room.pk: each.line for each in lines}
    for bar in bars:
        before = bar.at.before
        if before is None or before.room.pk not in line_of:
            continue
        start = before.start.astimezone(bar.at.start.tzinfo)
        first, last = columns(start, start + (bar.at.end - bar.at.start), day.day)
        line = line_of[before.room.pk]
        if start.date() == day.day and not any(
            each.line == line and each.first < last and first < each.first + each.length for each in bars
        ):
            yield Ghost(bar.at, line, first, last)


def _cell(slot: BoardSlot, day: date) -> Cell:
    first, last = columns(slot.start, slot.end, day)
    used = slot.places - slot.free
    height = -(-used * HEIGHTS // slot.places) if slot.places else 0
    return Cell(slot, first, last, height)
