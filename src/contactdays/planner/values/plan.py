"""The whole week, placed."""

from dataclasses import dataclass

from .certificate import Certificate
from .errors import InvalidPlan
from .round import Seat


@dataclass(frozen=True, slots=True)
class Assignment:
    """A session or a meeting, held: when (minutes since the problem's origin), where and with whom."""

    activity: str
    start: int
    end: int
    place: str | None
    participants: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise InvalidPlan("empty_assignment", f"assignment {self.activity}", start=self.start, end=self.end)


def _order(assignment: Assignment) -> tuple[int, str, str]:
    return assignment.start, assignment.activity, assignment.place or ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is held, sessions and meetings, who sits where, and what is claimed of it.

    ``value``: the weights of the meetings held. ``breaks`` and ``room_moves`` as ``planner.check`` counts them,
    None for no claim. ``bound_certificate`` and ``breaks_certificate``: why neither can be better than so much.
    Assignments are kept in order of start, then activity, in whatever order they were given; seats in theirs.
    """

    assignments: tuple[Assignment, ...] = ()
    value: int = 0
    version: int = 1
    breaks: int | None = None
    room_moves: int | None = None
    seats: tuple[Seat, ...] = ()
    bound_certificate: Certificate | None = None
    breaks_certificate: Certificate | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "assignments", tuple(sorted(self.assignments, key=_order)))
        object.__setattr__(self, "seats", tuple(sorted(self.seats)))
