"""Which requests are held, and in which slots: the exact stage."""

from dataclasses import dataclass
from math import floor, inf, isfinite

from contactdays.planner.values import Plan, StoppedEarly

from .bound import ROUNDING
from .conflict import explain_conflict
from .greedy import first_columns
from .grid import Grid
from .highs import Answer, Limits
from .model import Model, build, lingering
from .options import Option, Ways, ways_of
from .pool import optimum
from .stands import stands_of

MOST_OPTIONS_APART = 400_000


@dataclass(frozen=True, slots=True)
class Selection:
    """Options chosen (columns of ``model``), their ``value``, and the least proven upper ``bound``."""

    model: Model
    chosen: tuple[int, ...]
    value: int
    bound: int

    def held(self) -> list[Option]:
        """The options chosen."""
        return [self.model.ways.options[column] for column in self.chosen]


def select(grid: Grid, ways: Ways, flow: int, limits: Limits, warm: Plan | None = None) -> Selection:
    """The most valuable set of meetings with their slots; ``warm`` is a plan to start from.

    Where a meeting may end so late that only those who stay at their place make the next slot, three models
    stand in for one: the strict one plans as if everybody moved, the loose one as if nobody had to; when their
    values differ, the one that tells places apart decides, unless it would be larger than
    MOST_OPTIONS_APART; then the selection stays unproven. Raises Infeasible, or StoppedEarly.
    """
    if not lingering(grid, ways):
        return _best(build(grid, ways, linger=False, apart=False), flow, limits, warm)
    loose = build(grid, ways, linger=False, apart=False)
    above = _answer(loose, limits, warm)
    bound = _least(flow, above)
    strict = build(grid, ways, linger=True, apart=False)
    answer = optimum(strict, first_columns(strict, warm), limits)
    if answer.chosen is not None:
        selection = _selection(strict, answer, bound)
        if selection.value == bound:
            return selection
    apart = ways_of(grid, stands_of(grid, apart=True), apart=True)
    if len(apart.options) > MOST_OPTIONS_APART and answer.chosen is not None:
        return selection
    return _best(build(grid, apart, linger=False, apart=True), bound, limits, warm)


def _best(model: Model, bound: int, limits: Limits, warm: Plan | None) -> Selection:
    answer = _answer(model, limits, warm)
    return _selection(model, answer, _least(bound, answer))


def _answer(model: Model, limits: Limits, warm: Plan | None) -> Answer:
    start = first_columns(model, warm)
    if limits.cancelled is not None and limits.cancelled():
        answer = Answer(None, inf, False, 0)
    else:
        answer = optimum(model, start, limits)
    if answer.infeasible:
        raise explain_conflict(model, limits)
    if answer.chosen is not None:
        return answer
    if start is None:
        raise StoppedEarly("stopped_early")
    return Answer(start, answer.bound, False, answer.nodes)


def _least(bound: int, answer: Answer) -> int:
    """The lesser of two upper bounds; HiGHS may not have got as far as one."""
    return min(bound, floor(answer.bound + ROUNDING)) if isfinite(answer.bound) else bound


def _selection(model: Model, answer: Answer, bound: int) -> Selection:
    chosen = answer.chosen or ()
    value = sum(model.weights[column] for column in chosen)
    return Selection(model, chosen, value, bound)
