"""Solve invented files of the B2B scheduling problem, each by one whole command, and print how fast each is closed.

    python -m benchmarks.planner.b2bsp_bench [--seconds N] [--seeds 1,2,3] [--sizes NAME,...] [--variants NAME,...]

One line a file: its status, breaks, proven bound, and wall seconds from the start of Python to its exit. Then, over
all, how many were proven or refuted within the seconds, the median and the worst. The reference, on the published
files at these sizes: a constraint solver as usually modelled closes 1 of 14 within 40 s; the worst known took 67 s.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.planner.b2bsp import SIZES, VARIANTS, Size, dzn, instance

COMMAND = Path(sys.executable).with_name("contactdays")
CLOSED = ("optimal", "infeasible")
REFERENCE = "reference (published files): 1 of 14 closed in 40 s as usually modelled; worst known 67 s"


def solved(size: Size, variant: str, seed: int, seconds: int) -> tuple[dict[str, str], float]:
    """The fields of the command's last line, and its wall seconds."""
    with tempfile.TemporaryDirectory() as folder:
        problem, plan = Path(folder, "event.dzn"), Path(folder, "plan.json")
        problem.write_text(dzn(instance(size, variant, seed)), encoding="utf-8")
        start = time.perf_counter()
        command = [COMMAND, "solve", problem, "--out", plan, "--seconds", str(seconds), "--proof"]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own command
        took = time.perf_counter() - start
    lines = ended.stdout.splitlines() or ["status=failed"]
    return dict(re.findall(r"(\w+)=(\S+)", lines[-1])), took


def main() -> int:
    """Exit 1 when a file stays open."""
    asked = _asked()
    print("size", "variant", "seed", "status", "breaks", "bound", "seconds", sep="\t")
    times, closed = [], 0
    for variant in asked.variants.split(","):
        for name in asked.sizes.split(","):
            for seed in map(int, asked.seeds.split(",")):
                fields, took = solved(SIZES[name], variant, seed, asked.seconds)
                told = [fields.get(key, "-") for key in ("status", "breaks", "bound")]
                print(name, variant, seed, *told, f"{took:.1f}", sep="\t", flush=True)
                times.append(took)
                closed += told[0] in CLOSED
    print(f"closed within {asked.seconds} s: {closed} of {len(times)}; median {median(times):.1f} s", end=", ")
    print(f"worst {max(times):.1f} s; {REFERENCE}")
    return int(closed < len(times))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--variants", default=",".join(VARIANTS))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
