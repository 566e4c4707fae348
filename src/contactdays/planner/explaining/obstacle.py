"""What stands in the way of holding a request at one time and in one place."""

from dataclasses import dataclass

from contactdays.planner.values import Cause, Step


@dataclass(frozen=True, slots=True)
class Obstacle:
    """``cause``, what would have to be granted against it, and which meetings would have to be dropped instead.

    ``grants`` empty: nothing can be granted. ``drops``: all of them; ``drop_one_of``: any one. With neither,
    dropping meetings does not help.
    """

    cause: Cause
    grants: tuple[Step, ...] = ()
    drops: tuple[str, ...] = ()
    drop_one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """Held from ``start`` in ``building`` at ``place`` (None: none that there is), were it not for ``obstacles``."""

    start: int
    building: str
    place: str | None
    obstacles: tuple[Obstacle, ...]
