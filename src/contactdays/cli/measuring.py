"""``contactdays bench``: plan many problems, check every plan, and show how good each is."""

import argparse
import sys
from pathlib import Path
from time import monotonic

from contactdays.planner import Infeasible, InvalidInput, Problem, StoppedEarly, Violation, check, read_problem

from . import statusline, wording
from .describing import told
from .limits import add_limits
from .searching import Best, find

DONE, FAILED, BAD_INPUT = 0, 1, 2


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("bench", help="plan many problems and compare", description=told(__doc__))
    parser.add_argument("problems", nargs="+", metavar="FILE", help="problem files")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="the same seed gives the same plans")
    parser.add_argument("--proof", action="store_true", help="also prove that no fewer breaks are possible")
    add_limits(parser)
    parser.set_defaults(run=run, progress=False)


def run(arguments: argparse.Namespace) -> int:
    """A line a file; limits count for each. Then how many were proven, and a status line over all."""
    codes, statuses = [], []
    for name in arguments.problems:
        code, status = _measure(name, arguments)
        codes.append(code)
        statuses.append(status)
    counted = " ".join(f"{each}={statuses.count(each)}" for each in ("optimal", "feasible", "infeasible", "unknown"))
    print(f"files={len(statuses)} {counted} seconds={monotonic() - arguments.begun:.1f}")
    return max(codes)


def _measure(name: str, arguments: argparse.Namespace) -> tuple[int, str]:
    mine = argparse.Namespace(**{**vars(arguments), "begun": monotonic()})
    try:
        problem = read_problem(name)
    except InvalidInput as error:
        print(wording.refusal(name, error), file=sys.stderr)
        return BAD_INPUT, "refused"
    status, shown, broken = _plan(problem, mine)
    verdict = f" rejected={len(broken)}" if broken else ""
    print(f"{Path(name).name}: {statusline.line(mine.begun, status, shown)}{verdict}", flush=True)
    return (FAILED if broken else DONE), status


def _plan(problem: Problem, arguments: argparse.Namespace) -> tuple[str, statusline.Figures, list[Violation]]:
    best = Best(asked=False)
    try:
        reached = find(problem, arguments, best).result or best.reached
    except Infeasible:
        return "infeasible", statusline.Figures(), []
    except StoppedEarly:
        reached = best.reached
    finally:
        best.close()
    if reached is None or reached.plan is None:
        return "unknown", statusline.Figures(), []
    broken = check(problem, reached.plan)
    return statusline.status(reached, arguments.proof), statusline.figures(problem, reached), broken
