"""The plan as it stands, indexed for asking what else could be held."""

from collections import defaultdict
from collections.abc import Iterable

from contactdays.planner.search.ground.grid import Grid, lay_out
from contactdays.planner.values import Assignment, Plan, Problem


class Standing:
    """``problem`` and ``plan`` by party and by place, in order of time.

    ``users``: what is held in each place, in its parts and in what it is part of. ``needed``: requests that have to
    be held because something held comes after them. ``droppable``: meetings that nothing obliges the plan to hold.
    """

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem = problem
        self.grid: Grid = lay_out(problem)
        self.requests = {each.id: each for each in problem.requests}
        self.sessions = {each.id: each for each in problem.sessions}
        self.parties = {each.id: each for each in problem.participants}
        self.held = {each.activity: each for each in plan.assignments}
        self.of_party: dict[str, list[Assignment]] = defaultdict(list)
        self._in_place: dict[str, list[Assignment]] = defaultdict(list)
        for each in plan.assignments:
            for party in each.participants:
                self.of_party[party].append(each)
            if each.place is not None:
                self._in_place[each.place].append(each)
        self.users = {place: self._users_of(place) for place in self.grid.places}
        self.needed = {
            name
            for each in plan.assignments
            if each.activity in self.requests
            for name in self.requests[each.activity].after
        }
        self.droppable = frozenset(each for each in self.held if self._may_be_dropped(each))
        self._cheapest: dict[tuple[str, ...], str | None] = {}

    def _users_of(self, place: str) -> list[Assignment]:
        above = self.grid.above
        kin = {place, *above[place], *(part for part, wholes in above.items() if place in wholes)}
        return [each for one in sorted(kin) for each in self._in_place[one]]

    def meetings_of(self, party: str) -> list[Assignment]:
        """Its meetings, sessions left out."""
        return [each for each in self.of_party[party] if each.activity in self.requests]

    def _may_be_dropped(self, activity: str) -> bool:
        request = self.requests.get(activity)
        return request is not None and not self.grid.compulsory(request) and activity not in self.needed

    def cheapest(self, activities: tuple[str, ...]) -> str | None:
        """The one of least weight that may be dropped; remembered."""
        if activities not in self._cheapest:
            able = [each for each in activities if each in self.droppable]
            self._cheapest[activities] = min(able, key=lambda each: (self.requests[each].weight, each), default=None)
        return self._cheapest[activities]

    def weight(self, activities: Iterable[str]) -> int:
        """What these meetings are worth together."""
        return sum(self.requests[each].weight for each in activities)
