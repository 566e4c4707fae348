"""The bound that ignores when: how much value the free slots, caps and places could hold at best."""

from collections import defaultdict
from math import floor

from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.options import Ways
from contactdays.planner.search.linear.highs import Limits, maximise
from contactdays.planner.search.linear.rows import Rows

ROUNDING = 1e-4


def flow_bound(grid: Grid, ways: Ways, limits: Limits) -> int:
    """An upper bound on the value of any plan: the best b-matching of requests, times forgotten.

    Each party has its cap and its free slots, all parties together the slots of all places (a linear
    programme; between two kinds of parties a flow).
    """
    numbers, rows = flow_rows(grid, ways)
    answer = maximise([grid.requests[each].weight for each in numbers], rows, limits, whole=False)
    return floor(answer.bound + ROUNDING)


def flow_rows(grid: Grid, ways: Ways) -> tuple[list[int], Rows]:
    """The requests (by number) that can be held at all, a column each, and the rows that limit them."""
    slots, of_party, numbers = _demand(grid, ways)
    rows = Rows()
    for party, free in of_party.items():
        mine = [column for column, number in enumerate(numbers) if party in grid.requests[number].participants]
        cap = grid.parties[party].cap
        if cap is not None:
            rows.add("cap", mine, cap)
        rows.add("double_booking", mine, len(free), factors=[slots[numbers[each]] for each in mine])
    rows.add("double_booking", range(len(numbers)), _room(grid, ways), factors=[slots[each] for each in numbers])
    return numbers, rows


def _demand(grid: Grid, ways: Ways) -> tuple[dict[int, int], dict[str, set[int]], list[int]]:
    """Fewest slots each request touches, slots each party might use, and the requests, in order."""
    slots: dict[int, int] = {}
    of_party: dict[str, set[int]] = defaultdict(set)
    for option in ways.options:
        touched = option.last - option.first + 1
        slots[option.request] = min(touched, slots.get(option.request, touched))
        for party in grid.requests[option.request].participants:
            of_party[party].update(range(option.first, option.last + 1))
    return slots, of_party, sorted(slots)


def _room(grid: Grid, ways: Ways) -> int:
    """Slots of all places, each counted where it is open for some of it."""
    total = 0
    for stand in ways.stands:
        for slot in grid.half_days[stand.half_day]:
            begin, finish = grid.slots[slot].start, grid.slots[slot].end
            if any(start < finish and begin < end for start, end in stand.free):
                total += len(stand.places)
    return total
