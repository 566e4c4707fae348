"""What stands, or nearly stands, before the meetings are planned."""

from dataclasses import dataclass

from .errors import InvalidProblem


@dataclass(frozen=True, slots=True)
class Session:
    """An activity of the programme: plenary, visit, transfer, reception.

    ``attendees`` are the participants that must be there. ``place`` None: it uses no place, and binds its
    attendees' time only. ``destination``: the place where the attendees are at its end (a transfer).
    ``starts`` and ``places``: other starts and other places it may be given; with neither it is fixed.
    """

    id: str
    start: int
    end: int
    place: str | None = None
    attendees: tuple[str, ...] = ()
    destination: str | None = None
    starts: tuple[int, ...] = ()
    places: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise InvalidProblem("empty_session", f"session {self.id}", start=self.start, end=self.end)
        if len(set(self.attendees)) != len(self.attendees):
            raise InvalidProblem("named_twice", f"session {self.id}", field="attendees")
        if self.places and self.place is None:
            raise InvalidProblem("place_missing", f"session {self.id}", field="places")

    @property
    def movable(self) -> bool:
        """Whether it may be held at another time or in another place than the one given."""
        return bool(self.starts or self.places)
