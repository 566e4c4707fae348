"""What has happened since a plan was made."""

from dataclasses import dataclass

from .errors import InvalidChange
from .request import Request
from .session import Session


@dataclass(frozen=True, slots=True)
class Absence:
    """``participant`` cannot be anywhere from ``start`` to ``end`` (minutes since the problem's origin).

    ``start`` None: from now on (late: ``end`` is the arrival). ``end`` None: for the rest of the week (recalled).
    The sessions that fall into it take place without the participant.
    """

    participant: str
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        _require_stretch(f"absence {self.participant}", self.start, self.end)


@dataclass(frozen=True, slots=True)
class Closure:
    """``place``, and all that is part of it, cannot be used from ``start`` (None: now) to ``end`` (None: no more)."""

    place: str
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        _require_stretch(f"closure {self.place}", self.start, self.end)


@dataclass(frozen=True, slots=True)
class SessionMove:
    """``session`` has another ``start``, ``end`` or ``place``; None keeps what it has.

    With ``start`` alone it keeps its length. Of a session that has begun only the end can change.
    """

    session: str
    start: int | None = None
    end: int | None = None
    place: str | None = None

    def __post_init__(self) -> None:
        where = f"session_move {self.session}"
        if self.start is None and self.end is None and self.place is None:
            raise InvalidChange("empty_session_move", where)
        _require_stretch(where, self.start, self.end)


@dataclass(frozen=True, slots=True)
class NoShow:
    """``participant`` does not come: to ``activity``, or to anything from ``start`` on (one of the two).

    A meeting that somebody does not come to is off for good, and what it leaves free is filled from the requests
    not held; a session takes place without the participant.
    """

    participant: str
    activity: str | None = None
    start: int | None = None

    def __post_init__(self) -> None:
        if (self.activity is None) == (self.start is None):
            raise InvalidChange("activity_or_start", f"no_show {self.participant}")


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that has happened since the plan was made, all at once.

    ``now``: what has started before is past and never moves, and nothing new starts before. ``frozen``: ids of
    activities that keep their time and place as well; ``frozen_until``: so does everything that starts before,
    and nothing new starts before it. ``withdrawn``: ids of requests that nobody wants held any more.
    Nothing at all is a change too: the waiting list is then looked through once more.
    """

    now: int
    frozen: tuple[str, ...] = ()
    frozen_until: int | None = None
    absences: tuple[Absence, ...] = ()
    closures: tuple[Closure, ...] = ()
    session_moves: tuple[SessionMove, ...] = ()
    new_sessions: tuple[Session, ...] = ()
    new_requests: tuple[Request, ...] = ()
    withdrawn: tuple[str, ...] = ()
    no_shows: tuple[NoShow, ...] = ()
    version: int = 1

    def __post_init__(self) -> None:
        if self.version != 1:
            raise InvalidChange("unknown_version", "change", version=self.version)
        _require_distinct("frozen", self.frozen)
        _require_distinct("withdrawn", self.withdrawn)
        _require_distinct("session_moves", tuple(each.session for each in self.session_moves))
        _require_distinct("new_sessions", tuple(each.id for each in self.new_sessions))
        _require_distinct("new_requests", tuple(each.id for each in self.new_requests))
        for field in ("absences", "closures", "session_moves", "new_sessions", "no_shows"):
            for number, each in enumerate(getattr(self, field)):
                self._require_ahead(f"{field}[{number}]", each.start, getattr(each, "end", None))

    def _require_ahead(self, where: str, start: int | None, end: int | None) -> None:
        if start is not None and start < self.now:
            raise InvalidChange("in_the_past", where, time=start, now=self.now)
        if end is not None and end <= self.now:
            raise InvalidChange("in_the_past", where, time=end, now=self.now)

    @property
    def settled_until(self) -> int:
        """Nothing that is not settled yet starts before this minute."""
        return self.now if self.frozen_until is None else max(self.now, self.frozen_until)


def _require_stretch(where: str, start: int | None, end: int | None) -> None:
    if start is not None and end is not None and end <= start:
        raise InvalidChange("empty_interval", where, start=start, end=end)


def _require_distinct(field: str, ids: tuple[str, ...]) -> None:
    if len(set(ids)) != len(ids):
        raise InvalidChange("named_twice", "change", field=field)
