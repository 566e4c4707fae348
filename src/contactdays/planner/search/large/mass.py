"""The options of a great many requests, as arrays."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from contactdays.planner.search.anneal.board import Longs
from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.openings import Opening, kind_of, openings_of
from contactdays.planner.search.ground.options import ANYWHERE, Option, Ways
from contactdays.planner.search.ground.stands import Stand
from contactdays.planner.values import Request

Flags = NDArray[np.bool_]
CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Mass:
    """Option number n holds request ``request[n]`` at ``openings[opening[n]]``; in order of request and start."""

    grid: Grid
    ways: Ways
    openings: list[Opening]
    request: Longs
    opening: Longs

    def options(self, columns: Iterable[int]) -> list[Option]:
        """Some options as single values."""
        found = []
        for column in columns:
            at = self.openings[self.opening[column]]
            number = int(self.request[column])
            found.append(Option(number, at.start, at.end, at.first, at.last, at.building, at.stand))
        return found


def mass_of(grid: Grid, stands: list[Stand]) -> Mass:
    """The options of every request of ``grid``."""
    by_kind, ways = openings_of(grid, stands)
    of_kind: dict[object, list[int]] = defaultdict(list)
    for number, each in enumerate(grid.requests):
        of_kind[kind_of(each)].append(number)
    names = {name: number for number, name in enumerate(grid.parties)}
    openings: list[Opening] = []
    found: list[tuple[Longs, Longs]] = []
    for kind, there in by_kind.items():
        free = _presence(grid, there)
        for begin in range(0, len(of_kind[kind]), CHUNK):
            numbers = of_kind[kind][begin : begin + CHUNK]
            rows, columns = np.nonzero(_feasible(grid, stands, there, free, numbers, names))
            found.append((np.array(numbers, np.int64)[rows], columns + len(openings)))
        openings += there
    request = np.concatenate([np.zeros(0, np.int64), *(each[0] for each in found)])
    opening = np.concatenate([np.zeros(0, np.int64), *(each[1] for each in found)])
    order = np.argsort(request, kind="stable")
    return Mass(grid, ways, openings, request[order], opening[order])


def _presence(grid: Grid, openings: list[Opening]) -> Flags:
    """Which party could be where when."""
    return np.array(
        [
            [
                party.is_free(each.start, each.end)
                and (not party.placed or grid.has_way(name, each.start, each.end, each.building, None))
                for each in openings
            ]
            for name, party in grid.parties.items()
        ],
        np.bool_,
    ).reshape(len(grid.parties), len(openings))


def _feasible(
    grid: Grid, stands: list[Stand], openings: list[Opening], free: Flags, numbers: list[int], names: dict[str, int]
) -> Flags:
    requests = [grid.requests[each] for each in numbers]
    people = np.array([[names[party] for party in each.participants] for each in requests], np.int64)
    feasible: Flags = np.logical_and.reduce([free[column] for column in people.T])
    ordinary = np.array([not each.pinned for each in openings], np.bool_)
    for row, each in enumerate(requests):
        if each.id in grid.pins or each.window is not None:
            feasible[row] &= np.array([_allowed(grid, stands, each, opening) for opening in openings], np.bool_)
        else:
            feasible[row] &= ordinary
    return feasible


def _allowed(grid: Grid, stands: list[Stand], request: Request, opening: Opening) -> bool:
    """Whether the window of ``request`` and its pin allow ``opening``."""
    window, pin = request.window, grid.pins.get(request.id)
    if window is not None and not (window.start <= opening.start and opening.end <= window.end):
        return False
    if pin is None or pin.place is None:
        return not opening.pinned and (pin is None or pin.start in (None, opening.start))
    there = opening.stand != ANYWHERE and stands[opening.stand].places == (pin.place,)
    return there and pin.start in (None, opening.start)
