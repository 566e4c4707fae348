"""``contactdays replan``: a plan mended after a change, with as little disturbance as there can be."""

import argparse
import sys
from pathlib import Path

from contactdays import planner
from contactdays.planner import (
    Change,
    Infeasible,
    InvalidInput,
    Plan,
    Policy,
    Problem,
    Repair,
    RepairOption,
    StoppedEarly,
    check,
    read_change,
    read_plan,
    read_problem,
    write_problem,
)
from contactdays.planner.anytime import Ended, Tell
from contactdays.planner.anytime import run as run_apart

from . import options, statusline, wording
from .describing import told
from .interrupt import Interrupt
from .limits import add_limits, allowance
from .violations import line
from .writing import require_apart, write

BAD_INPUT, INFEASIBLE, UNKNOWN = 2, 3, 4


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("replan", help="mend a plan after a change", description=told(__doc__))
    parser.add_argument("problem", metavar="PROBLEM", help="problem file (JSON, or .dzn)")
    parser.add_argument("plan", metavar="PLAN", help="the plan that people know (JSON)")
    parser.add_argument("change", metavar="CHANGE", help="what has happened since (JSON)")
    parser.add_argument("--out", required=True, metavar="NEW", help="where the new plan is written (JSON)")
    parser.add_argument("--problem-out", metavar="CHANGED", help="where the changed problem is written (JSON)")
    parser.add_argument(
        "--policy",
        choices=[each.value for each in Policy],
        default=Policy.KEEP,
        help="keep (the default) drops none that can stay",
    )
    parser.add_argument("--option", type=int, default=1, metavar="K", help="the option to write (1: the policy's own)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="the same seed gives the same plan")
    add_limits(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Repair, tell the options and write one; the last line on standard output tells how good it is."""
    path = arguments.problem
    try:
        for out in filter(None, (arguments.out, arguments.problem_out)):
            require_apart(out, arguments.problem, arguments.change)
        problem = read_problem(path)
        path = arguments.plan
        plan = read_plan(path, problem)
        path = arguments.change
        change = read_change(path)
        if broken := check(problem, plan):
            lines = [f"{arguments.plan}: the plan breaks rules of its problem. Mend it first."]
            lines += [line(problem, each) for each in broken]
            return _without_plan(arguments, "unknown", lines, BAD_INPUT)
        return _repair(problem, plan, change, arguments)
    except InvalidInput as error:
        return _without_plan(arguments, "unknown", [wording.refusal(path, error)], BAD_INPUT)


def apart(problem: Problem, plan: Plan, change: Change, policy: Policy, seed: int, tell: Tell) -> Repair:
    """What the process of the search does."""
    return planner.replan(problem, plan, change, policy, seed=seed, on_progress=tell)


def _repair(problem: Problem, plan: Plan, change: Change, arguments: argparse.Namespace) -> int:
    reached: list[Repair] = []
    try:
        ended = _search(problem, plan, change, arguments, reached)
    except Infeasible as error:
        lines = _conflict(arguments.change, error, problem) + [line(problem, each) for each in error.violations]
        return _without_plan(arguments, "infeasible", lines, INFEASIBLE)
    except StoppedEarly as error:
        return _without_plan(arguments, "unknown", [wording.stopped(arguments.problem, error.code)], UNKNOWN)
    if not reached:
        return _without_plan(arguments, "unknown", [wording.stopped(arguments.problem, ended.end)], UNKNOWN)
    return _write(reached[-1], arguments)


def _search(
    problem: Problem, plan: Plan, change: Change, arguments: argparse.Namespace, reached: list[Repair]
) -> Ended:
    with Interrupt() as interrupt:
        return run_apart(
            apart,
            problem,
            plan,
            change,
            Policy(arguments.policy),
            arguments.seed,
            allowance=allowance(arguments),
            heard=reached.append,
            stopped=interrupt.asked,
        )


def _conflict(path: str, error: Infeasible, problem: Problem) -> list[str]:
    if error.violations:
        return [f"{path}: what is past, frozen or fixed cannot all stand after this change."]
    return wording.conflict(path, error, problem)


def _write(repair: Repair, arguments: argparse.Namespace) -> int:
    print(options.heading(repair))
    for number, each in enumerate(repair.options, 1):
        print(*options.lines(number, each, repair.problem), sep="\n")
    if not 1 <= arguments.option <= len(repair.options):
        missing = f"There is no option {arguments.option}. Give one from 1 to {len(repair.options)}."
        return _without_plan(arguments, "unknown", [missing], BAD_INPUT)
    option = repair.options[arguments.option - 1]
    path = arguments.out
    try:
        write(option.plan, repair.problem, Path(path))
        if arguments.problem_out is not None:
            path = arguments.problem_out
            write_problem(repair.problem, path)
    except OSError as error:
        refused = f"{path}: cannot be written ({error.strerror}). Give another path."
        return _without_plan(arguments, "unknown", [refused], BAD_INPUT)
    print(statusline.line(arguments.begun, "optimal" if option.proven else "feasible", _figures(repair, option)))
    return 0


def _figures(repair: Repair, option: RepairOption) -> statusline.Figures:
    if statusline.lessens_breaks_alone(repair.problem):
        return statusline.Figures(breaks=option.breaks)
    return statusline.Figures(option.value, option.bound, option.breaks, option.plan.room_moves)


def _without_plan(arguments: argparse.Namespace, status: str, lines: list[str], code: int) -> int:
    for each in lines:
        print(each, file=sys.stderr)
    print(statusline.line(arguments.begun, status))
    return code
