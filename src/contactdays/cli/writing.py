"""Plans written whole, or not at all."""

import os
from dataclasses import replace
from pathlib import Path

from contactdays.planner import Aim, Certificate, CertificateKind, InvalidInput, Plan, Problem, write_plan

from .statusline import Reached, lessens_breaks_alone, value_comes_first


def write(plan: Plan, problem: Problem, path: Path) -> None:
    """Write ``plan`` of ``problem`` beside ``path`` and put it there in one step; raises OSError."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        write_plan(plan, part, problem)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def require_apart(out: str, *given: str) -> None:
    """Refuse, as InvalidInput ``written_over``, to write over what is read."""
    for path in given:
        if Path(out).exists() and Path(path).exists() and Path(out).samefile(path):
            raise InvalidInput("written_over", path, out=out)


def claimed(problem: Problem, plan: Plan, reached: Reached) -> Plan:
    """``plan`` with a claim for each bound that it has no certificate for."""
    if plan.bound_certificate is None and reached.bound is not None and value_comes_first(problem):
        plan = replace(plan, bound_certificate=_claim(Aim.VALUE, reached.bound))
    fewest = lessens_breaks_alone(problem) or reached.breaks_bound > 0
    settled = any(each.movable for each in problem.sessions)
    if plan.breaks_certificate is None and fewest and not settled:
        plan = replace(plan, breaks_certificate=_claim(Aim.BREAKS, reached.breaks_bound))
    return plan


def _claim(aim: Aim, bound: int) -> Certificate:
    return Certificate(CertificateKind.SOLVER_CLAIM, aim, bound)
