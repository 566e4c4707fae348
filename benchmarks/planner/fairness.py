"""What fairness costs in value: Paris-like days planned by several objectives, beside what is usually done.

    python benchmarks/planner/fairness.py [SEED ...]

A line a seed and rule. ``held`` meetings, ``value`` with the greatest there is (``of``), posts that have requests and
no meeting, ``fairness`` with the greatest there is, and seconds of the selection. "First come" and "dearest first" fill
slots one after the other, as a form on a web site does. In the real days some 1,700 of 5,000 requests were held, and
one post had no meeting. Then the medians over the seeds.
"""

import sys
import time
from collections import defaultdict
from dataclasses import replace
from statistics import median

from baselines import Timetable, Week, dearest_first, first_come
from paris import paris

from contactdays.planner import Aim, Assignment, Objective, Plan, Problem, Tier, check, objectives, solve
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.options import ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.linear.highs import Limits
from contactdays.planner.search.model.bound import flow_bound
from contactdays.planner.search.selection.select import Selection, select

COLUMNS = "seed rule held value of empty_posts fairness of proven seconds"
VALUE, EMPTY, FAIR = Objective(Aim.VALUE), Objective(Aim.EMPTY), Objective(Aim.FAIRNESS)
RULES: dict[str, tuple[Tier, ...]] = {
    "value": ((VALUE,),),
    "value, then nobody empty": ((VALUE,), (EMPTY,)),
    "value, then fair": ((VALUE,), (FAIR,)),
    "nobody empty, then value": ((EMPTY,), (VALUE,)),
    "value x 2000 + fair": ((Objective(Aim.VALUE, 2000), FAIR),),
    "value x 500 + fair": ((Objective(Aim.VALUE, 500), FAIR),),
    "fair, then value": ((FAIR,), (VALUE,)),
}
BASELINES = {"first come": first_come, "dearest first": dearest_first}


def selected(problem: Problem) -> Selection:
    """The exact selection, without places."""
    grid = lay_out(problem)
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    return select(grid, ways, flow_bound(grid, ways, Limits()), Limits())


def as_plan(problem: Problem, starts: dict[int, int]) -> Plan:
    """Meetings by request and start, at no place."""
    requests = problem.requests
    return Plan(
        tuple(
            Assignment(requests[n].id, start, start + requests[n].duration, None, requests[n].participants)
            for n, start in starts.items()
        )
    )


def figures(problem: Problem, plan: Plan) -> tuple[int, ...]:
    """Held, value, posts with requests and no meeting, fairness."""
    counted = objectives(problem, plan)
    posts = {each.id for each in problem.participants if each.kind == "post"}
    asked = {party for each in problem.requests for party in each.participants} & posts
    met = {party for each in plan.assignments for party in each.participants}
    value, fair = counted[Aim.VALUE], counted[Aim.FAIRNESS]
    return len(plan.assignments), *(each for each in (value, len(asked - met), fair) if isinstance(each, int))


def usual(problem: Problem, timetable: Timetable) -> Plan:
    """A baseline's timetable as a plan."""
    slots = sorted(problem.slots)
    return as_plan(problem, {number: slots[slot].start for number, slot in timetable.items()})


def ours(problem: Problem, tiers: tuple[Tier, ...]) -> tuple[Plan, bool]:
    """The selection by ``tiers``, and whether every tier of it is proven."""
    selection = selected(replace(problem, objectives=tiers))
    starts = {each.request: each.start for each in selection.held()}
    return as_plan(problem, starts), all(each.proven for each in selection.goals)


def best(problem: Problem, aim: Aim) -> int:
    """The greatest there is of ``aim`` alone, proven."""
    (goal, *_) = selected(replace(problem, objectives=((Objective(aim),),))).goals
    return goal.bound


def run(seed: int, rows: dict[str, list[tuple[int, ...]]]) -> bool:
    """Print the lines of ``seed``; False when a plan is rejected, not proven, or leaves a post empty needlessly."""
    problem = paris(seed)
    most, fairest = best(problem, Aim.VALUE), best(problem, Aim.FAIRNESS)
    fine = True
    for name in (*BASELINES, *RULES):
        start = time.process_time()
        if name in BASELINES:
            plan, proven = usual(problem, BASELINES[name](Week(problem))), False
        else:
            plan, proven = ours(problem, RULES[name])
            fine &= proven
        seconds = time.process_time() - start
        counted = figures(problem, plan)
        held, value, empty, fair = counted
        rows[name].append(counted)
        print(seed, name, held, value, most, empty, fair, fairest, proven, f"{seconds:.1f}", sep="\t", flush=True)
    tiers = (*RULES["value, then nobody empty"], (Objective(Aim.BREAKS),), (Objective(Aim.ROOM_MOVES),))
    problem = replace(problem, objectives=tiers)
    start = time.perf_counter()
    result = solve(problem)
    accepted = check(problem, result.plan) == []
    wall = time.perf_counter() - start
    print(
        seed,
        "whole plan",
        *figures(problem, result.plan)[:2],
        most,
        f"accepted={accepted}",
        f"breaks={result.breaks}",
        f"moves={result.room_moves}",
        result.proven,
        f"{wall:.1f}",
        sep="\t",
        flush=True,
    )
    return fine and accepted


def main() -> int:
    """Exit 1 when something is not as it should be."""
    rows: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    print(*COLUMNS.split(), sep="\t")
    fine = [run(seed, rows) for seed in map(int, sys.argv[1:] or range(1, 6))]
    print("median over seeds: rule held value empty_posts fairness")
    for name, figures_of in rows.items():
        print(name, *(f"{median(column):.0f}" for column in zip(*figures_of, strict=True)), sep="\t")
    return int(not all(fine))


if __name__ == "__main__":
    sys.exit(main())
