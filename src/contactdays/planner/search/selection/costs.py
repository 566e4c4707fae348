"""What polishing has to pay for moving a meeting away from where the objectives want it."""

import numpy as np

from contactdays.planner.search.anneal.board import Longs
from contactdays.planner.search.model.model import Model
from contactdays.planner.values import Aim, Problem

from .goals import Goal, goals_of

BREAK = 16
EARLIER = 1 << 14


def moving_costs(model: Model) -> Longs | None:
    """The cost of each option against the best of its request, in sixteenths of a break; None where none has any.

    Objectives before breaks cost so much that no number of breaks makes up for it, each more than the next; those in
    the tier of breaks cost their weight against it, and those after it less than any break.
    """
    problem, ways = model.grid.problem, model.ways
    total = np.zeros(len(ways.options), np.int64)
    earlier = 1
    requests = np.array([each.request for each in ways.options], np.int64)
    for goal in reversed(goals_of(model.grid, ways)):
        worse = _worse(goal, requests)
        if worse.any():
            relation, weight = _to_breaks(problem, goal)
            earlier *= EARLIER if relation < 0 else 1
            total += worse * (earlier if relation < 0 else max(1, BREAK // weight) if relation == 0 else 1)
    return total if total.any() else None


def _worse(goal: Goal, requests: Longs) -> Longs:
    """How much less each option adds than the best of its request."""
    worths = np.array(goal.options, np.int64)
    best = np.full(int(requests.max(initial=-1)) + 1, np.iinfo(np.int64).min)
    np.maximum.at(best, requests, worths)
    return best[requests] - worths


def _to_breaks(problem: Problem, goal: Goal) -> tuple[int, int]:
    """Whether a goal comes before breaks (-1), with them (0) or after (1), and what breaks weigh there."""
    for number, tier in enumerate(problem.objectives):
        weights = [each.weight for each in tier if each.aim is Aim.BREAKS]
        if weights:
            return (goal.tier > number) - (goal.tier < number), weights[0]
    return -1, 1  # nobody asked for few breaks: they come after all that somebody asked for
