"""How long reasons take, and how many causes they name: embassy weeks and contact weeks, planned at their best.

    python benchmarks/planner/reasons.py [SEED ...]

A line a week: requests not held; seconds for the first cause of all of them; seconds for all causes and what would
help of all of them; and for one at a time, from the problem and the plan on, the median and the slowest of twenty.
Then how many causes are named in the median and at most. Target: less than a second for one request.
"""

import sys
import time
from collections.abc import Callable
from statistics import median
from typing import TypeVar

from embassy import embassy
from weeks import week

from contactdays.planner import Plan, Problem, Stop, explain, explanations, reasons, solve

COLUMNS = "week seed not_held first_s all_s one_median_s one_slowest_s causes_median causes_most unexplained"
QUICK = Stop(polish_moves=20_000)
Found = TypeVar("Found")


def timed(work: Callable[[], Found]) -> tuple[Found, float]:
    """What ``work`` gives, and its seconds of processor time."""
    start = time.process_time()
    found = work()
    return found, time.process_time() - start


def line(name: str, seed: int, problem: Problem, plan: Plan) -> bool:
    """Print the figures of one week; whether every request has its reason in time."""
    first, first_seconds = timed(lambda: reasons(problem, plan))
    every, seconds = timed(lambda: list(explanations(problem, plan)))
    asked = [each.request for each in every[:: max(1, len(every) // 20)][:20]]
    alone = [timed(lambda request=request: explain(problem, plan, request))[1] for request in asked]
    counts = [len(each.causes) for each in every]
    unexplained = sum(not each.causes for each in every)
    told = (first_seconds, seconds, median(alone), max(alone))
    print(name, seed, len(first), *(f"{each:.2f}" for each in told), sep="\t", end="\t")
    print(f"{median(counts):.0f}", max(counts), unexplained, sep="\t", flush=True)
    return max(alone) < 1 and not unexplained


def main() -> int:
    """Exit 1 when a request takes a second or more, or has no cause."""
    print(*COLUMNS.split(), sep="\t")
    fine = True
    for seed in map(int, sys.argv[1:] or range(1, 4)):
        for name, problem in (("embassy", embassy(seed)), ("contact week", week(seed))):
            fine &= line(name, seed, problem, solve(problem, QUICK).plan)
    return int(not fine)


if __name__ == "__main__":
    sys.exit(main())
