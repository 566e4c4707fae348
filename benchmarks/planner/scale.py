"""Embassy weeks and fairs, beside what is usually done with them.

    python benchmarks/planner/scale.py [embassy | fair | larger] [SEED ...]

One line a seed and method: value, of the bound (per cent), meetings held, breaks, breaks of the meetings held (per
cent), room moves and how few are possible at these times, seconds of wall and of processor, and the peak memory of
the process so far; for the planner also when it was done with each stage. Medians stand below. Targets: embassy,
value proven in 3 s, 3 breaks or fewer in 10 s; fair, 99.95 % of the bound and breaks of at most 1 % in 60 s and 2 GB;
larger (five times that), 5 min and 8 GB.
The machine code is made before the clock starts. Every plan of the planner is checked.
"""

import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from statistics import median

from baselines import Timetable, Week, dearest_first, first_come, slot_by_slot
from embassy import EmbassySize, embassy
from fair import LARGER, FairSize, fair

from contactdays.planner import Problem, Progress, Result, Stop, check, solve
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.options import ANYWHERE, Option, Ways
from contactdays.planner.search.large import large
from contactdays.planner.search.rooms.rooms import Rooms

COLUMNS = "seed method value bound of_bound% held breaks breaks% moves moves_bound wall_s cpu_s peak_mb stages"
MAKERS: dict[str, Callable[[int], Problem]] = {
    "embassy": embassy,
    "fair": fair,
    "larger": lambda seed: fair(seed, LARGER),
}
USUAL = {"first come": first_come, "dearest first": dearest_first, "slot by slot": slot_by_slot}
Row = list[float | None]


def warm() -> None:
    """Have all machine code made, for both paths."""
    solve(embassy(0, EmbassySize(12, 6, 30, 3, 2, 6, 1)), Stop(polish_moves=100))
    kept, large.MOST_OPTIONS = large.MOST_OPTIONS, 0
    solve(fair(0, FairSize(12, 6, 30, 3, 1, 4)), Stop(polish_moves=100))
    large.MOST_OPTIONS = kept


def row(bound: int, value: int, held: int, breaks: int, moves: Row, clocks: tuple[float, float]) -> Row:
    """The figures of one line; ``clocks``: wall and processor, used."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [value, bound, 100 * value / bound, held, breaks, 100 * breaks / held, *moves, *clocks, peak]


def since(clocks: tuple[float, float]) -> tuple[float, float]:
    """Seconds of wall and processor since."""
    return time.perf_counter() - clocks[0], time.process_time() - clocks[1]


def fewest_moves(problem: Problem, result: Result) -> int:
    """How few room moves are possible at the times of the plan."""
    grid = lay_out(problem)
    numbers = {each.id: number for number, each in enumerate(grid.requests)}
    slots = {start: number for number, start in enumerate(grid.starts)}
    held = [
        Option(numbers[each.activity], each.start, each.end, slots[each.start], slots[each.start], "", ANYWHERE)
        for each in result.plan.assignments
        if each.activity in numbers
    ]
    return Rooms(grid, Ways([], [], {}), held).fewest()


def show(seed: object, method: str, figures: Row, stages: str = "") -> None:
    """Print a line."""
    texts = ["-" if each is None else f"{each:.3f}".rstrip("0").rstrip(".") for each in figures]
    print(seed, method, *texts, stages, sep="\t", flush=True)


def planned(problem: Problem) -> tuple[Row, Result, str]:
    """The planner's own line."""
    clocks = time.perf_counter(), time.process_time()
    marks: dict[str, float] = {}

    def note(progress: Progress) -> None:
        marks[progress.stage] = time.perf_counter() - clocks[0]

    result = solve(problem, on_progress=note)
    clocks = since(clocks)
    held = len(result.plan.assignments) - len(problem.sessions)
    moves: Row = [result.room_moves, fewest_moves(problem, result)]
    figures = row(result.bound, result.value, held, result.breaks, moves, clocks)
    return figures, result, " ".join(f"{stage}:{seconds:.1f}" for stage, seconds in marks.items())


def usual(week: Week, bound: int, method: Callable[[Week], Timetable]) -> Row:
    """The line of another way."""
    clocks = time.perf_counter(), time.process_time()
    timetable = method(week)
    clocks = since(clocks)
    return row(bound, week.value(timetable), len(timetable), week.breaks(timetable), [None, None], clocks)


def main() -> int:
    """Exit 1 when a plan is rejected."""
    kind, *seeds = sys.argv[1:] or ["embassy"]
    failed = False
    found: dict[str, list[Row]] = defaultdict(list)
    warm()
    print(*COLUMNS.split(), sep="\t")
    for seed in map(int, seeds or ("1", "2", "3")):
        problem = MAKERS[kind](seed)
        figures, result, stages = planned(problem)
        show(seed, "planner, proven" if result.proven else "planner", figures, stages)
        failed |= bool(check(problem, result.plan))
        found["planner"].append(figures)
        week = Week(problem)
        for name, method in USUAL.items():
            if kind != "larger" or method is not slot_by_slot:
                found[name].append(usual(week, result.bound, method))
                show(seed, name, found[name][-1])
    for name, rows in found.items():
        columns = zip(*rows, strict=True)
        show("median", name, [None if column[0] is None else median(column) for column in columns])
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
