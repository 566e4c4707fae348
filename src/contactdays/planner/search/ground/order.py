"""What has to come first, as rows of the model."""

from collections.abc import Mapping
from graphlib import TopologicalSorter

from contactdays.planner.search.linear.rows import Rows

from .grid import Grid
from .options import Ways

RULE = "precedence"


def keep_order(rows: Rows, grid: Grid, ways: Ways, of_request: Mapping[int, list[int]]) -> None:
    """A request has begun by a time only if each request before it has ended by then.

    Rows over all its columns up to a start, and all of the other that have ended then: the strongest form, with
    which the relaxation of precedence alone is whole. ``of_request``: columns by request.
    """
    before = predecessors(grid)
    for number, columns in of_request.items():
        for other in before[number]:
            ended = of_request.get(other, []) if other is not None else []
            _order(rows, ways, columns, ended)


def predecessors(grid: Grid) -> list[list[int | None]]:
    """The requests (numbers) that are to be held before each; None is one that never is."""
    numbers = {each.id: number for number, each in enumerate(grid.requests)}
    return [[numbers.get(each) for each in request.after] for request in grid.requests]


def in_order(grid: Grid) -> list[int]:
    """All requests, each after those that come before it."""
    before = predecessors(grid)
    graph = {number: [each for each in others if each is not None] for number, others in enumerate(before)}
    return list(TopologicalSorter(graph).static_order())


def with_predecessors(grid: Grid, wanted: set[int]) -> set[int]:
    """``wanted`` and all requests that have to be held before them."""
    before, found = predecessors(grid), set(wanted)
    for number in reversed(in_order(grid)):
        if number in found:
            found.update(each for each in before[number] if each is not None)
    return found


def _order(rows: Rows, ways: Ways, columns: list[int], others: list[int]) -> None:
    """One row for each set of ``others`` that have ended, with as many of ``columns`` as it bounds."""
    last_start: dict[tuple[int, ...], int] = {}
    for start in sorted({ways.options[each].start for each in columns}):
        last_start[tuple(each for each in others if ways.options[each].end <= start)] = start
    for ended, start in last_start.items():
        begun = [each for each in columns if ways.options[each].start <= start]
        rows.add(RULE, [*begun, *ended], 0, -1, factors=[1] * len(begun) + [-1] * len(ended))
