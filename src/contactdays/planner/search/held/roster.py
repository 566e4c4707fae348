"""Meetings that must all be held, in numbers only: what an exact search for the fewest breaks knows."""

from dataclasses import dataclass
from typing import NamedTuple


class Choice(NamedTuple):
    """A way to hold a meeting (its number): slots ``first`` to ``last``, minutes ``start`` to ``end``."""

    meeting: int
    first: int
    last: int
    start: int
    end: int

    @property
    def slots(self) -> range:
        """The slots it takes."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Limit:
    """``rule``: the factors of those of ``choices`` that are taken sum to at most ``most``."""

    rule: str
    choices: tuple[int, ...]
    most: int
    factors: tuple[int, ...]


class Precedence(NamedTuple):
    """Meeting ``before`` ends by the start of meeting ``after``."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Roster:
    """Every meeting is to be held, each in one of its choices.

    ``half_days``: the slots of each half-day, in order, slots counting from 0 over all of them. ``engaged``: for
    each participant the slots (a mask) in which a session holds it. ``parties``: the participants of each
    meeting. ``breaks_apart``: by how much the breaks of two participants may differ; None for any.
    """

    half_days: tuple[range, ...]
    engaged: tuple[int, ...]
    parties: tuple[tuple[int, ...], ...]
    choices: tuple[Choice, ...]
    limits: tuple[Limit, ...] = ()
    precedences: tuple[Precedence, ...] = ()
    breaks_apart: int | None = None

    @property
    def slots(self) -> int:
        """How many slots there are."""
        return self.half_days[-1].stop if self.half_days else 0

    def choices_of(self) -> list[list[int]]:
        """The numbers of each meeting's choices, in order of start."""
        found: list[list[int]] = [[] for _ in self.parties]
        for number, choice in enumerate(self.choices):
            found[choice.meeting].append(number)
        return [sorted(each, key=lambda number: self.choices[number].start) for each in found]

    def meetings_of(self) -> list[list[int]]:
        """The meetings of each participant."""
        found: list[list[int]] = [[] for _ in self.engaged]
        for meeting, parties in enumerate(self.parties):
            for party in parties:
                found[party].append(meeting)
        return found
