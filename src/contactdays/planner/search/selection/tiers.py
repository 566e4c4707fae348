"""One goal after the other: each made as great as can be without making an earlier one less."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import floor, isfinite

from contactdays.planner.search.linear.highs import Face, Limits
from contactdays.planner.search.model.bound import ROUNDING
from contactdays.planner.search.model.model import Model

from .goals import Goal
from .levels import levels_for
from .pool import best_of
from .programme import Programme

Met = Callable[[Model, tuple[int, ...]], None]


@dataclass(frozen=True, slots=True)
class Climbed:
    """``chosen`` columns of the model, None when no choice was found; ``reached`` and ``bounds`` by goal.

    A bound holds for every choice that is no worse by the goals before. ``infeasible``: proven that there is no
    choice.
    """

    chosen: tuple[int, ...] | None
    reached: tuple[int, ...] = ()
    bounds: tuple[int, ...] = ()
    infeasible: bool = False


def climb(
    model: Model,
    goals: Sequence[Goal],
    start: tuple[int, ...] | None,
    limits: Limits,
    known: Sequence[int] = (),
    met: Met | None = None,
) -> Climbed:
    """The best choice by ``goals``, from ``start`` on if there is one.

    ``known``: upper bounds of the first goals, if any are known; only then is ``limits`` told of better choices by
    the first. ``met`` is told the best choice on the way: the start, and after each goal but the last. A search that
    is cancelled gives the best choice so far, with the bounds that hold for it.
    """
    climber = _Climber(model, goals, start, limits)
    for number, goal in enumerate(goals):
        if met is not None and climber.best is not None:
            met(model, climber.choice())
        if number:
            climber.keep()
        if number or not known:
            climber.limits = replace(limits, improved=None)
        ceiling = known[number] if number < len(known) else goal.ceiling(model.ways)
        if number and goals[number - 1].tier == goal.tier:  # as many as have one more have at least one less
            ceiling = min(ceiling, climber.bounds[-1])
        if not climber.take(goal, ceiling):
            return Climbed(None, infeasible=climber.infeasible)
    return climber.climbed()


class _Climber:
    def __init__(self, model: Model, goals: Sequence[Goal], start: tuple[int, ...] | None, limits: Limits) -> None:
        parties = [model.grid.requests[each.request].participants for each in model.ways.options]
        self.levels = levels_for(parties, goals)
        rows = model.rows.copied()
        self.levels.count(rows)
        columns, most = range(self.levels.columns), len(model.grid.requests)
        self.programme = Programme([0] * len(columns), rows, columns, self.levels, most)
        self.last: tuple[Programme, Face | None] = self.programme, None
        self.limits = limits
        self.best = self.levels.settled(start) if start is not None else None
        self.kept: list[tuple[list[int], int]] = []
        self.reached: list[int] = []
        self.bounds: list[int] = []
        self.infeasible = False

    def take(self, goal: Goal, ceiling: int) -> bool:
        """Make ``goal`` as great as can be and keep it so; False when there is no choice at all."""
        weights = self.levels.weights(goal, goal.options)
        programme = self.programme.aiming(weights)
        enough = self.best is not None and _sum(weights, self.best) + goal.constant >= ceiling
        bound, face = (None, None) if enough else self._search(programme)
        if self.best is None:
            return False
        value = _sum(weights, self.best)
        self.reached.append(value + goal.constant)
        self.bounds.append(ceiling if bound is None else min(ceiling, max(value, bound) + goal.constant))
        self.kept.append((weights, value))
        self.last = programme, face
        return True

    def keep(self) -> None:
        """From now on only choices that are no worse by what was taken last."""
        programme, face = self.last
        self.programme = programme.keeping(self.kept[-1][1]) if face is None else programme.on(face)

    def choice(self) -> tuple[int, ...]:
        """The best columns of the model, sorted."""
        return tuple(sorted(each for each in self.best or () if each < self.levels.first))

    def climbed(self) -> Climbed:
        """What was reached."""
        return Climbed(self.choice(), tuple(self.reached), tuple(self.bounds))

    def _search(self, programme: Programme) -> tuple[int | None, Face | None]:
        """Better the best choice; the proven bound (None for none), and the face of the optima if it is reached."""
        if self.limits.cancelled is not None and self.limits.cancelled():
            return None, None
        start = programme.within(self.best) if self.best is not None else None
        found = best_of(programme, start, self.limits)
        answer = found.answer
        self.infeasible = answer.infeasible
        if answer.chosen is not None:
            chosen = programme.outside(answer.chosen)
            if all(_sum(weights, chosen) >= value for weights, value in self.kept):
                self.best = chosen
        return (floor(answer.bound + ROUNDING) if isfinite(answer.bound) else None), found.face


def _sum(weights: Sequence[int], columns: Iterable[int]) -> int:
    return sum(weights[column] for column in columns)
