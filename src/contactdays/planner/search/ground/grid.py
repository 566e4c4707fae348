"""The problem laid out for searching: slots by number, parties and places by what is left of them."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby

from contactdays.planner.search.ground.candidates import ferried, fixed
from contactdays.planner.values import Pin, Place, Problem, Request, Session, Slot, Wish

from .distances import Distances
from .party import Party, party_of
from .stretches import Stretches, union, without


@dataclass(frozen=True, slots=True)
class Grid:
    """``slots`` in order of time; ``half_days`` holds the numbers of each half-day's slots, in order.

    ``open``: when each place that takes meetings is open and neither it, nor a part of it, nor what it is
    part of, holds a session. ``requests``: those that may be held, in the problem's order.

    Sessions that are movable still take nobody's time and no place (``settle`` fixes them first).
    """

    problem: Problem
    slots: tuple[Slot, ...]
    starts: tuple[int, ...]
    half_days: tuple[range, ...]
    parties: dict[str, Party]
    places: dict[str, Place]
    above: dict[str, tuple[str, ...]]
    open: dict[str, Stretches]
    requests: tuple[Request, ...]
    pins: dict[str, Pin]
    distances: Distances
    _ways: dict[tuple[str, int, int, str, str | None], bool] = field(default_factory=dict, repr=False)

    def last_covered(self, first: int, end: int) -> int | None:
        """The number of the last slot touched from slot ``first`` until ``end``; None past the half-day."""
        half_day = self.slots[first].half_day
        last = bisect_left(self.starts, end) - 1
        slot = self.slots[last]
        return last if slot.half_day == half_day and end <= slot.end else None

    def has_way(self, party: str, start: int, end: int, building: str, place: str | None) -> bool:
        """``Party.has_way_to``, remembered."""
        key = (party, start, end, building, place)
        known = self._ways.get(key)
        if known is None:
            known = self.parties[party].has_way_to(start, end, building, place, self.distances)
            self._ways[key] = known
        return known

    def compulsory(self, request: Request) -> bool:
        """Whether the request is to be held whatever it costs."""
        return request.wish is Wish.MUST or request.id in self.pins


def lay_out(problem: Problem) -> Grid:
    """The grid of ``problem``."""
    slots = tuple(sorted(problem.slots))
    places = {each.id: each for each in problem.places}
    above = {each.id: _wholes(each, places) for each in problem.places}
    attended: dict[str, list[Session]] = defaultdict(list)
    for session in fixed(problem):
        for attendee in session.attendees:
            attended[attendee].append(session)
    away = ferried(problem)
    return Grid(
        problem=problem,
        slots=slots,
        starts=tuple(slot.start for slot in slots),
        half_days=_half_days(slots),
        parties={each.id: party_of(each, attended[each.id], ferried=each.id in away) for each in problem.participants},
        places=places,
        above=above,
        open=_open(problem, above),
        requests=tuple(each for each in problem.requests if each.wish is not Wish.NEVER),
        pins={each.activity: each for each in problem.pins},
        distances=Distances(problem),
    )


def _wholes(place: Place, places: dict[str, Place]) -> tuple[str, ...]:
    found: list[str] = []
    part = place.part_of
    while part is not None:
        found.append(part)
        part = places[part].part_of
    return tuple(found)


def _half_days(slots: tuple[Slot, ...]) -> tuple[range, ...]:
    numbers = groupby(range(len(slots)), key=lambda number: slots[number].half_day)
    each = [list(group) for _, group in numbers]
    return tuple(range(group[0], group[-1] + 1) for group in each)


def _open(problem: Problem, above: dict[str, tuple[str, ...]]) -> dict[str, Stretches]:
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for session in fixed(problem):
        if session.place is not None:
            taken[session.place].append((session.start, session.end))
    within = _taken_within(taken, above)
    left: dict[str, Stretches] = {}
    for place in problem.places:
        if place.meetings:
            around = [each for whole in above[place.id] for each in taken.get(whole, ())]
            left[place.id] = without(union(place.open), sorted([*within[place.id], *around]))
    return left


def _taken_within(
    taken: dict[str, list[tuple[int, int]]], above: dict[str, tuple[str, ...]]
) -> dict[str, list[tuple[int, int]]]:
    """When each place, or a part of it, is taken."""
    within: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, stretches in taken.items():
        for one in (place, *above[place]):
            within[one] += stretches
    return within
