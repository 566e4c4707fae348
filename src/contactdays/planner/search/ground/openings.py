"""When and where a meeting could be held, whoever meets: what many requests have in common."""

from collections import defaultdict
from typing import NamedTuple

from contactdays.planner.values import Request

from .grid import Grid
from .options import ANYWHERE, Need, Ways, fits, form_a_chain
from .stands import Stand


class Kind(NamedTuple):
    """What requests ask of a place: for how many, for how long, and of which kind."""

    people: int
    duration: int
    place_kind: str | None


class Opening(NamedTuple):
    """A start, and the stands one of which is taken: ``takes``, or ``stand`` where it must be known.

    ``pinned``: only for meetings that are pinned to the one place of ``stand``.
    """

    start: int
    end: int
    first: int
    last: int
    building: str
    stand: int
    takes: frozenset[int]
    pinned: bool


def kind_of(request: Request) -> Kind:
    """What ``request`` asks of a place."""
    return Kind(len(request.participants), request.duration, request.place_kind)


def openings_of(grid: Grid, stands: list[Stand]) -> tuple[dict[Kind, list[Opening]], Ways]:
    """The openings of each kind of request, in order of time, and what Ways tells of them, without options.

    Wholes whose parts are used too (stands that block others) are left out: what they could add is little.
    """
    kinds = sorted({kind_of(each) for each in grid.requests}, key=repr)
    places = _Places(grid, stands, kinds)
    found = {kind: [opening for slot in range(len(grid.slots)) for opening in places.at(kind, slot)] for kind in kinds}
    return found, Ways([], stands, places.takes)


class _Places:
    def __init__(self, grid: Grid, stands: list[Stand], kinds: list[Kind]) -> None:
        self.grid, self.stands = grid, stands
        self.half_day = {slot: day for day, slots in enumerate(grid.half_days) for slot in slots}
        self.of: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, stand in enumerate(stands):
            if not stand.blocks:
                self.of[stand.half_day][stand.building].append(number)
        self.takes: dict[Need, frozenset[int]] = {}
        self.loose = {day for day in self.of if self._nested(day, kinds)}

    def at(self, kind: Kind, first: int) -> list[Opening]:
        """The openings of ``kind`` that start in slot ``first``."""
        start = self.grid.starts[first]
        end = start + kind.duration
        last = self.grid.last_covered(first, end)
        if last is None:
            return []
        found: list[Opening] = []
        for building in self.of[self.half_day[first]]:
            taken = self._taken(kind, first, building)
            anywhere = first == last and self.half_day[first] in self.loose
            if anywhere and taken:
                found.append(Opening(start, end, first, last, building, ANYWHERE, taken, False))
            for number in sorted(taken):
                single = self.stands[number].single
                if single or not anywhere:
                    one = frozenset({number})
                    found.append(Opening(start, end, first, last, building, number, one, anywhere))
        return found

    def _taken(self, kind: Kind, first: int, building: str) -> frozenset[int]:
        need = Need(first, kind.people, kind.duration, building, kind.place_kind)
        start = self.grid.starts[first]
        if need not in self.takes:
            self.takes[need] = frozenset(
                number
                for number in self.of[self.half_day[first]][building]
                if fits(self.stands[number], kind.people, kind.place_kind, start, start + kind.duration)
            )
        return self.takes[need]

    def _nested(self, day: int, kinds: list[Kind]) -> bool:
        """Whether in each slot what one kind may take lies within what another may."""
        return all(
            form_a_chain({self._taken(kind, slot, building) for kind in kinds})
            for slot in self.grid.half_days[day]
            for building in self.of[day]
        )
