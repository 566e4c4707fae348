"""The optimum, mostly without branching over everything.

The linear relaxation of these weeks is tight and its vertices are nearly whole: an integer programme over the
columns that a few optimal vertices use often reaches the relaxation's bound, and then is the proven optimum.
The vertices are found by adding small random favours to the weights. Only when that fails is the whole model
given to branch and bound, from the best solution met.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import floor, inf
from random import Random

from .bound import ROUNDING
from .highs import Answer, Limits, Relaxation, maximise
from .model import Model

ROUNDS = 3


def optimum(model: Model, start: tuple[int, ...] | None, limits: Limits) -> Answer:
    """The best columns of ``model``; ``start`` is a solution to begin with, if one is known."""
    best = start
    bound = inf
    for number, (pool, limit) in enumerate(_pools(model, start, limits)):
        bound = limit
        found = _best_among(model, pool, best, limits)
        if found is None:
            continue
        better = best is None or _value(model, found) > _value(model, best)
        best = found
        _tell(model, best, bound, limits)
        if _value(model, best) >= floor(bound + ROUNDING):
            return Answer(best, bound, False, 0)
        if number and not better:
            break
    answer = maximise(model.weights, model.rows, limits, start=best)
    if answer.infeasible:
        return answer
    return Answer(answer.chosen or best, min(bound, answer.bound), False, answer.nodes)


def _value(model: Model, columns: tuple[int, ...]) -> int:
    return sum(model.weights[column] for column in columns)


def _tell(model: Model, best: tuple[int, ...], bound: float, limits: Limits) -> None:
    if limits.improved is not None:
        limits.improved(_value(model, best), bound)


def _pools(model: Model, start: tuple[int, ...] | None, limits: Limits) -> Iterator[tuple[list[int], float]]:
    """Growing sets of columns, each with the relaxation's bound on the whole."""
    if not model.weights:
        return
    relaxation = Relaxation(model.weights, model.rows, limits)
    first = relaxation.optimum()
    if first is None:
        return
    bound, support = first
    pool = {*support, *(start or ())}
    yield sorted(pool), bound
    dice = Random(limits.seed)  # noqa: S311 a repeatable search, no secret
    favour = 0.5 / max(1, len(model.grid.requests))
    for _ in range(ROUNDS - 1):
        other = relaxation.optimum([dice.random() * favour for _ in model.weights])
        if other is None:
            return
        pool.update(other[1])
        yield sorted(pool), bound


def _best_among(model: Model, pool: list[int], start: tuple[int, ...] | None, limits: Limits) -> tuple[int, ...] | None:
    """The best solution that uses columns of ``pool`` only."""
    numbers = {column: number for number, column in enumerate(pool)}
    known = tuple(numbers[column] for column in start) if start is not None else None
    weights = [model.weights[column] for column in pool]
    answer = maximise(weights, model.rows.among(numbers), replace(limits, improved=None), start=known)
    if answer.chosen is None:
        return start
    return tuple(pool[number] for number in answer.chosen)
