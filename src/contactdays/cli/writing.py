"""Plans written whole, or not at all."""

import os
from pathlib import Path

from contactdays.planner import Plan, Problem, write_plan


def write(plan: Plan, problem: Problem, path: Path) -> None:
    """Write ``plan`` of ``problem`` beside ``path`` and put it there in one step; raises OSError."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        write_plan(plan, part, problem)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
