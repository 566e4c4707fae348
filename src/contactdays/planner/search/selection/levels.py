"""Columns that count: whether a party has at least one meeting, at least two, and so on.

A party's further meetings are never worth more than its earlier ones, so the columns of a party fill in order
without being told to (parallel arcs of a flow with convex costs), and whole choices make them whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contactdays.planner.search.linear.rows import Rows

from .goals import Goal


@dataclass(frozen=True, slots=True)
class Levels:
    """``first`` columns are choices; each party's counting columns follow (``counting``, in order of count).

    ``parties``: for each choice the parties that it brings together.
    """

    first: int
    parties: list[tuple[str, ...]]
    counting: dict[str, range]

    @property
    def columns(self) -> int:
        """How many columns there are, choices and counting ones."""
        return max((each.stop for each in self.counting.values()), default=self.first)

    def settled(self, chosen: Iterable[int]) -> tuple[int, ...]:
        """The choices among ``chosen``, and the counting columns that these fill."""
        choices = [each for each in chosen if each < self.first]
        held = self.held(choices)
        filled = [column for party, columns in self.counting.items() for column in columns[: held[party]]]
        return (*choices, *filled)

    def held(self, choices: Iterable[int]) -> dict[str, int]:
        """How many meetings ``choices`` give each party."""
        held: dict[str, int] = defaultdict(int)
        for each in choices:
            for party in self.parties[each] if each < self.first else ():
                held[party] += 1
        return held

    def weights(self, goal: Goal, choices: Sequence[int]) -> list[int]:
        """What ``goal`` gives each column; ``choices`` is what it gives the choices."""
        weights = [*choices, *[0] * (self.columns - self.first)]
        for party, worths in goal.meetings.items():
            for column, worth in zip(self.counting[party], worths, strict=False):
                weights[column] = worth
        return weights

    def count(self, rows: Rows) -> None:
        """Rows that fill no more counting columns than there are meetings."""
        of_party: dict[str, list[int]] = defaultdict(list)
        for column, parties in enumerate(self.parties):
            for party in parties:
                of_party[party].append(column)
        for party, counting in self.counting.items():
            choices = of_party[party]
            factors = [1] * len(choices) + [-1] * len(counting)
            rows.add("level", [*choices, *counting], len(choices), 0, factors)


def levels_for(parties: list[tuple[str, ...]], goals: Iterable[Goal]) -> Levels:
    """Counting columns behind one choice for each of ``parties``, as many as ``goals`` look at."""
    most: dict[str, int] = {}
    for goal in goals:
        for party, worths in goal.meetings.items():
            most[party] = max(most.get(party, 0), len(worths))
    counting, column = {}, len(parties)
    for party in sorted(most):
        counting[party] = range(column, column + most[party])
        column += most[party]
    return Levels(len(parties), parties, counting)
