"""``contactdays solve``: a problem in, a plan out."""

import argparse
import sys
from pathlib import Path

from contactdays.planner import Infeasible, InvalidInput, Plan, Problem, Progress, Result, StoppedEarly, read_problem
from contactdays.planner.anytime import End, Ended

from . import statusline, wording
from .describing import told
from .limits import add_limits
from .searching import Best, find
from .violations import line
from .writing import claimed, require_apart, write

BAD_INPUT, INFEASIBLE, UNKNOWN = 2, 3, 4


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("solve", help="plan a problem", description=told(__doc__))
    parser.add_argument("problem", metavar="PROBLEM", help="problem file (JSON, or .dzn of the B2B scheduling problem)")
    parser.add_argument("--out", required=True, metavar="PLAN", help="where the plan is written (JSON)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="the same seed gives the same plan")
    parser.add_argument("--proof", action="store_true", help="also prove that no fewer breaks are possible")
    parser.add_argument("--progress", action="store_true", help="show the stages even where there is no terminal")
    add_limits(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Plan and write; the last line on standard output tells how good the plan is."""
    try:
        require_apart(arguments.out, arguments.problem)
        problem = read_problem(arguments.problem)
    except InvalidInput as error:
        return _without_plan(arguments, "unknown", [wording.refusal(arguments.problem, error)], BAD_INPUT)
    best = Best(arguments.progress)
    why: str
    try:
        ended = find(problem, arguments, best)
    except Infeasible as error:
        lines = wording.conflict(arguments.problem, error, problem)
        lines += [line(problem, violation) for violation in error.violations]
        return _without_plan(arguments, "infeasible", lines, INFEASIBLE)
    except StoppedEarly as error:
        ended, why = Ended(End.CALLER), error.code
    else:
        why = ended.end
    finally:
        best.close()
    reached = ended.result or best.reached
    if reached is None:
        return _without_plan(arguments, "unknown", [wording.stopped(arguments.problem, why)], UNKNOWN)
    return _write(problem, reached, arguments)


def _write(problem: Problem, reached: Progress | Result, arguments: argparse.Namespace) -> int:
    plan: Plan | None = reached.plan
    assert plan is not None  # noqa: S101 only what has a plan is kept
    plan = claimed(problem, plan, reached)
    try:
        write(plan, problem, Path(arguments.out))
    except OSError as error:
        refused = f"{arguments.out}: the plan cannot be written ({error.strerror}). Give another path."
        return _without_plan(arguments, "unknown", [refused], BAD_INPUT)
    status = statusline.status(reached, arguments.proof)
    print(statusline.line(arguments.begun, status, statusline.figures(problem, reached)))
    return 0


def _without_plan(arguments: argparse.Namespace, status: str, lines: list[str], code: int) -> int:
    for each in lines:
        print(each, file=sys.stderr)
    print(statusline.line(arguments.begun, status))
    return code
