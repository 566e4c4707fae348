"""All ways in which a request might be held, each with what stands in its way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from contactdays.planner.search.ground.stretches import contains, union
from contactdays.planner.values import Assignment, Cause, Place, Remedy, Request, Step, Wish

from .absences import Absences
from .obstacle import Obstacle, Way
from .standing import Standing

Room = tuple[list[str], Obstacle | None]


class Obstacles:
    """The ways of requests against one standing plan."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.absences = Absences(standing)
        self.rooms: dict[str, list[Place]] = defaultdict(list)
        for each in standing.problem.places:
            if each.meetings:
                self.rooms[each.building].append(each)
        self._open = {each.id: union(each.open) for each in standing.problem.places}
        self._room: dict[tuple[str, int, int, int, str | None], Room] = {}

    def ways(self, request: Request) -> Iterator[Way]:
        """Every start in a half-day that is long enough, in every building, with the places worth telling apart.

        Those are the free places where a party is just before or after, one other free place, and where none is
        free, none.
        """
        grid = self.standing.grid
        always = tuple(self._by_itself(request))
        for number, start in enumerate(grid.starts):
            end = start + request.duration
            if grid.last_covered(number, end) is None:
                continue
            then = (*always, *self._by_time(request, start, end))
            parties = [each for party in request.participants for each in self.absences.at(party, start, end)]
            for building in self.rooms:
                yield from self._in(building, request, start, end, (*then, *parties))

    def no_way(self, request: Request) -> Cause:
        """Why there is no way at all: nowhere to meet, or the request is longer than every half-day."""
        if not self.rooms:
            return Cause("wrong_place", (), (request.id,))
        slots, half_days = self.standing.grid.slots, self.standing.grid.half_days
        longest = max((slots[each[-1]].end - slots[each[0]].start for each in half_days), default=0)
        return Cause("outside_window", (), (request.id,), facts=(("duration", request.duration), ("longest", longest)))

    def _by_itself(self, request: Request) -> Iterator[Obstacle]:
        if request.wish is Wish.NEVER:
            yield Obstacle(Cause("held_never", (), (request.id,)), (Step(Remedy.ALLOW, activity=request.id),))
        for before in request.after:
            if before not in self.standing.held:
                yield Obstacle(Cause("precedence", (), (before, request.id)))

    def _by_time(self, request: Request, start: int, end: int) -> Iterator[Obstacle]:
        window = request.window
        if window is not None and not (window.start <= start and end <= window.end):
            cause = Cause("outside_window", (), (request.id,), None, window.start, (("until", window.end),))
            grant = Step(Remedy.WIDEN_WINDOW, None, request.id, None, min(start, window.start), max(end, window.end))
            yield Obstacle(cause, (grant,))
        for before in request.after:
            earlier = self.standing.held.get(before)
            if earlier is not None and earlier.end > start:
                facts = (("until", earlier.end),)
                yield Obstacle(Cause("precedence", (), (before, request.id), None, earlier.start, facts))

    def _in(self, building: str, request: Request, start: int, end: int, known: tuple[Obstacle, ...]) -> Iterator[Way]:
        free, none_left = self._room_at(building, request, start, end)
        near = {each.place for party in request.participants for each in self._around(party, start, end)}
        beside = [place for place in free if place in near]
        others = [place for place in free if place not in near][:1]
        for place in (*beside, *others):
            yield Way(start, building, place, (*known, *self._rushes(request, start, end, building, place)))
        if none_left is not None:
            rushes = self._rushes(request, start, end, building, None)
            yield Way(start, building, None, (*known, *rushes, none_left))

    def _around(self, party: str, start: int, end: int) -> Iterator[Assignment]:
        """What a party does before and after, nearest first in each direction."""
        items = [each for each in self.standing.of_party[party] if each.place is not None]
        yield from [each for each in items if each.end <= start][-1:]
        yield from [each for each in items if each.start >= end][:1]

    def _rushes(self, request: Request, start: int, end: int, building: str, place: str | None) -> Iterator[Obstacle]:
        for party in request.participants:
            items = [each for each in self.standing.of_party[party] if each.place is not None]
            before = [each for each in reversed(items) if each.end <= start]
            after = [each for each in items if each.start >= end]
            yield from self._too_near(party, ((each, start - each.end, True) for each in before), building, place)
            yield from self._too_near(party, ((each, each.start - end, False) for each in after), building, place)

    def _too_near(
        self, party: str, others: Iterable[tuple[Assignment, int, bool]], building: str, place: str | None
    ) -> Iterator[Obstacle]:
        """The nearest activities that leave too little time, as far as dropping one would show the next."""
        for other, gap, before in others:
            needed = self._minutes(other, building, place, before=before)
            if gap >= needed:
                return
            facts = (("building", building), ("needed", needed), ("until", other.end))
            cause = Cause("travel_time", (party,), (other.activity,), other.place, other.start, facts)
            yield self.absences.against(cause, party, other)
            if other.activity in self.standing.sessions:
                return

    def _minutes(self, other: Assignment, building: str, place: str | None, *, before: bool) -> int:
        distances, session = self.standing.grid.distances, self.standing.sessions.get(other.activity)
        there = other.place or ""
        if before and session is not None and session.destination is not None:
            there = session.destination
        if place is not None:
            return distances.between_places(there, place) if before else distances.between_places(place, there)
        return distances.to_building(there, building) if before else distances.from_building(building, there)

    def _room_at(self, building: str, request: Request, start: int, end: int) -> Room:
        """The places of ``building`` that are free then; without one, what stands in the way."""
        people, kind = len(request.participants), request.place_kind
        key = (building, start, end, people, kind)
        if key not in self._room:
            fitting = [each for each in self.rooms[building] if each.capacity >= people and kind in (None, each.kind)]
            open_ = [each for each in fitting if contains(self._open[each.id], start, end)]
            users = {each.id: self._users(each.id, start, end) for each in open_}
            free = [name for name, found in users.items() if not found]
            self._room[key] = free, None if free else self._no_room(building, kind, start, end, fitting, users)
        return self._room[key]

    def _users(self, place: str, start: int, end: int) -> list[Assignment]:
        return [each for each in self.standing.users[place] if each.start < end and start < each.end]

    def _no_room(
        self,
        building: str,
        kind: str | None,
        start: int,
        end: int,
        fitting: list[Place],
        users: dict[str, list[Assignment]],
    ) -> Obstacle:
        of_kind = [each for each in self.rooms[building] if kind in (None, each.kind)]
        rule = "double_booking" if users else "closed_place" if fitting else "capacity" if of_kind else "wrong_place"
        facts = (("building", building), ("closed", len(fitting) - len(users)), ("taken", len(users)), ("until", end))
        grant = Step(Remedy.ADD_PLACE, None, None, building, start, end)
        return Obstacle(Cause(rule, (), (), None, start, facts), (grant,), self._cheapest(users))

    def _cheapest(self, users: dict[str, list[Assignment]]) -> tuple[str, ...]:
        """The meetings at that place which it costs least to clear."""
        able = [
            frozenset(each.activity for each in found)
            for found in users.values()
            if all(each.activity in self.standing.droppable for each in found)
        ]
        return tuple(sorted(min(able, key=self.standing.weight))) if able else ()
