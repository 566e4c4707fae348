"""A start that a meeting may have."""

from dataclasses import dataclass

from .errors import InvalidProblem


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """Minutes since the problem's origin; ``end`` is where the next slot of the half-day starts.

    Slots of one ``half_day`` follow each other without a break. A meeting starts at a slot's start and may
    run over several slots of one half-day; it need not fill the last.
    """

    start: int
    end: int
    half_day: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise InvalidProblem("empty_slot", f"slot {self.start}", start=self.start, end=self.end)
