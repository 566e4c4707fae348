"""A stretch of time."""

from dataclasses import dataclass

from .errors import InvalidProblem


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Minutes since the problem's origin, ``end`` excluded.

    A tuple of intervals stands for their union: order does not matter and they may touch or overlap.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise InvalidProblem("empty_interval", "interval", start=self.start, end=self.end)
