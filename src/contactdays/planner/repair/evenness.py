"""Breaks that may not differ too much: a rule that the model of a repair does not know."""

from contactdays.planner.check.breaks import uneven_breaks
from contactdays.planner.check.week import lay_out
from contactdays.planner.solving import solve
from contactdays.planner.values import Problem, RepairOption, Spared, Stop, StoppedEarly

from .offering import Offers


def is_even(changed: Problem, option: RepairOption) -> bool:
    """Whether the option keeps the rule, if the problem has it."""
    return not any(uneven_breaks(lay_out(changed, option.plan)))


def evened(changed: Problem, offers: Offers, stop: Stop, seed: int) -> RepairOption:
    """An option that keeps it, whatever it moves: planned anew from the plan there was.

    Raises StoppedEarly when that is uneven as well.
    """
    result = solve(offers.board.grid.problem, stop, seed=seed, warm_start=offers.before)
    option = offers.of_plan(Spared.VALUE, result.plan, result.bound, proven=False)
    if not is_even(changed, option):
        raise StoppedEarly("uneven_breaks")
    return option
