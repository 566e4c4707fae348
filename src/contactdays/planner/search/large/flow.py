"""The bound that forgets when, for a great many requests, and requests that reach it."""

from collections import defaultdict
from math import floor
from typing import NamedTuple

import numpy as np

from contactdays.planner.search.anneal.board import Longs
from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.linear.highs import Limits, Relaxation
from contactdays.planner.search.linear.rows import Rows
from contactdays.planner.search.model.bound import ROUNDING

from .mass import Mass


class Flow(NamedTuple):
    """``bound``: no plan is worth more. ``wanted``: requests (by number) that together reach it, times apart."""

    bound: int
    wanted: Longs


def flow_of(mass: Mass, limits: Limits) -> Flow:
    """The best b-matching of requests under caps, free slots and the slots of all places."""
    grid = mass.grid
    numbers = _possible(mass)
    slots = [_fewest_slots(grid, grid.requests[each].duration) for each in numbers]
    weights = [grid.requests[each].weight for each in numbers]
    relaxation = Relaxation(weights, _rows(mass, numbers, slots), limits)
    answer = relaxation.optimum() if numbers else (0.0, [])
    if answer is None:
        return Flow(sum(weights), np.array(numbers, np.int64))
    return Flow(floor(answer[0] + ROUNDING), np.array(numbers, np.int64)[answer[1]])


def _possible(mass: Mass) -> list[int]:
    """Requests that may have a way to be held; all of them where ways through wholes are not known."""
    if any(stand.blocks for stand in mass.ways.stands):
        return list(range(len(mass.grid.requests)))
    return [int(each) for each in np.unique(mass.request)]


def _fewest_slots(grid: Grid, duration: int) -> int:
    lengths = [
        last - first + 1
        for first, start in enumerate(grid.starts)
        if (last := grid.last_covered(first, start + duration)) is not None
    ]
    return min(lengths, default=1)


def _rows(mass: Mass, numbers: list[int], slots: list[int]) -> Rows:
    grid, rows = mass.grid, Rows()
    of_party: dict[str, list[int]] = defaultdict(list)
    for column, number in enumerate(numbers):
        for name in grid.requests[number].participants:
            of_party[name].append(column)
    for name, columns in of_party.items():
        party = grid.parties[name]
        if party.cap is not None:
            rows.add("cap", columns, party.cap)
        free = sum(any(s < slot.end and slot.start < e for s, e in party.free) for slot in grid.slots)
        rows.add("double_booking", columns, free, factors=[slots[each] for each in columns])
    rows.add("double_booking", range(len(numbers)), _room(mass), factors=slots)
    return rows


def _room(mass: Mass) -> int:
    """Slots of all places, each counted where it is open for some of it."""
    grid = mass.grid
    return sum(
        len(stand.places)
        for stand in mass.ways.stands
        for slot in grid.half_days[stand.half_day]
        if any(start < grid.slots[slot].end and grid.slots[slot].start < end for start, end in stand.free)
    )
