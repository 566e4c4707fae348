"""The cheapest way to give each of a few things one of a few others."""

from contactdays.planner.values import PlannerError

FORBIDDEN = 1 << 40


def cheapest(costs: list[list[int]]) -> list[int]:
    """For each row the column given to it, all different, with the least total cost; PlannerError if too few.

    Rows are at most as many as columns; FORBIDDEN marks a pair that is not to be. Shortest augmenting paths
    with potentials (the Hungarian method as by Jonker and Volgenant, 1987), cubic.
    """
    if not costs:
        return []
    width = len(costs[0])
    row_price, column_price = [0] * (len(costs) + 1), [0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, len(costs) + 1):
        _augment(costs, row, row_price, column_price, owner)
    given = [0] * len(costs)
    for column in range(1, width + 1):
        if owner[column]:
            given[owner[column] - 1] = column - 1
    return given


def _augment(costs: list[list[int]], row: int, row_price: list[int], column_price: list[int], owner: list[int]) -> None:
    """Find a place for ``row``, moving others along the shortest path; column 0 stands for none yet."""
    count = len(column_price)
    slack, parent, settled = [FORBIDDEN * 4] * count, [0] * count, [False] * count
    owner[0], column = row, 0
    while owner[column]:
        settled[column] = True
        reached, nearest, delta = owner[column], 0, FORBIDDEN * 4
        for other in range(1, count):
            if settled[other]:
                continue
            reduced = costs[reached - 1][other - 1] - row_price[reached] - column_price[other]
            if reduced < slack[other]:
                slack[other], parent[other] = reduced, column
            if slack[other] < delta:
                delta, nearest = slack[other], other
        if not nearest:
            raise PlannerError("more_meetings_than_places")
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
