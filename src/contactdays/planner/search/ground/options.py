"""Every way in which a request could be held."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from contactdays.planner.values import Request

from .grid import Grid
from .stands import Stand
from .stretches import contains

ANYWHERE = -1


class Option(NamedTuple):
    """A request (its number) held from ``start`` to ``end``, touching slots ``first`` to ``last``.

    ``stand``: the number of the stand it is held at, or ANYWHERE for any ordinary stand of ``building`` that
    takes it.
    """

    request: int
    start: int
    end: int
    first: int
    last: int
    building: str
    stand: int


class Need(NamedTuple):
    """What a meeting that starts in slot ``first`` asks of a stand of ``building``."""

    first: int
    people: int
    duration: int
    building: str
    kind: str | None


def need_of(option: Option, request: Request) -> Need:
    """What ``request``, held as ``option`` says, asks of a stand."""
    return Need(option.first, len(request.participants), request.duration, option.building, request.place_kind)


@dataclass(frozen=True, slots=True)
class Ways:
    """All options, the stands they are held at, and which stands an option held anywhere may take."""

    options: list[Option]
    stands: list[Stand]
    takes: dict[Need, frozenset[int]]


def ways_of(grid: Grid, stands: list[Stand], *, apart: bool) -> Ways:
    """The options of every request of ``grid``; with ``apart`` none is held just anywhere."""
    finder = _Finder(grid, stands, apart)
    options = [option for number, request in enumerate(grid.requests) for option in finder.options(number, request)]
    return Ways(options, stands, finder.takes)


class _Finder:
    def __init__(self, grid: Grid, stands: list[Stand], apart: bool) -> None:
        self.grid = grid
        self.stands = stands
        self.takes: dict[Need, frozenset[int]] = {}
        self.at: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, stand in enumerate(stands):
            self.at[stand.half_day][stand.building].append(number)
        self.half_day = {slot: day for day, slots in enumerate(grid.half_days) for slot in slots}
        self.free: dict[tuple[str, int], frozenset[int]] = {}
        kinds = {(len(each.participants), each.duration, each.place_kind) for each in grid.requests}
        self.loose = set() if apart else {day for day in self.at if self._nested(day, kinds)}

    def options(self, number: int, request: Request) -> Iterator[Option]:
        """In order of start, then building, then stand."""
        pin = self.grid.pins.get(request.id)
        for first in self._common_slots(request):
            start = self.grid.starts[first]
            end = start + request.duration
            if pin is not None and pin.start not in (None, start):
                continue
            last = self.grid.last_covered(first, end)
            if last is not None and _in_window(request, start, end):
                place = pin.place if pin is not None else None
                when = Option(number, start, end, first, last, "", ANYWHERE)
                yield from self._placed(when, request, place)

    def _placed(self, when: Option, request: Request, pinned: str | None) -> Iterator[Option]:
        half_day = self.half_day[when.first]
        for building, numbers in self.at[half_day].items():
            near = self._has_way(request, when, building, None)
            anywhere = near and pinned is None and when.first == when.last and half_day in self.loose
            there = when._replace(building=building)
            if anywhere and self._takes(need_of(there, request)):
                yield there
            for number in numbers:
                stand = self.stands[number]
                if anywhere and not stand.blocks:
                    continue
                if pinned in (None, stand.places[0]) and self._suits(when, request, stand, near):
                    yield when._replace(building=building, stand=number)

    def _suits(self, when: Option, request: Request, stand: Stand, near: bool) -> bool:
        if not fits(stand, len(request.participants), request.place_kind, when.start, when.end):
            return False
        return near or (stand.single and self._has_way(request, when, stand.building, stand.places[0]))

    def _has_way(self, request: Request, when: Option, building: str, place: str | None) -> bool:
        return all(self.grid.has_way(party, when.start, when.end, building, place) for party in request.participants)

    def _common_slots(self, request: Request) -> list[int]:
        each = [self._free_slots(party, request.duration) for party in request.participants]
        return sorted(frozenset.intersection(*each))

    def _free_slots(self, party: str, duration: int) -> frozenset[int]:
        known = self.free.get((party, duration))
        if known is None:
            free = self.grid.parties[party].is_free
            known = frozenset(n for n, start in enumerate(self.grid.starts) if free(start, start + duration))
            self.free[party, duration] = known
        return known

    def _takes(self, need: Need) -> frozenset[int]:
        """The ordinary stands that meet ``need``."""
        known = self.takes.get(need)
        if known is None:
            start = self.grid.starts[need.first]
            known = frozenset(
                number
                for number in self.at[self.half_day[need.first]][need.building]
                if not self.stands[number].blocks
                and fits(self.stands[number], need.people, need.kind, start, start + need.duration)
            )
            self.takes[need] = known
        return known

    def _nested(self, half_day: int, kinds: set[tuple[int, int, str | None]]) -> bool:
        """Whether in each slot what one kind of meeting may take lies within what another may.

        Then counting by slot is enough (Hall's condition on nested sets).
        """
        return all(
            form_a_chain(
                {self._takes(Need(slot, people, duration, building, kind)) for people, duration, kind in kinds}
            )
            for slot in self.grid.half_days[half_day]
            for building in self.at[half_day]
        )


def fits(stand: Stand, people: int, kind: str | None, start: int, end: int) -> bool:
    """Whether so many people can meet at ``stand``, of the kind asked for, from ``start`` to ``end``."""
    return people <= stand.capacity and kind in (None, stand.kind) and contains(stand.free, start, end)


def form_a_chain(sets: set[frozenset[int]]) -> bool:
    """Whether of any two of ``sets`` one lies within the other."""
    ordered = sorted(sets, key=len)
    return all(small <= large for small, large in pairwise(ordered))


def _in_window(request: Request, start: int, end: int) -> bool:
    return request.window is None or (request.window.start <= start and end <= request.window.end)
