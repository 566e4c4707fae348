"""``contactdays solve``: a problem in, a plan out."""

import argparse
import signal
import sys
from types import FrameType

from contactdays.planner import (
    Infeasible,
    InvalidInput,
    Progress,
    Result,
    Stop,
    StoppedEarly,
    read_problem,
    solve,
    write_plan,
)

from . import wording
from .violations import line

BAD_INPUT, INFEASIBLE, UNKNOWN = 2, 3, 4


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("solve", help="plan a problem", description=__doc__)
    parser.add_argument("problem", metavar="PROBLEM", help="problem file (JSON)")
    parser.add_argument("--out", required=True, metavar="PLAN", help="where the plan is written (JSON)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the same seed gives the same plan")
    parser.add_argument("--progress", action="store_true", help="show the stages on standard error")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Plan and write; the last line on standard output tells how good the plan is."""
    try:
        problem = read_problem(arguments.problem)
    except InvalidInput as error:
        print(wording.refusal(arguments.problem, error), file=sys.stderr)
        return BAD_INPUT
    try:
        with _Interrupt() as interrupt:
            result = solve(
                problem,
                Stop(cancelled=interrupt.asked),
                seed=arguments.seed,
                on_progress=_show if arguments.progress else None,
            )
    except Infeasible as error:
        lines = wording.conflict(arguments.problem, error)
        lines += [line(problem, violation) for violation in error.violations]
        return _without_plan("infeasible", lines, INFEASIBLE)
    except StoppedEarly:
        return _without_plan("unknown", [f"{arguments.problem}: stopped before a plan was found."], UNKNOWN)
    return _write(result, arguments.out)


def _write(result: Result, path: str) -> int:
    try:
        write_plan(result.plan, path)
    except OSError as error:
        print(f"{path}: the plan cannot be written ({error.strerror}). Give another path.", file=sys.stderr)
        return BAD_INPUT
    status = "optimal" if result.proven else "feasible"
    print(
        f"status={status} value={result.value} bound={result.bound} flow_bound={result.flow_bound} "
        f"gaps={result.gaps} moves={result.room_moves}"
    )
    return 0


def _without_plan(status: str, lines: list[str], code: int) -> int:
    for each in lines:
        print(each, file=sys.stderr)
    print(f"status={status} value=- bound=- flow_bound=- gaps=- moves=-")
    return code


def _show(progress: Progress) -> None:
    figures = (("value", progress.value), ("bound", progress.bound), ("gaps", progress.gaps))
    told = " ".join(f"{name}={value}" for name, value in figures if value is not None)
    end = "\r" if sys.stderr.isatty() and progress.fraction < 1 else "\n"
    print(f"{progress.fraction:4.0%} {progress.stage:7} {told:40}", file=sys.stderr, end=end, flush=True)


class _Interrupt:
    """The first interrupt from the keyboard ends the search with the best plan so far, the next one at once."""

    def __init__(self) -> None:
        self._asked = False
        self._before = signal.getsignal(signal.SIGINT)

    def __enter__(self) -> "_Interrupt":
        signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(self, *raised: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        self._asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def asked(self) -> bool:
        return self._asked
