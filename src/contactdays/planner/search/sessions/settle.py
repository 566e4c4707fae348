"""Where the movable sessions are held so that the meetings are worth most: proven, by branching on them.

The relaxation of the joint model bounds what any meetings can be worth once some sessions are settled; the selection
with all of them settled says what they are really worth. Sessions are settled one by one, most promising first, until
no bound is above what is had.
"""

from dataclasses import replace
from heapq import heappop, heappush
from math import floor
from typing import NamedTuple

from contactdays.planner.search.conflict.dissent import sessions_conflict
from contactdays.planner.search.ground.fixed import breaches, require_sessions_hold
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.options import ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.large.flow import flow_of
from contactdays.planner.search.large.large import crowd_in
from contactdays.planner.search.linear.highs import NOTHING, Limits, Relaxation
from contactdays.planner.search.model.bound import ROUNDING, flow_bound
from contactdays.planner.search.selection.select import Selection, select
from contactdays.planner.values import Infeasible, Plan, Problem, StoppedEarly

from ..ground.candidates import candidates, ferried, fixed, settled
from ..model.joint import Joint, join
from .settlement import FOR_VALUE, Settlement

MOST_TRIED = 200
MOST_NODES = 2_000


def settle(problem: Problem, limits: Limits, warm: Plan | None = None) -> Settlement:
    """The sessions of ``problem`` where the meetings are worth most, and as many as can be where they were given.

    When ``limits``, MOST_TRIED or MOST_NODES end the search early, the best so far; its bound then is greater than
    its value. Where there are too many options (``large``) meetings are not looked at, and the bound is that of the
    flow. Raises Infeasible, or StoppedEarly when nothing was found.
    """
    _require_fixed_hold(problem)
    grid = lay_out(problem)
    crowd = crowd_in(grid)
    if crowd is not None and not any(grid.compulsory(each) for each in grid.requests):
        return Settlement(_settled_apart(problem, limits), flow_of(crowd, limits).bound)
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    joint = join(grid, ways, candidates(problem))
    return _Search(problem, joint, limits, warm, flow_bound(grid, ways, limits)).run()


def _require_fixed_hold(problem: Problem) -> None:
    programme = replace(problem, requests=(), pins=(), published=(), rounds=(), sessions=fixed(problem))
    found = breaches(programme)
    if any(not (each.rule == "travel_time" and ferried(problem).intersection(each.participants)) for each in found):
        require_sessions_hold(programme)


def _settled_apart(problem: Problem, limits: Limits) -> Problem:
    requested = {each.id for each in problem.requests}
    pins = tuple(each for each in problem.pins if each.activity not in requested)
    programme = replace(problem, requests=(), published=(), pins=pins)
    return replace(problem, sessions=settle(programme, limits).problem.sessions)


class _Branch(NamedTuple):
    """Columns ``barred``; kept in order: the greatest bound first, of equal ones the deepest, then as they came."""

    least: int
    open: int
    number: int
    barred: frozenset[int]


class _Search:
    """Branches, best first.

    ``refusal``: why the last that could not be held could not. ``doubt``: what those tried might yet be worth.
    """

    def __init__(self, problem: Problem, joint: Joint, limits: Limits, warm: Plan | None, flow: int) -> None:
        self.problem, self.joint, self.warm, self.flow = problem, joint, warm, flow
        self.limits = replace(limits, improved=None)
        self.relaxation = Relaxation(joint.model.weights, joint.model.rows, self.limits)
        self.sessions = _columns_by_session(joint)
        self.best: tuple[int, Problem] | None = None
        self.tried: set[frozenset[int]] = set()
        self.refusal: Infeasible | None = None
        self.doubt = 0
        self.nodes = self.pushed = 0
        self.branches = [_Branch(-(flow * joint.scale + joint.scale - 1), len(self.sessions), 0, frozenset())]

    def run(self) -> Settlement:
        given = [each for each in self.joint.columns if self.joint.candidates[each - self.joint.offset].stays]
        if len(given) == len(self.sessions):
            self._try(frozenset(given))
        while self.branches and not self._reached(-self.branches[0].least) and not self._ended():
            branch = heappop(self.branches)
            if not self._open(branch):
                heappush(self.branches, branch)
                break
        if self.best is None:
            raise self._failure()
        return Settlement(self.best[1], self._bound(self.best[0]))

    def _bound(self, worth: int) -> int:
        ahead = -self.branches[0].least if self.branches else 0
        return max(self.doubt, max(worth, ahead) // self.joint.scale)

    def _reached(self, most: int) -> bool:
        return self.best is not None and self.best[0] >= most

    def _ended(self) -> bool:
        return self._cancelled() or self.nodes >= MOST_NODES or len(self.tried) >= MOST_TRIED

    def _cancelled(self) -> bool:
        return self.limits.cancelled is not None and self.limits.cancelled()

    def _open(self, branch: _Branch) -> bool:
        """Bound ``branch``, try what its relaxation points to, and settle one more session; False when stopped."""
        self.nodes += 1
        self.relaxation.bar(branch.barred, self.joint.columns)
        found = self.relaxation.optimum()
        if found is None:
            return not self._cancelled()
        most = floor(found[0] + ROUNDING)
        shares = dict(zip(self.joint.columns, self.relaxation.shares(self.joint.columns), strict=True))
        chosen = [max(columns, key=lambda column: shares[column]) for columns in self.sessions]
        if not self._reached(most) and (self.nodes == 1 or all(shares[each] > 1 - NOTHING for each in chosen)):
            self._try(frozenset(chosen))
        if not self._reached(most):
            self._split(branch, most, shares)
        return True

    def _split(self, branch: _Branch, most: int, shares: dict[int, float]) -> None:
        """One branch for each way to hold the session that is least settled, the likeliest first."""
        left = [[each for each in columns if each not in branch.barred] for columns in self.sessions]
        unsettled = [columns for columns in left if len(columns) > 1]
        if not unsettled:
            return
        columns = min(unsettled, key=lambda each: max(shares[column] for column in each))
        for column in sorted(columns, key=lambda each: -shares[each]):
            barred = branch.barred | (set(columns) - {column})
            self.pushed += 1
            heappush(self.branches, _Branch(-most, len(unsettled) - 1, self.pushed, barred))

    def _try(self, chosen: frozenset[int]) -> None:
        """What the meetings are worth with the sessions so."""
        if chosen in self.tried:
            return
        self.tried.add(chosen)
        held = [self.joint.candidates[each - self.joint.offset] for each in sorted(chosen)]
        problem = settled(self.problem, {each.held.id: each.held for each in held})
        try:
            selection = _selection(replace(problem, objectives=FOR_VALUE), self.limits, self.warm)
        except Infeasible as refusal:
            self.refusal = refusal
            return
        except StoppedEarly:
            self.doubt = self.flow
            return
        self.doubt = max(self.doubt, selection.bound)
        worth = selection.value * self.joint.scale + sum(each.stays for each in held)
        if self.best is None or worth > self.best[0]:
            self.best = worth, problem

    def _failure(self) -> Infeasible | StoppedEarly:
        if self.doubt or self.branches:
            return StoppedEarly("stopped_early")
        return sessions_conflict(self.joint, self.limits, self.refusal)


def _columns_by_session(joint: Joint) -> list[list[int]]:
    found: dict[int, list[int]] = {}
    for column in joint.columns:
        found.setdefault(joint.candidates[column - joint.offset].session, []).append(column)
    return list(found.values())


def _selection(problem: Problem, limits: Limits, warm: Plan | None) -> Selection:
    require_sessions_hold(problem)
    grid = lay_out(problem)
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    return select(grid, ways, flow_bound(grid, ways, limits), limits, warm)
