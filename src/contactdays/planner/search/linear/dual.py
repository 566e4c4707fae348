"""Prices for what meetings compete for, from an optimal dual solution of a linear programme."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .highs import Limits, Relaxation
from .rows import Rows

Good = TypeVar("Good")


@dataclass(frozen=True, slots=True)
class Way(Generic[Good]):
    """A way to hold a request (its number), worth ``weight``, and how much it ``takes`` of which goods."""

    request: int
    weight: int
    takes: Mapping[Good, int]


def prices_of(
    ways: Sequence[Way[Good]], supply: Mapping[Good, int], compulsory: Iterable[int], limits: Limits
) -> dict[Good, float] | None:
    """A price for each good that is worth one; each request is held at most once, a compulsory one exactly once.

    None when there is no optimum: stopped, or the compulsory ones cannot all be held.
    """
    if not ways:
        return {}
    rows, goods = Rows(), list(supply)
    entries: dict[Good, list[tuple[int, int]]] = {good: [] for good in goods}
    of_request: dict[int, list[int]] = {}
    for column, way in enumerate(ways):
        of_request.setdefault(way.request, []).append(column)
        for good, amount in way.takes.items():
            if good in entries:
                entries[good].append((column, amount))
    for good in goods:
        columns, factors = [each[0] for each in entries[good]], [each[1] for each in entries[good]]
        rows.add("supply", columns, supply[good], factors=factors)
    must = set(compulsory)
    for request, columns in of_request.items():
        rows.add("once", columns, 1, int(request in must))
    relaxation = Relaxation([way.weight for way in ways], rows, limits)
    if relaxation.optimum() is None:
        return None
    return {good: price for good, price in zip(goods, relaxation.prices(), strict=False) if price > 0}
