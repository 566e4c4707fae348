"""A party as the search sees it: when it is free, and where its sessions leave it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from contactdays.planner.values import Participant, Session

from .distances import Distances
from .stretches import Stretches, contains, intersection, union, without


@dataclass(frozen=True, slots=True)
class Party:
    """``free``: available, in office and in no session. ``placed``: sessions with a place, in order.

    ``ferried``: a session that is not fixed yet may take it elsewhere, so that its ways cannot be judged.
    """

    id: str
    cap: int | None
    cap_per_day: int | None
    in_office: bool
    free: Stretches
    placed: tuple[Session, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    ferried: bool = False

    def is_free(self, start: int, end: int) -> bool:
        """Whether it can be somewhere from ``start`` to ``end``."""
        return contains(self.free, start, end)

    def has_way_to(self, start: int, end: int, building: str, place: str | None, ways: Distances) -> bool:
        """Whether its sessions before and after leave time to be in ``building`` from ``start`` to ``end``.

        With ``place`` None, at a place of that building where neither session is.
        """
        if self.ferried:
            return True
        before = bisect_right(self.ends, start) - 1
        if before >= 0:
            session = self.placed[before]
            left = session.destination or session.place or ""
            needed = ways.between_places(left, place) if place else ways.to_building(left, building)
            if start - session.end < needed:
                return False
        after = bisect_left(self.starts, end)
        if after == len(self.placed):
            return True
        session = self.placed[after]
        there = session.place or ""
        needed = ways.between_places(place, there) if place else ways.from_building(building, there)
        return session.start - end >= needed

    def has_session_between(self, start: int, end: int) -> bool:
        """Whether a placed session lies between two moments, or might."""
        number = bisect_left(self.starts, start)
        return self.ferried or (number < len(self.placed) and self.placed[number].end <= end)


def party_of(participant: Participant, sessions: list[Session], *, ferried: bool = False) -> Party:
    """The party of ``participant``, who attends ``sessions``."""
    present = intersection(union(participant.available), union(participant.in_office))
    placed = tuple(
        sorted((each for each in sessions if each.place is not None), key=lambda each: (each.start, each.end))
    )
    return Party(
        id=participant.id,
        cap=participant.cap,
        cap_per_day=participant.cap_per_day,
        in_office=bool(participant.in_office),
        free=without(present, [(each.start, each.end) for each in sessions]),
        placed=placed,
        starts=tuple(each.start for each in placed),
        ends=tuple(each.end for each in placed),
        ferried=ferried,
    )
