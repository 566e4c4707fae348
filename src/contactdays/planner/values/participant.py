"""A party to be brought together with others."""

from dataclasses import dataclass

from .errors import InvalidProblem
from .interval import Interval


@dataclass(frozen=True, slots=True)
class Participant:
    """A party that is in one place at a time: a post's delegation or an organisation's.

    ``available``: when it can be asked to be anywhere. ``in_office``: when the post is filled; empty means
    vacant all week. ``cap`` and ``cap_per_day``: most meetings in all and within one of the problem's days;
    None means no limit. Sessions do not count towards the caps. ``kind`` is a label and binds nothing.
    ``weight``: how much it counts when somebody has to be disturbed (seniority). ``region``: whom it is mixed
    with at round tables.
    """

    id: str
    available: tuple[Interval, ...]
    in_office: tuple[Interval, ...]
    cap: int | None = None
    cap_per_day: int | None = None
    kind: str = ""
    weight: int = 1
    region: str = ""

    def __post_init__(self) -> None:
        for name in ("cap", "cap_per_day", "weight"):
            figure = getattr(self, name)
            if figure is not None and figure < 0:
                raise InvalidProblem("negative", f"participant {self.id}", field=name, value=figure)
