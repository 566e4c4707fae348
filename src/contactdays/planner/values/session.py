"""What is fixed before the meetings are planned."""

from dataclasses import dataclass

from .errors import InvalidProblem


@dataclass(frozen=True, slots=True)
class Session:
    """A fixed activity: plenary, visit, transfer, reception.

    ``attendees`` are the participants that must be there. ``place`` None: it uses no place, and binds its
    attendees' time only. ``destination``: the place where the attendees are at its end (a transfer).
    """

    id: str
    start: int
    end: int
    place: str | None = None
    attendees: tuple[str, ...] = ()
    destination: str | None = None

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise InvalidProblem("empty_session", f"session {self.id}", start=self.start, end=self.end)
        if len(set(self.attendees)) != len(self.attendees):
            raise InvalidProblem("named_twice", f"session {self.id}", field="attendees")
