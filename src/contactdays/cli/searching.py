"""A search as the commands run it: in a process of its own, within limits, its best plan kept."""

import argparse
import sys

from contactdays import planner
from contactdays.planner import Problem, Progress, Result
from contactdays.planner.anytime import Ended, Tell, run

from .interrupt import Interrupt
from .limits import allowance
from .progress import ProgressBar


def apart(problem: Problem, seed: int, proof: bool, tell: Tell) -> Result:
    """What the process of the search does."""
    return planner.solve(problem, seed=seed, proof=proof, on_progress=tell)


def find(problem: Problem, arguments: argparse.Namespace, best: "Best") -> Ended:
    """Search with the ``seed``, ``proof`` and limits of ``arguments``; raises what the search raises."""
    with Interrupt() as interrupt:
        return run(
            apart,
            problem,
            arguments.seed,
            arguments.proof,
            allowance=allowance(arguments),
            heard=best.hear,
            stopped=lambda: interrupt.asked() or best.enough(),
        )


class Best:
    """The best plan told of so far, and what a terminal is shown on the way."""

    def __init__(self, asked: bool, *, any_plan: bool = False) -> None:
        """``asked``: show the stages; ``any_plan``: the first plan is enough."""
        self._any_plan = any_plan
        self.reached: Progress | None = None
        self._bar = ProgressBar() if asked or sys.stderr.isatty() else None

    def hear(self, progress: Progress) -> None:
        """Keep it if it has a plan; show it."""
        if progress.plan is not None:
            self.reached = progress
        if self._bar is not None:
            self._bar(progress)

    def enough(self) -> bool:
        """Whether nothing more is wanted."""
        return self._any_plan and self.reached is not None

    def close(self) -> None:
        """End what is shown."""
        if self._bar is not None:
            self._bar.close()
