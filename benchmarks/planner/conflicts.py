"""Name the conflict of every infeasible B2BSP-like file, and print how long that took beside the reference.

    python -m benchmarks.planner.conflicts [SEED ...]

A line a file in which a conflict is found: causes, meetings among them, CPU seconds, and those of the reference where
it is asked (--reference): deletion with HiGHS, a solve for each meeting and each kind of rule, which names no
participant and knows no fairness. Then, for each variant, files, conflicts, medians and the worst time. Target: ten
seconds.
"""

import argparse
import statistics
import time
from collections import defaultdict

from contactdays.planner import Infeasible, parse_b2bsp
from contactdays.planner.search.conflict.conflict import conflict_by_deletion, conflict_of
from contactdays.planner.search.ground.grid import Grid, lay_out
from contactdays.planner.search.ground.options import ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.linear.highs import Limits
from contactdays.planner.search.model.model import build

from .b2bsp import SIZES, VARIANTS, dzn, instance

TARGET = 10.0


def reference(grid: Grid) -> tuple[Infeasible, float]:
    """The conflict by deletion, and the CPU seconds it took."""
    begun = time.process_time()
    model = build(grid, ways_of(grid, stands_of(grid, apart=False), apart=False), linger=False, apart=False)
    found = conflict_by_deletion(model, Limits())
    return found, time.process_time() - begun


def main() -> None:
    """All sizes and variants, for each seed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", nargs="*", type=int, default=[1])
    parser.add_argument("--reference", metavar="SIZE", nargs="*", default=(), help="sizes for which to ask it too")
    arguments = parser.parse_args()
    seconds: dict[str, list[float]] = defaultdict(list)
    causes: dict[str, list[int]] = defaultdict(list)
    files: dict[str, int] = defaultdict(int)
    for seed in arguments.seeds:
        for variant in VARIANTS:
            for name, size in SIZES.items():
                grid = lay_out(parse_b2bsp(dzn(instance(size, variant, seed))))
                begun = time.process_time()
                found = conflict_of(grid)
                spent = time.process_time() - begun
                files[variant] += 1
                if found is None:
                    continue
                seconds[variant].append(spent)
                causes[variant].append(len(found.causes))
                told = f"causes={len(found.causes)} meetings={len(found.activities)} rules={','.join(found.rules)}"
                print(
                    f"{name} {variant} seed={seed} {told} cpu_s={spent:.2f}{_beside(grid, name, arguments.reference)}"
                )
    for variant, times in seconds.items():
        worst, median, size = max(times), statistics.median(times), statistics.median(causes[variant])
        verdict = "met" if worst < TARGET else "missed"
        print(f"{variant}: files={files[variant]} conflicts={len(times)} causes_median={size:.0f}", end=" ")
        print(f"cpu_s_median={median:.2f} worst={worst:.2f} target={TARGET:.0f} {verdict}")


def _beside(grid: Grid, name: str, asked: list[str]) -> str:
    if name not in asked:
        return ""
    found, spent = reference(grid)
    return f" deletion: causes={len(found.causes)} cpu_s={spent:.2f}"


if __name__ == "__main__":
    main()
