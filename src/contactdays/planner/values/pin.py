"""What has been decided beforehand."""

from dataclasses import dataclass

from .errors import InvalidProblem


@dataclass(frozen=True, slots=True)
class Pin:
    """The activity is held, and at this ``start`` (minutes since origin), in this ``place``, or both."""

    activity: str
    start: int | None = None
    place: str | None = None

    def __post_init__(self) -> None:
        if self.start is None and self.place is None:
            raise InvalidProblem("empty_pin", f"pin {self.activity}")
