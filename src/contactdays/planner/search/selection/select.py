"""Which requests are held, and in which slots: the exact stage."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from contactdays.planner.search.conflict.conflict import explain_conflict
from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.options import Option, Ways, ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.linear.highs import Limits
from contactdays.planner.search.model.model import Model, build, lingering
from contactdays.planner.values import Plan, StoppedEarly

from .goals import VALUE, Goal, goals_of
from .greedy import first_columns
from .tiers import Climbed, Met, climb

MOST_OPTIONS_APART = 400_000


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a goal of ``tier`` was reached, and the least proven upper bound on it.

    Both in units of the tier's score. The bound holds for every plan that is no worse by the goals before.
    """

    tier: int
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether no more is possible."""
        return self.value == self.bound


@dataclass(frozen=True, slots=True)
class Selection:
    """Options chosen (columns of ``model``), their ``value``, and the least proven upper ``bound`` on it.

    ``goals``: what was reached of each goal, in the order of the problem's tiers (breaks and room moves are not
    among them; ``leximin`` is several). Where value is not the first goal, ``bound`` is the flow bound, whatever
    the goals before cost.
    """

    model: Model
    chosen: tuple[int, ...]
    value: int
    bound: int
    goals: tuple[Reached, ...] = ()

    def held(self) -> list[Option]:
        """The options chosen."""
        return [self.model.ways.options[column] for column in self.chosen]

    @property
    def by_value_alone(self) -> bool:
        """Whether nothing but value decides which meetings are held."""
        return len(self.goals) == 1 and _is_value(self.model.grid, self.goals[0].tier)

    @property
    def proven(self) -> bool:
        """Whether no tier can be better, as far as a selection decides it."""
        return all(each.proven for each in self.goals)


def select(
    grid: Grid, ways: Ways, flow: int, limits: Limits, warm: Plan | None = None, met: Met | None = None
) -> Selection:
    """The best set of meetings with their slots, by the problem's tiers; ``warm`` is a plan to start from.

    ``met`` is told a model and columns of it that could be held, whenever there is something better.

    Where a meeting may end so late that only those who stay at their place make the next slot, three models
    stand in for one: the strict one plans as if everybody moved, the loose one as if nobody had to; when what
    they reach differs, the one that tells places apart decides, unless it would be larger than
    MOST_OPTIONS_APART; then the selection stays unproven. Raises Infeasible, or StoppedEarly.
    """
    goals = goals_of(grid, ways)
    known = _known(grid, goals, flow)
    if not lingering(grid, ways):
        model = build(grid, ways, linger=False, apart=False)
        return _selection(model, goals, _climbed(model, goals, known, limits, warm, met), flow)
    loose = _climbed(build(grid, ways, linger=False, apart=False), goals, known, limits, warm)
    strict = build(grid, ways, linger=True, apart=False)
    climbed = climb(strict, goals, first_columns(strict, warm), limits, met=met)
    climbed = replace(climbed, bounds=_sound(climbed, loose, goals, ways))
    if climbed.chosen is not None and climbed.reached == climbed.bounds:
        return _selection(strict, goals, climbed, flow)
    apart = ways_of(grid, stands_of(grid, apart=True), apart=True)
    if len(apart.options) > MOST_OPTIONS_APART and climbed.chosen is not None:
        return _selection(strict, goals, climbed, flow)
    exact = build(grid, apart, linger=False, apart=True)
    goals = goals_of(grid, apart)
    return _selection(exact, goals, _climbed(exact, goals, loose.bounds[:1], limits, warm, met), flow)


def _known(grid: Grid, goals: Sequence[Goal], flow: int) -> tuple[int, ...]:
    """The bounds known beforehand: the flow bound, when the first goal is value alone."""
    return (flow,) if _is_value(grid, goals[0].tier) else ()


def _is_value(grid: Grid, tier: int) -> bool:
    tiers = grid.problem.objectives
    return tier == len(tiers) or tiers[tier] == VALUE


def _climbed(
    model: Model,
    goals: Sequence[Goal],
    known: Sequence[int],
    limits: Limits,
    warm: Plan | None,
    met: Met | None = None,
) -> Climbed:
    climbed = climb(model, goals, first_columns(model, warm), limits, known, met)
    if climbed.infeasible:
        raise explain_conflict(model, limits)
    if climbed.chosen is None:
        raise StoppedEarly("stopped_early")
    return climbed


def _sound(climbed: Climbed, loose: Climbed, goals: Sequence[Goal], ways: Ways) -> tuple[int, ...]:
    """The bounds of the loose model as far as they hold: up to the first goal of which less was reached."""
    bounds: list[int] = []
    for number in range(len(climbed.reached)):
        holds = climbed.reached[:number] == loose.reached[:number]
        bounds.append(loose.bounds[number] if holds else goals[number].ceiling(ways))
    return tuple(bounds)


def _selection(model: Model, goals: Sequence[Goal], climbed: Climbed, flow: int) -> Selection:
    requests, chosen = model.grid.requests, climbed.chosen or ()
    value = sum(requests[model.ways.options[column].request].weight for column in chosen)
    reached = [
        Reached(goal.tier, value, bound)
        for goal, value, bound in zip(goals, climbed.reached, climbed.bounds, strict=True)
    ]
    bound = reached[0].bound if _is_value(model.grid, goals[0].tier) else flow
    return Selection(model, chosen, value, bound, tuple(reached))
