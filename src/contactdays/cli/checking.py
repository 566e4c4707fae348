"""``contactdays check``: whether a plan keeps every hard rule of its problem."""

import argparse
import sys

from contactdays.planner import InvalidInput, Plan, check, read_plan, read_problem

from . import wording
from .describing import told
from .violations import line

ACCEPTED, REJECTED, BAD_INPUT = 0, 1, 2


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("check", help="check a plan", description=told(__doc__))
    parser.add_argument("problem", metavar="PROBLEM", help="problem file (JSON, or .dzn)")
    parser.add_argument("plan", metavar="PLAN", help="plan file (JSON)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print one violation a line; when the plan is accepted, what its certificates show, and the last line."""
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
        _accept(plan)
    return REJECTED if violations else ACCEPTED


def _accept(plan: Plan) -> None:
    """What the certificates show, a sentence each, and the last line with all figures."""
    figures = [f"activities={len(plan.assignments)}", f"value={plan.value}"]
    for name, certificate in (("bound", plan.bound_certificate), ("breaks_bound", plan.breaks_certificate)):
        if certificate is not None:
            print(wording.shown(certificate))
            figures += [f"{name}={certificate.bound}", f"{name}_by={certificate.kind}"]
    print("accepted", *figures)
