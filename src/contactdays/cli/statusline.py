"""The last line that a search prints: how good its plan is."""

from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from contactdays.planner import Aim, Plan, Problem

UNUSED = "-"


class Reached(Protocol):
    """What a search tells: its figures, and the plan that has them."""

    @property
    def value(self) -> int | None: ...
    @property
    def bound(self) -> int | None: ...
    @property
    def breaks(self) -> int | None: ...
    @property
    def breaks_bound(self) -> int: ...
    @property
    def proven(self) -> bool: ...
    @property
    def plan(self) -> Plan | None: ...


@dataclass(frozen=True, slots=True)
class Figures:
    """What the line shows; None where there is nothing to show."""

    value: int | None = None
    bound: int | None = None
    breaks: int | None = None
    moves: int | None = None


def figures(problem: Problem, reached: Reached) -> Figures:
    """Value, and its bound where value comes first; where breaks are all there is to lessen, breaks and theirs."""
    moves = None if reached.plan is None else reached.plan.room_moves
    if lessens_breaks_alone(problem):
        return Figures(None, reached.breaks_bound, reached.breaks, None)
    bound = reached.bound if value_comes_first(problem) else None
    return Figures(reached.value, bound, reached.breaks, moves)


def status(reached: Reached, proof: bool) -> str:
    """``optimal`` only when proven: the first objectives, and with ``proof`` the breaks too."""
    fewest = reached.breaks is not None and reached.breaks == reached.breaks_bound
    return "optimal" if reached.proven and (fewest or not proof) else "feasible"


def lessens_breaks_alone(problem: Problem) -> bool:
    """Whether the problem asks for few breaks before anything else."""
    return problem.comes_first(Aim.BREAKS)


def value_comes_first(problem: Problem) -> bool:
    """Whether value alone is the first tier, so that its bound says how good a plan is."""
    return problem.comes_first(Aim.VALUE)


def line(begun: float, status: str, shown: Figures = Figures()) -> str:
    """``status=… value=… bound=… breaks=… moves=… seconds=…``; what is not used is ``-``.

    ``begun``: when the command began, on the monotonic clock.
    """
    told = {"value": shown.value, "bound": shown.bound, "breaks": shown.breaks, "moves": shown.moves}
    words = [f"{name}={UNUSED if figure is None else figure}" for name, figure in told.items()]
    return " ".join([f"status={status}", *words, f"seconds={monotonic() - begun:.1f}"])
