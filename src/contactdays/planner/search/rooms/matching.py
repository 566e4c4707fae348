"""The cheapest way to give each of a few things one of a few others."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from contactdays.planner.search.anneal.board import Longs
from contactdays.planner.search.anneal.compiled import compiled
from contactdays.planner.values import PlannerError

Table = NDArray[np.int64]
FORBIDDEN = 1 << 40


def cheapest(costs: Sequence[Sequence[int]] | Table) -> list[int]:
    """For each row the column given to it, all different, with the least total cost; PlannerError if too few.

    Rows are at most as many as columns; FORBIDDEN marks a pair that is not to be. Shortest augmenting paths
    with potentials (the Hungarian method as by Jonker and Volgenant, 1987), cubic.
    """
    if len(costs) == 0:
        return []
    table = np.array(costs, np.int64)
    given = np.full(len(costs), -1)
    if not _assign(table.ravel(), table.shape[1], given):
        raise PlannerError("more_meetings_than_places")
    return [int(each) for each in given]


@compiled
def _assign(costs: Longs, width: int, given: Longs) -> bool:
    """Fill ``given``; False when that cannot be. ``costs``: row after row."""
    row_price, column_price = np.zeros(len(given) + 1, np.int64), np.zeros(width + 1, np.int64)
    owner, slack, parent = np.zeros(width + 1, np.int64), np.zeros(width + 1, np.int64), np.zeros(width + 1, np.int64)
    for row in range(1, len(given) + 1):
        owner[0] = row
        if not _augment(costs, row_price, column_price, owner, slack, parent):
            return False
    for column in range(1, width + 1):
        if owner[column]:
            given[owner[column] - 1] = column - 1
    return True


@compiled
def _augment(costs: Longs, row_price: Longs, column_price: Longs, owner: Longs, slack: Longs, parent: Longs) -> bool:
    """Find a column for the row that owns column 0, moving others along the shortest path; False for none."""
    count = len(column_price)
    settled = np.zeros(count, np.bool_)
    slack[:] = FORBIDDEN * 4
    column = 0
    while owner[column]:
        settled[column] = True
        nearest, delta = 0, FORBIDDEN * 4
        begin = (owner[column] - 1) * (count - 1) - 1
        for other in range(1, count):
            if settled[other]:
                continue
            reduced = costs[begin + other] - row_price[owner[column]] - column_price[other]
            if reduced < slack[other]:
                slack[other], parent[other] = reduced, column
            if slack[other] < delta:
                delta, nearest = slack[other], other
        if nearest == 0:
            return False
        for other in range(count):
            if settled[other]:
                row_price[owner[other]] += delta
                column_price[other] -= delta
            else:
                slack[other] -= delta
        column = nearest
    while column:
        owner[column] = owner[parent[column]]
        column = parent[column]
    return True
