"""Where the movable sessions are held so that the meetings are worth most: proven, by asking again and again.

The joint model names the sessions' places and times and a bound; the selection with the sessions fixed there
says what they are really worth. What has been tried is forbidden, and the joint model asked anew, until it
promises no more than is had (logic-based Benders decomposition: Hooker and Ottosson, 2003).
"""

from dataclasses import dataclass, replace
from math import floor, isfinite

from contactdays.planner.values import Aim, Infeasible, Objective, Plan, Problem, Progress, Result, StoppedEarly, Tier

from .bound import ROUNDING, flow_bound
from .candidates import Candidate, candidates, ferried, fixed, movable, settled
from .dissent import sessions_conflict
from .fixed import breaches, require_sessions_hold
from .grid import lay_out
from .highs import Limits
from .joint import Joint, join
from .options import ways_of
from .pool import optimum
from .select import Selection, select
from .stands import stands_of

MOST_TRIED = 60
FOR_VALUE: tuple[Tier, ...] = ((Objective(Aim.VALUE),),)


@dataclass(frozen=True, slots=True)
class Settlement:
    """``problem`` with every session fixed, and the most that any way to fix them could be worth."""

    problem: Problem
    bound: int

    def told(self, progress: Progress) -> Progress:
        """What is true of the problem as it was, of the ``progress`` of a search for this one."""
        if progress.bound is None:
            return progress
        bound = max(progress.bound, self.bound)
        return replace(progress, bound=bound, proven=progress.proven and self._is_best(progress.value))

    def found(self, result: Result) -> Result:
        """The same for the ``result``."""
        return replace(
            result,
            bound=max(result.bound, self.bound),
            flow_bound=max(result.flow_bound, self.bound),
            proven=result.proven and self._is_best(result.value),
        )

    def _is_best(self, value: int | None) -> bool:
        return value == self.bound and self.problem.objectives[:1] == FOR_VALUE


@dataclass(frozen=True, slots=True)
class _Tried:
    worth: int
    problem: Problem


def settle(problem: Problem, limits: Limits, warm: Plan | None = None) -> Settlement:
    """The sessions of ``problem`` where the meetings are worth most, and as many as can be where they were given.

    When ``limits`` or MOST_TRIED end the search early, the best so far; its bound then is greater than its value.
    Raises Infeasible, or StoppedEarly when nothing was found.
    """
    _require_fixed_hold(problem)
    grid = lay_out(problem)
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    joint = join(grid, ways, candidates(problem))
    return _Search(problem, joint, limits, warm, flow_bound(grid, ways, limits)).run()


def _require_fixed_hold(problem: Problem) -> None:
    programme = replace(problem, requests=(), pins=(), published=(), rounds=(), sessions=fixed(problem))
    found = breaches(programme)
    if any(not (each.rule == "travel_time" and ferried(problem).intersection(each.participants)) for each in found):
        require_sessions_hold(programme)


class _Search:
    """``refusal``: why the last that could not be held could not. ``doubt``: what those tried might be worth yet."""

    def __init__(self, problem: Problem, joint: Joint, limits: Limits, warm: Plan | None, flow: int) -> None:
        self.problem, self.joint, self.warm, self.flow = problem, joint, warm, flow
        self.limits = replace(limits, improved=None)
        self.best: _Tried | None = None
        self.refusal: Infeasible | None = None
        self.exhausted = False
        self.doubt = 0

    def run(self) -> Settlement:
        bound = self.flow
        given = tuple(each for each in self.joint.candidates if each.stays)
        if len(given) == len(movable(self.problem)):
            self._try(given)
        for _ in range(MOST_TRIED):
            if self._reached(bound * self.joint.scale + self.joint.scale - 1) or self._cancelled():
                break
            answer = optimum(self.joint.model, None, self.limits)
            if answer.infeasible:
                self.exhausted, bound = True, 0
                break
            most = floor(answer.bound + ROUNDING) if isfinite(answer.bound) else bound * self.joint.scale
            bound = min(bound, most // self.joint.scale)
            if answer.chosen is None or self._reached(most):
                break
            self._try(self.joint.sessions_in(answer.chosen))
        if self.best is None:
            raise self._failure()
        return Settlement(self.best.problem, max(bound, self.doubt, self.best.worth // self.joint.scale))

    def _reached(self, most: int) -> bool:
        return self.best is not None and self.best.worth >= most

    def _cancelled(self) -> bool:
        return self.limits.cancelled is not None and self.limits.cancelled()

    def _try(self, chosen: tuple[Candidate, ...]) -> None:
        """What the meetings are worth with the sessions so; never to be tried again."""
        self.joint.forbid(chosen)
        problem = settled(self.problem, {each.held.id: each.held for each in chosen})
        try:
            selection = _selection(replace(problem, objectives=FOR_VALUE), self.limits, self.warm)
        except Infeasible as refusal:
            self.refusal = refusal
            return
        except StoppedEarly:
            self.doubt = self.flow
            return
        self.doubt = max(self.doubt, selection.bound)
        worth = selection.value * self.joint.scale + sum(each.stays for each in chosen)
        if self.best is None or worth > self.best.worth:
            self.best = _Tried(worth, problem)

    def _failure(self) -> Infeasible | StoppedEarly:
        if self.doubt or not self.exhausted:
            return StoppedEarly("stopped_early")
        return sessions_conflict(self.joint, self.limits, self.refusal)


def _selection(problem: Problem, limits: Limits, warm: Plan | None) -> Selection:
    require_sessions_hold(problem)
    grid = lay_out(problem)
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    return select(grid, ways, flow_bound(grid, ways, limits), limits, warm)
