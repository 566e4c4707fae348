"""Mend embassy weeks after one thing that goes wrong, beside planning them anew.

    python benchmarks/planner/repair.py [SEED ...]

One line a week, trouble and policy: meetings hit; seconds to the first answer and to the policy's proven optimum; how
many of the unaffected meetings are at another time or dropped (per cent); the value, and the greatest there is once
the trouble is known; the breaks before and after; whether the first option is proven, and how many there are; and how
many of the unaffected meetings are elsewhere in time when the week is planned anew (per cent). Medians stand below.
Seconds depend on the machine; all else is the same everywhere. Every plan is checked.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product
from statistics import median

from embassy import DAY, embassy

from contactdays.planner import (
    Absence,
    Assignment,
    Change,
    Closure,
    Plan,
    Policy,
    Problem,
    Repair,
    Stop,
    check,
    replan,
    solve,
)

COLUMNS = "seed trouble policy hit first_s proven_s moved% value best breaks_before breaks proven options anew%"
SOME_POLISH = Stop(polish_moves=200_000)
WEDNESDAY_NOON = 2 * DAY + 12 * 60


def recall(problem: Problem, plan: Plan) -> Change:
    """The head of mission with most meetings leaves on Wednesday at noon."""
    busiest = _busiest(problem, plan, lambda name: name.startswith("H"))
    return Change(now=WEDNESDAY_NOON, absences=(Absence(busiest),))


def lost_half_day(problem: Problem, plan: Plan) -> Change:
    """The counterpart with most meetings in a half-day stays away from it; known before the week begins."""
    half_day = {each.start: each.half_day for each in problem.slots}
    met = Counter(
        (name, half_day[each.start])
        for each in _meetings(problem, plan)
        for name in each.participants
        if name.startswith("C")
    )
    (name, number), _ = max(met.items(), key=lambda item: (item[1], item[0]))
    start, end = _span(problem, number)
    return Change(now=0, absences=(Absence(name, start, end),))


def lost_room(problem: Problem, plan: Plan) -> Change:
    """A room cannot be used in the half-day with most meetings."""
    half_day = {each.start: each.half_day for each in problem.slots}
    held = Counter(half_day[each.start] for each in _meetings(problem, plan))
    start, end = _span(problem, max(held, key=lambda number: (held[number], -number)))
    return Change(now=0, closures=(Closure("R00", start, end),))


TROUBLES: dict[str, Callable[[Problem, Plan], Change]] = {
    "recall": recall,
    "half-day": lost_half_day,
    "room": lost_room,
}


def _meetings(problem: Problem, plan: Plan) -> list[Assignment]:
    requests = {each.id for each in problem.requests}
    return [each for each in plan.assignments if each.activity in requests]


def _busiest(problem: Problem, plan: Plan, wanted: Callable[[str], bool]) -> str:
    met = Counter(name for each in _meetings(problem, plan) for name in each.participants if wanted(name))
    return max(met, key=lambda name: (met[name], name))


def _span(problem: Problem, half_day: int) -> tuple[int, int]:
    mine = [each for each in problem.slots if each.half_day == half_day]
    return min(each.start for each in mine), max(each.end for each in mine)


def _elsewhere(repair: Repair, plan: Plan, anew: Plan, now: int) -> float:
    """Per cent of the unaffected meetings that ``anew`` does not hold at their time."""
    at = {each.activity: each.start for each in anew.assignments}
    hit = set(repair.affected)
    unaffected = [each for each in _meetings(repair.problem, plan) if each.activity not in hit and each.start >= now]
    return 100 * sum(at.get(each.activity) != each.start for each in unaffected) / len(unaffected)


@dataclass
class Stopwatch:
    """When the first answer came, and the first proven one."""

    begun: float = field(default_factory=time.perf_counter)
    first: float | None = None
    proven: float | None = None

    def __call__(self, repair: Repair) -> None:
        passed = time.perf_counter() - self.begun
        self.first = self.first or passed
        if self.proven is None and repair.options[0].proven:
            self.proven = passed


def line(seed: int, name: str, policy: Policy, problem: Problem, plan: Plan) -> list[object]:
    """The figures of one trouble and policy, in the order of COLUMNS."""
    change = TROUBLES[name](problem, plan)
    watch = Stopwatch()
    repair = replan(problem, plan, change, policy, seed=seed, on_progress=watch)
    if any(check(repair.problem, each.plan) for each in repair.options):
        raise SystemExit(f"seed {seed}, {name}, {policy}: the checker refuses a plan")
    option = repair.options[0]
    anew = solve(repair.problem, SOME_POLISH, seed=seed)
    moved = 100 * len(option.disturbed) / repair.unaffected
    seconds = [f"{watch.first or 0:.2f}", f"{watch.proven or 0:.2f}"]
    figures = [option.value, anew.value, plan.breaks, option.breaks, option.proven, len(repair.options)]
    hit, elsewhere = len(repair.affected), _elsewhere(repair, plan, anew.plan, change.now)
    return [seed, name, policy, hit, *seconds, f"{moved:.2f}", *figures, f"{elsewhere:.0f}"]


def main() -> int:
    """Exit 1 when an option is not proven."""
    print(*COLUMNS.split(), sep="\t")
    lines: list[list[object]] = []
    for seed in map(int, sys.argv[1:] or range(1, 6)):
        problem = embassy(seed)
        plan = solve(problem, SOME_POLISH, seed=seed).plan
        for name, policy in product(TROUBLES, Policy):
            lines.append(line(seed, name, policy, problem, plan))
            print(*lines[-1], sep="\t", flush=True)
    for name, policy in product(TROUBLES, Policy):
        mine = [each for each in lines if each[1:3] == [name, policy]]
        medians = [f"{median(float(str(each[column])) for each in mine):.2f}" for column in (4, 5, 6)]
        print("median", name, policy, "-", *medians, sep="\t")
    return int(not all(each[11] for each in lines))


if __name__ == "__main__":
    sys.exit(main())
