"""An integer programme over some of a model's columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from contactdays.planner.search.linear.highs import Face
from contactdays.planner.search.linear.rows import Rows

from .levels import Levels


@dataclass(frozen=True)
class Programme:
    """Maximise the sum of ``weights`` over 0-1 columns within ``rows``.

    ``columns``: what each of its columns is called outside. ``levels`` says (by those names) which count; of the
    others no more than ``most`` can be chosen at once.
    """

    weights: list[int]
    rows: Rows
    columns: Sequence[int]
    levels: Levels
    most: int

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number here of each column by its name outside."""
        return {name: number for number, name in enumerate(self.columns)}

    @cached_property
    def counting(self) -> list[int]:
        """The columns that count."""
        return [number for number, name in enumerate(self.columns) if name >= self.levels.first]

    def value(self, chosen: Iterable[int]) -> int:
        """The weights of ``chosen``."""
        return sum(self.weights[each] for each in chosen)

    def settled(self, chosen: Iterable[int]) -> tuple[int, ...]:
        """``chosen`` with the counting columns that its choices fill."""
        return self.within(self.levels.settled(self.columns[each] for each in chosen))

    def within(self, names: Iterable[int]) -> tuple[int, ...]:
        """Columns named from outside, all of which are here."""
        return tuple(self.numbers[each] for each in names)

    def outside(self, chosen: Iterable[int]) -> tuple[int, ...]:
        """The names outside of ``chosen``."""
        return tuple(self.columns[each] for each in chosen)

    def aiming(self, weights: Sequence[int]) -> "Programme":
        """The same choices, worth other ``weights`` (by names outside)."""
        return replace(self, weights=[weights[each] for each in self.columns])

    def on(self, face: Face) -> "Programme":
        """Only the choices on ``face``."""
        kept = [each for each in range(len(self.columns)) if each not in face.idle]
        numbers = {each: number for number, each in enumerate(kept)}
        rows = self.rows.tightened(face.tight).among(numbers)
        for each in face.full:
            rows.add("reached", [numbers[each]], 1, 1)
        names = [self.columns[each] for each in kept]
        return replace(self, weights=[self.weights[each] for each in kept], rows=rows, columns=names)

    def keeping(self, reached: int) -> "Programme":
        """Only the choices worth no less than ``reached``."""
        columns = [column for column, weight in enumerate(self.weights) if weight]
        factors = [self.weights[column] for column in columns]
        rows = self.rows.copied()
        if columns:
            most = sum(each for each in factors if each > 0)
            rows.add("reached", columns, max(reached, most), reached, factors)
        return replace(self, rows=rows)
