"""What has been decided beforehand."""

from dataclasses import dataclass

from .errors import InvalidProblem


@dataclass(frozen=True, slots=True)
class Pin:
    """The activity is held at this ``start`` (minutes since origin), in this ``place``, with these people.

    Each of the three may be left open, not all. ``participants`` pin people to a table of a round
    (``activity`` is then the table's id); everywhere else who takes part is given.
    """

    activity: str
    start: int | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.start is None and self.place is None and not self.participants:
            raise InvalidProblem("empty_pin", f"pin {self.activity}")
