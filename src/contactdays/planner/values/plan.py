"""The whole week, placed."""

from dataclasses import dataclass

from .errors import InvalidPlan


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
    """All that is held, sessions and meetings, and the ``value`` claimed: the weights of the meetings held.

    Assignments are kept in order of start, then activity, in whatever order they were given.
    """

    assignments: tuple[Assignment, ...] = ()
    value: int = 0
    version: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "assignments", tuple(sorted(self.assignments, key=_order)))
