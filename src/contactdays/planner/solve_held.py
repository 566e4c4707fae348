"""The search when everything is to be held and breaks come first: exact, with a bound from the beginning."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from .fewer import are_even
from .placing import placed
from .search.anneal.polish import Polisher
from .search.conflict.conflict import conflict_in
from .search.ground.breaks import breaks_of, gaps_of
from .search.ground.grid import Grid
from .search.ground.options import Option, Ways
from .search.held.duties import Duties, duties_of
from .search.held.fewest import Found, first_plan, settled
from .search.held.rivals import fewest_breaks
from .search.model.model import Model, build, lingering
from .telling import FRACTIONS, Told
from .values import Aim, Plan, Progress, Result, Seat, Stop, StoppedEarly

WORTH_A_RACE = 500
"""Choices from which a second process is worth its start."""

ANNEALINGS, QUICKLY = 4, 400_000
"""How often, and with how many moves, the first plan of all is annealed while the race goes on."""


def all_held(grid: Grid, ways: Ways) -> bool:
    """Whether breaks are the only first aim and nothing is left to choose but times, which the exact search needs."""
    compulsory = all(grid.compulsory(each) for each in grid.requests)
    return grid.problem.comes_first(Aim.BREAKS) and compulsory and not lingering(grid, ways)


def solve_held(grid: Grid, ways: Ways, stop: Stop, seed: int, seats: tuple[Seat, ...], told: Told) -> Result:
    """The plan with the fewest breaks, proven; or the best so far, and how few breaks there might be.

    Raises Infeasible, with the rules that conflict as far as they are found, and StoppedEarly.
    """
    model = build(grid, ways, linger=False, apart=False)
    course = _Course(model, stop, seed, seats, told)
    roster = course.duties.roster
    with course.aside:
        found = fewest_breaks(
            roster,
            processes=1 if len(roster.choices) < WORTH_A_RACE else 2,
            told=course.hear,
            improve=course.smoothed,
            cancelled=stop.cancelled,
        )
        final = course.repeatable(found)
    if found.refuted:
        raise conflict_in(grid)
    if found.chosen is None:
        raise StoppedEarly("stopped_early")
    return course.result(found, final)


@dataclass(slots=True)
class _Course:
    """One search on its way, told in plans."""

    model: Model
    stop: Stop
    seed: int
    seats: tuple[Seat, ...]
    told: Told
    duties: Duties = field(init=False)
    aside: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    smooth: "Future[Found] | None" = None

    def __post_init__(self) -> None:
        self.duties = duties_of(self.model)

    def hear(self, found: Found) -> None:
        """Tell what is known now."""
        plan = None if found.chosen is None else self._plan(found, sweeps=0)
        self.told.tell(self._reached(found, plan))

    def smoothed(self, found: Found) -> "Future[Found]":
        """The first plan of all, annealed meanwhile: often the best there is, long before that is proven."""
        self.smooth = self.aside.submit(self._anneal, found)
        return self.smooth

    def _anneal(self, found: Found) -> Found:
        """The best of a few annealings that leaves breaks even, or ``found``."""
        best = found
        for number in range(ANNEALINGS):
            polisher = Polisher(self.model, self.duties.chosen(best) or (), self.seed + number, trading=False)
            polisher.smooth(min(QUICKLY, self.stop.polish_moves), lambda share: False, rounds=1)
            held = [self.model.ways.options[each] for each in polisher.columns]
            breaks = sum(breaks_of(self.model.grid, held).values())
            if are_even(self.model.grid, held) and (best.breaks is None or breaks < best.breaks):
                best = self.duties.known(polisher.columns, breaks)
            if best.breaks == 0:
                break
        return best

    def result(self, found: Found, final: Found) -> Result:
        """What is proven by ``found``, of the plan ``final``."""
        plan, gaps = self._plan(final), sum(gaps_of(self.model.grid, self._held(final)).values())
        self.told.close(self._reached(found, plan))
        return Result(
            plan=plan,
            value=plan.value,
            bound=plan.value,
            flow_bound=plan.value,
            proven=found.closed,
            gaps_before=gaps,
            gaps=gaps,
            room_moves=plan.room_moves or 0,
            breaks=plan.breaks or 0,
            breaks_bound=found.bound,
            stages=tuple(self.told.stages),
        )

    def repeatable(self, found: Found) -> Found:
        """A plan as good that does not depend on which of two searches was first."""
        if not found.closed or found.breaks is None:
            return found
        smooth = (self.smooth or self.smoothed(first_plan(self.duties.roster))).result()
        return smooth if smooth.breaks == found.breaks else settled(self.duties.roster, found.breaks)

    def _plan(self, found: Found, **sweeps: int) -> Plan:
        grid, held = self.model.grid, self._held(found)
        value = sum(grid.requests[each.request].weight for each in held)
        return placed(grid, self.model.ways, held, value, self.seats, **sweeps)

    def _held(self, found: Found) -> list[Option]:
        return [self.model.ways.options[each] for each in self.duties.chosen(found) or ()]

    def _reached(self, found: Found, plan: Plan | None) -> Progress:
        value = None if plan is None else plan.value
        return Progress("proof", value, value, None, FRACTIONS["polish"], found.breaks, found.bound, found.closed, plan)
