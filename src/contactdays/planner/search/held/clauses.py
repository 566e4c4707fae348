"""Clauses that remember what they stand for."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Label(NamedTuple):
    """The named rule a clause stands for, and the meetings, participants and slot (numbers) it is about."""

    rule: str
    meetings: tuple[int, ...] = ()
    participants: tuple[int, ...] = ()
    slot: int | None = None


class Clauses:
    """Clauses over literals 1, -1, 2, -2 ..., each with its label; None for what merely defines a variable."""

    def __init__(self) -> None:
        self.variables = 0
        self.clauses: list[list[int]] = []
        self.labels: list[Label | None] = []
        self._true = 0

    @property
    def true(self) -> int:
        """A literal that always holds."""
        if not self._true:
            self._true = self.variable()
            self.add([self._true])
        return self._true

    def variable(self) -> int:
        """A new variable."""
        self.variables += 1
        return self.variables

    def add(self, literals: Iterable[int], label: Label | None = None) -> None:
        """At least one of ``literals`` holds."""
        self.clauses.append(list(literals))
        self.labels.append(label)

    def forget(self, first: int, after: int) -> None:
        """Drop the clauses from number ``first`` up to ``after``; their variables are not used again."""
        del self.clauses[first:after], self.labels[first:after]

    def either(self, literals: Sequence[int]) -> int:
        """A literal that holds exactly when one of ``literals`` does."""
        if len(literals) < 2:
            return literals[0] if literals else -self.true
        one = self.variable()
        self.add([-one, *literals])
        for literal in literals:
            self.add([one, -literal])
        return one

    def both(self, literals: Sequence[int]) -> int:
        """A literal that holds exactly when all of ``literals`` do."""
        return -self.either([-literal for literal in literals])
