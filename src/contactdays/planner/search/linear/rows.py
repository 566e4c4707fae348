"""Sparse rows of a linear model."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace


@dataclass(slots=True)
class Rows:
    """Linear rows ``lower <= sum of factor x column <= upper``, kept sparse.

    Each names the rule it stands for.
    """

    rules: list[str] = field(default_factory=list)

    lower: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    factors: list[int] = field(default_factory=list)

    def add(self, rule: str, columns: Iterable[int], upper: int, lower: int = 0, factors: Iterable[int] = ()) -> None:
        """Append a row; without ``factors`` every factor is 1."""
        self.rules.append(rule)
        self.columns.extend(columns)
        self.factors.extend(factors)
        self.factors.extend([1] * (len(self.columns) - len(self.factors)))
        self.starts.append(len(self.columns))
        self.lower.append(lower)
        self.upper.append(upper)

    def copied(self) -> "Rows":
        """The same rows, to be added to."""
        return replace(
            self,
            rules=self.rules[:],
            lower=self.lower[:],
            upper=self.upper[:],
            starts=self.starts[:],
            columns=self.columns[:],
            factors=self.factors[:],
        )

    def tightened(self, tight: dict[int, bool]) -> "Rows":
        """The same rows, those of ``tight`` at their upper limit (True) or their lower one."""
        rows = self.copied()
        for number, above in tight.items():
            if above:
                rows.lower[number] = rows.upper[number]
            else:
                rows.upper[number] = rows.lower[number]
        return rows

    def row(self, number: int) -> range:
        """Where in ``columns`` and ``factors`` a row's entries are."""
        return range(self.starts[number], self.starts[number + 1])

    def without(self, rules: set[str]) -> "Rows":
        """The rows that stand for other rules."""
        kept = Rows()
        for number, rule in enumerate(self.rules):
            if rule not in rules:
                span = slice(self.starts[number], self.starts[number + 1])
                kept.add(rule, self.columns[span], self.upper[number], self.lower[number], self.factors[span])
        return kept

    def among(self, numbers: dict[int, int]) -> "Rows":
        """The rows over some columns only, each under its new number; rows left empty are dropped."""
        narrow = Rows()
        for number, rule in enumerate(self.rules):
            entries = [each for each in self.row(number) if self.columns[each] in numbers]
            if entries:
                columns = [numbers[self.columns[each]] for each in entries]
                factors = [self.factors[each] for each in entries]
                narrow.add(rule, columns, self.upper[number], self.lower[number], factors)
        return narrow
