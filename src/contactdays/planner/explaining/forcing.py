"""What holding a request in any case must cost, however the rest of the week is planned anew."""

from math import floor

from contactdays.planner.search.ground.candidates import as_planned
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.options import ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.linear.highs import Limits, Relaxation
from contactdays.planner.search.model.bound import ROUNDING, flow_rows
from contactdays.planner.values import Plan, Problem


def least_loss(problem: Problem, plan: Plan, request: str) -> int | None:
    """No plan that holds ``request`` is worth more than that of ``plan`` less this; None when no plan holds it.

    By the flow bound with the request held: sessions stay where ``plan`` has them.
    """
    grid = lay_out(as_planned(problem, plan))
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    numbers, rows = flow_rows(grid, ways)
    column = next((each for each, number in enumerate(numbers) if grid.requests[number].id == request), None)
    if column is None:
        return None
    rows.add("missing_must", [column], 1, 1)
    answer = Relaxation([grid.requests[each].weight for each in numbers], rows, Limits()).optimum()
    return None if answer is None else plan.value - floor(answer[0] + ROUNDING)
