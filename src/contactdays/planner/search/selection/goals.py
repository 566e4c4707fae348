"""What the objectives want of a selection: one linear goal after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.options import ANYWHERE, Option, Ways, need_of
from contactdays.planner.values import Aim, Assignment, Objective, Request, Tier

FIRST_MEETING = 5040
VALUE: Tier = (Objective(Aim.VALUE),)


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to make as great as can be: what each option adds, and each party's first, second, ... meeting.

    ``tier``: the number of the tier it belongs to. ``constant``: what there is anyway, so that what is reached is
    the tier's score. ``meetings``: of each party, what its k-th meeting adds, never more than the one before.
    """

    tier: int
    options: list[int]
    constant: int = 0
    meetings: dict[str, list[int]] = field(default_factory=dict)

    def ceiling(self, ways: Ways) -> int:
        """A first upper bound: every request at its best, every party with all the meetings it might have."""
        best: dict[int, int] = {}
        for worth, option in zip(self.options, ways.options, strict=True):
            best[option.request] = max(worth, best.get(option.request, 0))
        return self.constant + sum(best.values()) + sum(sum(each) for each in self.meetings.values())


def goals_of(grid: Grid, ways: Ways) -> list[Goal]:
    """The goals of the problem's tiers, in order.

    Breaks and room moves are no goals of a selection: a tier of nothing else has none, and in a tier with others
    they are left out (both are to be few, so the others' optimum bounds the tier). The value comes last when no
    tier names it. ``leximin`` is as many goals as a party may have meetings: how many parties have at least one,
    then how many at least two, and so on (the same order of plans as comparing the sorted counts).
    """
    tiers = list(grid.problem.objectives)
    if not any(each.aim is Aim.VALUE for tier in tiers for each in tier):
        tiers.append(VALUE)
    reader = _Reader(grid, ways)
    return [goal for number, tier in enumerate(tiers) for goal in reader.goals(number, tier)]


class _Reader:
    def __init__(self, grid: Grid, ways: Ways) -> None:
        self.grid = grid
        self.ways = ways
        self.most = _most_meetings(grid, ways)
        self.wanting = {party for each in grid.requests for party in each.participants}

    def goals(self, number: int, tier: Tier) -> Iterator[Goal]:
        aims = {each.aim: each.weight for each in tier}
        if Aim.LEXIMIN in aims:
            yield from self._levels(number)
            return
        constant, options = 0, [0] * len(self.ways.options)
        for aim, weight in aims.items():
            fixed, worths = self._of_options(aim)
            constant += weight * fixed
            for column, worth in worths:
                options[column] += weight * worth
        meetings = self._of_meetings(aims)
        if meetings or any(options) or aims.keys() - {Aim.BREAKS, Aim.ROOM_MOVES}:
            yield Goal(number, options, constant, meetings)

    def _levels(self, number: int) -> Iterator[Goal]:
        none = [0] * len(self.ways.options)
        for level in range(1, max(self.most.values(), default=0) + 1):
            worth = [0] * (level - 1) + [1]
            yield Goal(number, none, 0, {party: worth for party, most in self.most.items() if most >= level})

    def _of_meetings(self, aims: dict[Aim, int]) -> dict[str, list[int]]:
        harmonic, first = aims.get(Aim.FAIRNESS, 0), aims.get(Aim.EMPTY, 0)
        if not harmonic and not first:
            return {}
        return {
            party: [harmonic * (FIRST_MEETING // k) + (first if k == 1 else 0) for k in range(1, most + 1)]
            for party, most in self.most.items()
        }

    def _of_options(self, aim: Aim) -> tuple[int, Iterable[tuple[int, int]]]:
        """What an aim is worth when nothing is held, and what each option (by column) adds."""
        requests = self.grid.requests
        if aim is Aim.VALUE:
            return 0, [(column, requests[each.request].weight) for column, each in enumerate(self.ways.options)]
        if aim is Aim.EMPTY:
            return -len(self.wanting), ()
        if aim is Aim.PREFERENCES:
            worths = enumerate(_preference(requests[each.request], each) for each in self.ways.options)
            return 0, [each for each in worths if each[1]]
        return self._stability() if aim is Aim.STABILITY else (0, ())

    def _stability(self) -> tuple[int, list[tuple[int, int]]]:
        """Twice its weight for every published activity when dropped; half of that back when moved, all when not."""
        weights = {each.id: each.weight for each in self.grid.problem.participants}
        able = {each.id for each in self.grid.requests}
        sessions = {each.id: each for each in self.grid.problem.sessions}
        known = {each.id for each in self.grid.problem.requests} | sessions.keys()
        constant, published = 0, {}
        for each in self.grid.problem.published:
            weight = sum(weights.get(party, 0) for party in each.participants)
            if each.activity in able:
                published[each.activity] = each, weight
            if each.activity in sessions:
                session = sessions[each.activity]
                constant -= 0 if (session.start, session.place) == (each.start, each.place) else weight
            elif each.activity in known:
                constant -= 2 * weight
        return constant, list(self._kept(published))

    def _kept(self, published: dict[str, tuple[Assignment, int]]) -> Iterator[tuple[int, int]]:
        for column, option in enumerate(self.ways.options):
            stood = published.get(self.grid.requests[option.request].id)
            if stood is not None:
                yield column, stood[1] * (2 if self._as_published(option, stood[0]) else 1)

    def _as_published(self, option: Option, published: Assignment) -> bool:
        """Whether it may be just where it stood; places alike are told apart later."""
        if option.start != published.start:
            return False
        anywhere = option.stand == ANYWHERE
        need = need_of(option, self.grid.requests[option.request])
        stands = self.ways.takes[need] if anywhere else {option.stand}
        return any(published.place in self.ways.stands[each].places for each in stands)


def _most_meetings(grid: Grid, ways: Ways) -> dict[str, int]:
    """How many meetings each party with requests might have: as many as can be held, within its cap."""
    most: dict[str, int] = {}
    for number in {each.request for each in ways.options}:
        for party in grid.requests[number].participants:
            most[party] = most.get(party, 0) + 1
    caps = {party: grid.parties[party].cap for party in most}
    return {party: count if (cap := caps[party]) is None else min(count, cap) for party, count in sorted(most.items())}


def _preference(request: Request, option: Option) -> int:
    wished = request.preferred
    return -1 if wished and not any(each.start <= option.start and option.end <= each.end for each in wished) else 0
