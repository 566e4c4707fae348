"""Where things are held."""

from dataclasses import dataclass

from .errors import InvalidProblem
from .interval import Interval


@dataclass(frozen=True, slots=True)
class Place:
    """A room, or a table in a room, that holds one activity at a time.

    ``capacity``: most parties in it. ``open``: when it can be used at all. ``meetings``: whether bilateral
    meetings may be held in it. ``part_of``: the place it is a part of (a table's room); who uses the whole
    uses its parts too, and the other way round. ``kind``: what meetings may ask for ("table", "room").
    """

    id: str
    capacity: int
    building: str
    open: tuple[Interval, ...]
    meetings: bool = False
    part_of: str | None = None
    kind: str = ""

    def __post_init__(self) -> None:
        if self.capacity < 0:
            raise InvalidProblem("negative", f"place {self.id}", field="capacity", value=self.capacity)
