"""What a repair wants, as goals that are reached one after the other."""

from collections.abc import Callable

from contactdays.planner.search.selection.goals import Goal
from contactdays.planner.values import Spared

from .board import Board
from .calm import calm

ORDERED = 3
"""The goals that an option is proven by: value, unaffected and affected meetings at their time."""


def goals_for(board: Board, spares: Spared) -> list[Goal]:
    """Value and quiet in the order that ``spares`` says, then quiet for those who were hit themselves.

    Then, where options know their place, that it is kept, and at last few breaks for those who are disturbed.
    """
    value = list(board.model.weights)
    cost = cost_of(board, senior=spares is Spared.SENIORITY)
    quiet = [cost(board.option(column).request) if stays else 0 for column, stays in enumerate(board.stays)]
    near = [int(stays and board.option(column).request in board.affected) for column, stays in enumerate(board.stays)]
    wanted = [quiet, value, near] if spares is Spared.PEOPLE else [value, quiet, near]
    wanted += [[int(each) for each in board.at_home]] if board.told_apart else []
    wanted += [calm(board)]
    return [Goal(number, each) for number, each in enumerate(wanted)]


def cost_of(board: Board, *, senior: bool) -> Callable[[int], int]:
    """What it costs to take the meeting of a request from its time: nothing unless it is unaffected."""
    weights = {each.id: each.weight for each in board.grid.problem.participants}

    def cost(request: int) -> int:
        if request not in board.unaffected:
            return 0
        return sum(weights[each] for each in board.grid.requests[request].participants) if senior else 1

    return cost
