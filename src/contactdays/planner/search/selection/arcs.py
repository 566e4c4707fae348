"""The flow bound of every goal: what the k-th meeting of a party is worth rides on the k-th of parallel arcs."""

from collections.abc import Sequence
from math import floor

from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.options import Ways
from contactdays.planner.search.linear.highs import Limits, Relaxation
from contactdays.planner.search.model.bound import ROUNDING, flow_rows

from .goals import Goal
from .levels import levels_for
from .programme import Programme


def flow_bounds(grid: Grid, ways: Ways, goals: Sequence[Goal], limits: Limits) -> list[int]:
    """An upper bound of each goal, times forgotten, in units of its tier's score.

    Each holds for plans that reach the bounds of the goals before (the first for any plan). Worths fall with k, so
    that the programme stays a flow with convex costs between two kinds of parties, and its optimum whole. The list
    ends where the search was stopped.
    """
    numbers, rows = flow_rows(grid, ways)
    levels = levels_for([grid.requests[each].participants for each in numbers], goals)
    levels.count(rows)
    programme = Programme([0] * levels.columns, rows, range(levels.columns), levels, len(numbers))
    bounds: list[int] = []
    for goal in goals:
        programme = programme.aiming(levels.weights(goal, _of_requests(goal, ways, numbers)))
        relaxation = Relaxation(programme.weights, programme.rows, limits)
        found = relaxation.optimum() if programme.weights else (0.0, [])
        if found is None:
            break
        bounds.append(floor(found[0] + ROUNDING) + goal.constant)
        if programme.weights:
            programme = programme.on(relaxation.face())
    return bounds


def _of_requests(goal: Goal, ways: Ways, numbers: list[int]) -> list[int]:
    """What each request adds at best, in the order of ``numbers``."""
    best: dict[int, int] = {}
    for worth, option in zip(goal.options, ways.options, strict=True):
        best[option.request] = max(worth, best.get(option.request, worth))
    return [best[each] for each in numbers]
