"""Clauses being gathered, and counting in them."""

from collections.abc import Sequence

Count = list[int]
"""A number in unary: its literal k holds exactly when the number is greater than k."""


class Gathering:
    """Clauses over numbered variables; every auxiliary literal holds exactly when what it stands for does."""

    def __init__(self) -> None:
        self.clauses: list[tuple[int, ...]] = []
        self._variables = 1
        self.true = 1
        self.add(self.true)

    def add(self, *literals: int) -> None:
        """At least one of ``literals`` holds."""
        self.clauses.append(literals)

    def new(self) -> int:
        """A variable of its own."""
        self._variables += 1
        return self._variables

    def any_of(self, literals: Sequence[int]) -> int:
        """A literal for "one of ``literals`` holds"."""
        if not literals:
            return -self.true
        if len(literals) == 1:
            return literals[0]
        some = self.new()
        self.add(-some, *literals)
        for literal in literals:
            self.add(some, -literal)
        return some

    def all_of(self, literals: Sequence[int]) -> int:
        """A literal for "each of ``literals`` holds"."""
        return -self.any_of([-literal for literal in literals])

    def one_at_most(self, literals: Sequence[int]) -> list[int]:
        """No two of ``literals`` hold. Gives, for each of them, whether it or one before it does."""
        passed: list[int] = []
        for literal in literals:
            if passed:
                self.add(-passed[-1], -literal)
            passed.append(self.any_of([*passed[-1:], literal]))
        return passed

    def count(self, literals: Sequence[int], ceiling: int) -> Count:
        """How many of ``literals`` hold, told apart up to ``ceiling``: its last literal means so many or more."""
        return self.sum([[literal] for literal in literals], ceiling)

    def sum(self, counts: Sequence[Count], ceiling: int) -> Count:
        """The sum of ``counts``, by halves, told apart up to ``ceiling``."""
        if len(counts) < 2:
            return list(counts[0][:ceiling]) if counts else []
        middle = len(counts) // 2
        left, right = self.sum(counts[:middle], ceiling), self.sum(counts[middle:], ceiling)
        total = [self.new() for _ in range(min(ceiling, len(left) + len(right)))]
        for some in range(len(left) + 1):
            for others in range(len(right) + 1):
                self._bind(left, right, some, others, total)
        return total

    def _bind(self, left: Count, right: Count, some: int, others: int, total: Count) -> None:
        """At least ``some`` and ``others`` make their sum; no more than these make no more than their sum."""
        reached = some + others
        if 0 < reached <= len(total):
            self.add(*(-each for each in left[:some][-1:] + right[:others][-1:]), total[reached - 1])
        if reached < len(total):
            self.add(*left[some : some + 1], *right[others : others + 1], -total[reached])
