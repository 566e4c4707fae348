"""The optimum, mostly without branching over everything.

The linear relaxation of these weeks is tight and its vertices are nearly whole: an integer programme over the
columns that a few optimal vertices use often reaches the relaxation's bound, and then is the proven optimum.
The vertices are found by adding small random favours to the weights. Only when that fails is the whole model
given to branch and bound, from the best solution met.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import floor, inf
from random import Random

from contactdays.planner.search.linear.highs import Answer, Face, Limits, Relaxation, maximise
from contactdays.planner.search.model.bound import ROUNDING
from contactdays.planner.search.model.model import Model

from .levels import levels_for
from .programme import Programme

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Best:
    """The best columns met, the least proven bound, and the face of the relaxation's optima if they reach it."""

    answer: Answer
    face: Face | None = None


def optimum(model: Model, start: tuple[int, ...] | None, limits: Limits) -> Answer:
    """The most valuable columns of ``model``; ``start`` is a solution to begin with, if one is known."""
    columns, most = range(len(model.weights)), len(model.grid.requests)
    levels = levels_for([()] * len(columns), ())
    return best_of(Programme(model.weights, model.rows, columns, levels, most), start, limits).answer


def best_of(programme: Programme, start: tuple[int, ...] | None, limits: Limits) -> Best:
    """The best columns of ``programme``; ``start`` is a solution to begin with, if one is known."""
    best, bound = start, inf
    relaxation = Relaxation(programme.weights, programme.rows, limits) if programme.weights else None
    first = relaxation.optimum() if relaxation is not None else None
    if relaxation is not None and first is not None:
        bound, face = first[0], relaxation.face()
        for number, pool in enumerate(_pools(programme, relaxation, {*first[1], *(start or ())}, limits)):
            if best is not None and _is_reached(programme, best, bound):
                break
            found = _best_among(programme, pool, best, limits)
            if found is None:
                continue
            better = best is None or programme.value(found) > programme.value(best)
            best = found
            _tell(programme, best, bound, limits)
            if _is_reached(programme, best, bound) or (number and not better):
                break
        if best is not None and _is_reached(programme, best, bound):
            exact = bound - programme.value(best) < ROUNDING
            return Best(Answer(best, bound, False, 0), face if exact else None)
    answer = maximise(programme.weights, programme.rows, limits, start=best)
    if answer.infeasible:
        return Best(answer)
    chosen = best if answer.chosen is None else programme.settled(answer.chosen)
    return Best(Answer(chosen, min(bound, answer.bound), False, answer.nodes))


def _is_reached(programme: Programme, columns: tuple[int, ...], bound: float) -> bool:
    return programme.value(columns) >= floor(bound + ROUNDING)


def _tell(programme: Programme, best: tuple[int, ...], bound: float, limits: Limits) -> None:
    if limits.improved is not None:
        limits.improved(programme.value(best), bound)


def _pools(programme: Programme, relaxation: Relaxation, pool: set[int], limits: Limits) -> Iterator[list[int]]:
    """Growing sets of columns, from ``pool`` on."""
    pool = {*pool, *programme.counting}
    yield sorted(pool)
    dice = Random(limits.seed)  # noqa: S311 a repeatable search, no secret
    favour = 0.5 / max(1, programme.most)
    for _ in range(ROUNDS - 1):
        other = relaxation.optimum([dice.random() * favour for _ in programme.weights])
        if other is None:
            return
        pool.update(other[1])
        yield sorted(pool)


def _best_among(
    programme: Programme, pool: list[int], start: tuple[int, ...] | None, limits: Limits
) -> tuple[int, ...] | None:
    """The best solution that uses columns of ``pool`` only."""
    numbers = {column: number for number, column in enumerate(pool)}
    known = tuple(numbers[column] for column in start) if start is not None else None
    weights = [programme.weights[column] for column in pool]
    answer = maximise(weights, programme.rows.among(numbers), replace(limits, improved=None), start=known)
    if answer.chosen is None:
        return start
    return programme.settled(pool[number] for number in answer.chosen)
