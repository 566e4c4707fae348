"""Every start that a meeting may have in any plan: what bounds on all plans rest on.

Generous where a plan may decide, so that no start is ever forgotten: sessions that are not fixed bind nobody here, and
neither do other meetings.
"""

from bisect import bisect_left
from collections import defaultdict

from contactdays.planner.values import Interval, Participant, Place, Problem, Request, Session

from .travel import needed_between, quickest_ways
from .week import covered

MOST = 20_000_000


def are_too_many(problem: Problem) -> bool:
    """Whether working out all that might start, and who might be where, would take too long."""
    return len(problem.slots) * (len(problem.requests) + len(problem.participants) + len(problem.places)) > MOST


class Starts:
    """The possible starts of the meetings of ``problem``. ``slots`` are in order of time."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.slots = tuple(sorted(problem.slots))
        self._starts = [slot.start for slot in self.slots]
        self._closing = {slot.half_day: slot.end for slot in self.slots}
        self._participants = {each.id: each for each in problem.participants}
        self._places = {each.id: each for each in problem.places}
        self._pins = {each.activity: each for each in problem.pins}
        self._quickest = quickest_ways(problem)
        self._longest_way = max([problem.change_over, *self._quickest.values()])
        self._attended, self._ferried = _attended(problem)
        self._used = _used(problem)
        self._free: dict[tuple[str, int], frozenset[int]] = {}
        self._nearest: dict[tuple[str, int, int], tuple[Session, ...]] = {}
        self._taking: dict[tuple[int, int, str | None, str | None, int], tuple[Place, ...]] = {}

    def touched(self, start: int, end: int) -> range:
        """The numbers of the slots whose starts lie in the stretch: nobody can start anything else there."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def of(self, request: Request) -> list[int]:
        """Where ``request`` may start, in order of time."""
        each = [self._free_starts(name, request.duration) for name in request.participants]
        return [start for start in sorted(frozenset.intersection(*each)) if self._is_possible(request, start)]

    def open_places(self, number: int) -> int:
        """How many meetings could be going on at once when slot ``number`` starts."""
        start = self.slots[number].start
        free = {each.id for each in self.problem.places if each.meetings and self._is_open(each, start, start + 1)}
        parts: dict[str | None, list[str]] = defaultdict(list)
        for each in self.problem.places:
            parts[each.part_of].append(each.id)
        most: dict[str, int] = {}
        for name in reversed(_downwards(parts)):
            most[name] = max(name in free, sum(most[part] for part in parts[name]))
        return sum(most[name] for name in parts[None])

    def _free_starts(self, name: str, duration: int) -> frozenset[int]:
        known = self._free.get((name, duration))
        if known is None:
            party, sessions = self._participants[name], self._attended[name]
            free = (slot.start for slot in self.slots if slot.start + duration <= self._closing[slot.half_day])
            known = frozenset(start for start in free if _is_free(party, sessions, start, start + duration))
            self._free[name, duration] = known
        return known

    def _is_possible(self, request: Request, start: int) -> bool:
        end, pin = start + request.duration, self._pins.get(request.id)
        window = request.window or Interval(start, end)
        if not (window.start <= start and end <= window.end) or (pin is not None and pin.start not in (None, start)):
            return False
        places = self._places_for(request, start, pin.place if pin is not None else None)
        near = [near for name in request.participants if (near := self._near(name, start, end))]
        if not near:
            return bool(places)
        return any(all(self._has_way(sessions, place, start, end) for sessions in near) for place in places)

    def _near(self, name: str, start: int, end: int) -> tuple[Session, ...]:
        """The placed sessions of somebody last before and first after, where there may be too little time between."""
        key = name, start, end
        if key not in self._nearest:
            placed = () if name in self._ferried else [each for each in self._attended[name] if each.place is not None]
            before = [each for each in placed if start - self._longest_way < each.end <= start]
            after = [each for each in placed if end <= each.start < end + self._longest_way]
            last, first = sorted(before, key=lambda each: each.end)[-1:], sorted(after, key=lambda each: each.start)[:1]
            self._nearest[key] = (*last, *first)
        return self._nearest[key]

    def _places_for(self, request: Request, start: int, pinned: str | None) -> tuple[Place, ...]:
        people = len(request.participants)
        key = people, request.duration, request.place_kind, pinned, start
        if key not in self._taking:
            self._taking[key] = tuple(
                place
                for place in self.problem.places
                if place.meetings
                and place.capacity >= people
                and request.place_kind in (None, place.kind)
                and pinned in (None, place.id)
                and self._is_open(place, start, start + request.duration)
            )
        return self._taking[key]

    def _is_open(self, place: Place, start: int, end: int) -> bool:
        return covered(start, end, place.open) and not _meets(self._used[place.id], start, end)

    def _has_way(self, sessions: tuple[Session, ...], place: Place, start: int, end: int) -> bool:
        """Whether the fixed ``sessions`` next to it leave time to get there, and on from there."""
        for session in sessions:
            there = self._places[session.place or ""]
            if session.end <= start:
                left = self._places[session.destination or session.place or ""]
                enough = start - session.end >= needed_between(self.problem, self._quickest, left, place)
            else:
                enough = session.start - end >= needed_between(self.problem, self._quickest, place, there)
            if not enough:
                return False
        return True


def _is_free(party: Participant, sessions: list[Session], start: int, end: int) -> bool:
    present = covered(start, end, party.available) and covered(start, end, party.in_office)
    return present and not _meets(sessions, start, end)


def _meets(sessions: list[Session], start: int, end: int) -> bool:
    return any(each.start < end and start < each.end for each in sessions)


def _attended(problem: Problem) -> tuple[dict[str, list[Session]], set[str]]:
    """The fixed sessions of each participant, and who attends one that may yet move."""
    fixed: dict[str, list[Session]] = defaultdict(list)
    ferried: set[str] = set()
    for session in problem.sessions:
        for name in session.attendees:
            if session.movable:
                ferried.add(name)
            else:
                fixed[name].append(session)
    return fixed, ferried


def _used(problem: Problem) -> dict[str, list[Session]]:
    """The fixed sessions that keep meetings out of each place: those in it, in a part of it, or in its whole."""
    whole = {each.id: each.part_of for each in problem.places}
    used: dict[str, list[Session]] = defaultdict(list)
    for session in problem.sessions:
        if session.place is None or session.movable:
            continue
        above = _upwards(session.place, whole)
        for place in whole:
            if place in above or session.place in _upwards(place, whole):
                used[place].append(session)
    return used


def _upwards(place: str | None, whole: dict[str, str | None]) -> list[str]:
    found: list[str] = []
    while place is not None:
        found.append(place)
        place = whole[place]
    return found


def _downwards(parts: dict[str | None, list[str]]) -> list[str]:
    """Every place after its whole."""
    found = list(parts[None])
    for name in found:
        found.extend(parts[name])
    return found
