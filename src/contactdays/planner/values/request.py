"""A wish to meet."""

from dataclasses import dataclass
from enum import StrEnum

from .errors import InvalidProblem
from .interval import Interval


class Wish(StrEnum):
    """How binding a request is: held if it is worth it, held in any case, or not at all."""

    WANT = "want"
    MUST = "must"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Request:
    """A meeting that may be held: two or more participants, ``duration`` minutes, worth ``weight``.

    With a ``window`` the whole meeting lies inside it. ``after``: requests that have to be held before it; it
    is held only if they are, and starts when the last of them has ended or later. ``place_kind``: the kind of
    place it needs, None for any. ``preferred``: stretches it would rather lie in, none for no preference.
    """

    id: str
    participants: tuple[str, ...]
    duration: int
    weight: int
    wish: Wish = Wish.WANT
    window: Interval | None = None
    after: tuple[str, ...] = ()
    place_kind: str | None = None
    preferred: tuple[Interval, ...] = ()

    def __post_init__(self) -> None:
        where = f"request {self.id}"
        if len(self.participants) < 2:
            raise InvalidProblem("too_few_participants", where)
        if len(set(self.participants)) != len(self.participants):
            raise InvalidProblem("named_twice", where, field="participants")
        if len(set(self.after)) != len(self.after):
            raise InvalidProblem("named_twice", where, field="after")
        if self.duration < 1:
            raise InvalidProblem("not_positive", where, field="duration", value=self.duration)
        if self.weight < 0:
            raise InvalidProblem("negative", where, field="weight", value=self.weight)
