"""Plan invented weeks of the example's size, check them, and print what came of it.

    python benchmarks/planner/run.py [SEED ...]

One line a week: requests, meetings held, value with its bounds, gaps, room moves, seconds by stage and the peak
memory of the process so far. Seconds depend on the machine; all else is the same everywhere.
"""

import resource
import sys
import time
from collections.abc import Callable

from weeks import week

from contactdays.planner import Problem, Progress, Result, check, solve

COLUMNS = "seed requests held value bound flow proven gaps before moves select_s total_s peak_mb"


def stopwatch(marks: dict[str, float]) -> Callable[[Progress], None]:
    """Notes when each stage was last heard of."""
    start = time.perf_counter()

    def note(progress: Progress) -> None:
        marks[progress.stage] = time.perf_counter() - start

    return note


def line(seed: int, problem: Problem, result: Result, marks: dict[str, float], seconds: float) -> list[object]:
    """The figures of one week, in the order of COLUMNS."""
    held = len(result.plan.assignments) - len(problem.sessions)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    quality = (result.value, result.bound, result.flow_bound, result.proven)
    smooth = (result.gaps, result.gaps_before, result.room_moves)
    return [seed, len(problem.requests), held, *quality, *smooth, f"{marks['select']:.1f}", f"{seconds:.1f}", peak]


def main() -> int:
    """Exit 1 when a plan is rejected or not proven."""
    failed = False
    print(*COLUMNS.split(), sep="\t")
    for seed in map(int, sys.argv[1:] or range(1, 6)):
        problem = week(seed)
        marks: dict[str, float] = {}
        start = time.perf_counter()
        result = solve(problem, on_progress=stopwatch(marks))
        print(*line(seed, problem, result, marks, time.perf_counter() - start), sep="\t", flush=True)
        failed |= not result.proven or bool(check(problem, result.plan))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
