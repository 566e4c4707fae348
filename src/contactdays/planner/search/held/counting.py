"""Counting in clauses: unary numbers, literal k of a count holding exactly when at least k + 1 inputs do.

Both directions are always encoded: a one-way counter may claim inputs that do not hold, which makes any rule that
compares counts vacuous. Totalizer: Bailleux and Boufkhad, CP 2003.
"""

from collections.abc import Sequence

from .clauses import Clauses, Label

Count = list[int]


def totalled(clauses: Clauses, literals: Sequence[int], most: int | None = None) -> Count:
    """The count of ``literals``, exact below ``most``; its last literal then means "``most`` or more"."""
    ceiling = len(literals) if most is None else min(most, len(literals))
    if len(literals) <= 1:
        return list(literals)[:ceiling]
    half = len(literals) // 2
    return _sum(clauses, totalled(clauses, literals[:half], most), totalled(clauses, literals[half:], most), ceiling)


def summed(clauses: Clauses, counts: Sequence[Count], most: int | None = None) -> Count:
    """The sum of ``counts``, likewise."""
    if len(counts) <= 1:
        return counts[0][:most] if counts else []
    half = len(counts) // 2
    left, right = summed(clauses, counts[:half], most), summed(clauses, counts[half:], most)
    ceiling = len(left) + len(right)
    return _sum(clauses, left, right, ceiling if most is None else min(most, ceiling))


def _sum(clauses: Clauses, left: Count, right: Count, ceiling: int) -> Count:
    if not left or not right:
        return (left or right)[:ceiling]
    total = [clauses.variable() for _ in range(ceiling)]
    for one in range(len(left) + 1):
        for other in range(len(right) + 1):
            _reach(clauses, left[one - 1 : one], right[other - 1 : other], total, min(one + other, ceiling))
            if one + other < ceiling:
                clauses.add([*left[one : one + 1], *right[other : other + 1], -total[one + other]])
    return total


def _reach(clauses: Clauses, one: Count, other: Count, total: Count, reached: int) -> None:
    if reached:
        clauses.add([*(-each for each in one + other), total[reached - 1]])


def at_most_one(clauses: Clauses, literals: Sequence[int], label: Label | None) -> None:
    """No two of ``literals``, pair by pair while they are few, else in linked groups."""
    left = list(literals)
    while len(left) > 6:
        group, link = left[:4], clauses.variable()
        _no_two(clauses, group, label)
        for literal in group:
            clauses.add([-literal, link])
        left = [*left[4:], link]
    _no_two(clauses, left, label)


def _no_two(clauses: Clauses, literals: Sequence[int], label: Label | None) -> None:
    for place, literal in enumerate(literals):
        for other in literals[:place]:
            clauses.add([-literal, -other], label)
