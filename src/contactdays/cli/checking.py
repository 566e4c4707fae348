"""``contactdays check``: whether a plan keeps every hard rule of its problem."""

import argparse
import sys

from contactdays.planner import InvalidInput, check, read_plan, read_problem

from . import wording
from .violations import line

ACCEPTED, REJECTED, BAD_INPUT = 0, 1, 2


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("check", help="check a plan", description=__doc__)
    parser.add_argument("problem", metavar="PROBLEM", help="problem file (JSON, or .dzn)")
    parser.add_argument("plan", metavar="PLAN", help="plan file (JSON)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print one violation a line; nothing but the last line when the plan is accepted."""
    path = arguments.problem
    try:
        problem = read_problem(path)
        path = arguments.plan
        plan = read_plan(path, problem)
    except InvalidInput as error:
        print(wording.refusal(path, error), file=sys.stderr)
        return BAD_INPUT
    violations = check(problem, plan)
    for violation in violations:
        print(line(problem, violation))
    if not violations:
        print(f"accepted activities={len(plan.assignments)} value={plan.value}")
    return REJECTED if violations else ACCEPTED
