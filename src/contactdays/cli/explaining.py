"""``contactdays explain``: why a request is not held, or why there is no plan at all."""

import argparse
import sys
from collections.abc import Iterator

from contactdays import planner
from contactdays.planner import (
    Infeasible,
    InvalidInput,
    Plan,
    Problem,
    StoppedEarly,
    read_plan,
    read_problem,
)

from . import barring, wording
from .describing import told
from .limits import add_limits
from .searching import Best, find
from .violations import line

BAD_INPUT, INFEASIBLE, UNKNOWN = 2, 3, 4


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("explain", help="say why something is not planned", description=told(__doc__))
    parser.add_argument("problem", metavar="PROBLEM", help="problem file (JSON, or .dzn of the B2B scheduling problem)")
    parser.add_argument(
        "plan", metavar="PLAN", nargs="?", help="plan file (JSON); without one, whether there is a plan"
    )
    parser.add_argument("--request", metavar="ID", help="one request in full, with what would let it be held")
    parser.set_defaults(seed=0, proof=False, progress=False)
    add_limits(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each request that is not held, or what is known of the one asked for."""
    path = arguments.problem
    try:
        problem = read_problem(path)
        if arguments.plan is None:
            return _whether_there_is_a_plan(problem, arguments)
        path = arguments.plan
        plan = read_plan(path, problem)
        for told in _lines(problem, plan, arguments.request):
            print(told)
    except InvalidInput as error:
        print(wording.refusal(path, error), file=sys.stderr)
        return BAD_INPUT
    return 0


def _lines(problem: Problem, plan: Plan, request: str | None) -> Iterator[str]:
    if request is not None:
        yield from barring.full(problem, planner.explain(problem, plan, request))
        return
    count = 0
    for reason in planner.explanations(problem, plan):
        count += 1
        yield barring.summary(problem, reason)
    yield f"not held: {count} of {len(problem.requests)} requests"


def _whether_there_is_a_plan(problem: Problem, arguments: argparse.Namespace) -> int:
    best = Best(arguments.progress, any_plan=True)
    try:
        ended = find(problem, arguments, best)
    except Infeasible as error:
        for told in wording.conflict(arguments.problem, error, problem):
            print(told)
        for violation in error.violations:
            print(line(problem, violation))
        return INFEASIBLE
    except StoppedEarly as error:
        print(wording.stopped(arguments.problem, error.code), file=sys.stderr)
        return UNKNOWN
    finally:
        best.close()
    if ended.result is None and best.reached is None:
        print(wording.stopped(arguments.problem, ended.end), file=sys.stderr)
        return UNKNOWN
    print(f"{arguments.problem}: there is a plan. Write it with solve, and give it here to see what it leaves out.")
    return 0
