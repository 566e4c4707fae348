"""Why requests are not held: one true cause each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from contactdays.planner.search.ground.candidates import as_planned
from contactdays.planner.search.ground.grid import Grid, lay_out
from contactdays.planner.search.ground.options import Option, Ways, ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.values import Assignment, Plan, Problem, Reason, ReasonCode, Request, Wish


def reasons(problem: Problem, plan: Plan) -> tuple[Reason, ...]:
    """The first cause, in the order of ReasonCode, for each request that ``plan`` does not hold."""
    held = {each.activity for each in plan.assignments}
    return first_reasons(problem, plan, tuple(each for each in problem.requests if each.id not in held))


def first_reasons(problem: Problem, plan: Plan, requests: tuple[Request, ...]) -> tuple[Reason, ...]:
    """The same for ``requests`` only, none of which ``plan`` holds."""
    possible = tuple(each for each in requests if each.wish is not Wish.NEVER)
    explainer = _Explainer(replace(lay_out(as_planned(problem, plan)), requests=possible), plan)
    return tuple(explainer.reason(each) for each in requests)


class _Explainer:
    def __init__(self, grid: Grid, plan: Plan) -> None:
        self.grid = grid
        ways = ways_of(grid, stands_of(grid, apart=True), apart=True)
        self.options = _by_request(grid, ways)
        self.stands = ways.stands
        requested = {each.id for each in grid.problem.requests}
        self.meetings: dict[str, list[Assignment]] = defaultdict(list)
        self.used: dict[str, list[Assignment]] = defaultdict(list)
        for each in plan.assignments:
            if each.place is not None:
                self.used[each.place].append(each)
            for party in each.participants if each.activity in requested else ():
                self.meetings[party].append(each)

    def reason(self, request: Request) -> Reason:
        if request.wish is Wish.NEVER:
            return Reason(request.id, ReasonCode.NEVER)
        for code, parties in self._causes(request):
            return Reason(request.id, code, parties)
        return Reason(request.id, ReasonCode.OUTVALUED, request.participants)

    def _causes(self, request: Request) -> Iterator[tuple[ReasonCode, tuple[str, ...]]]:
        parties, options = request.participants, self.options[request.id]
        vacant = tuple(each for each in parties if not self.grid.parties[each].in_office)
        if vacant:
            yield ReasonCode.VACANT, vacant
        if not options:
            yield ReasonCode.NO_COMMON_FREE_SLOT, parties
        capped = tuple(each for each in parties if self._is_capped(each))
        if capped:
            yield ReasonCode.CAP_REACHED, capped
        for each in parties:
            if all(self._is_busy(each, option) for option in options):
                yield ReasonCode.NO_FREE_SLOT_LEFT, (each,)
        left = [each for each in options if not any(self._is_busy(party, each) for party in parties)]
        if not left:
            yield ReasonCode.NO_FREE_SLOT_LEFT, parties
        if all(self._is_taken(self.stands[each.stand].places[0], each) for each in left):
            yield ReasonCode.NO_PLACE_LEFT, ()

    def _is_capped(self, party: str) -> bool:
        cap = self.grid.parties[party].cap
        return cap is not None and len(self.meetings[party]) >= cap

    def _is_busy(self, party: str, option: Option) -> bool:
        return any(each.start < option.end and option.start < each.end for each in self.meetings[party])

    def _is_taken(self, place: str, option: Option) -> bool:
        above = self.grid.above
        kin = {place, *above[place], *(part for part, wholes in above.items() if place in wholes)}
        users = (each for one in kin for each in self.used[one])
        return any(each.start < option.end and option.start < each.end for each in users)


def _by_request(grid: Grid, ways: Ways) -> dict[str, list[Option]]:
    found: dict[str, list[Option]] = defaultdict(list)
    for option in ways.options:
        found[grid.requests[option.request].id].append(option)
    return found
