"""What a plan's figures come to, in a sentence."""

from dataclasses import dataclass

from contactdays.planning.queries import PlanFigures


@dataclass(frozen=True, slots=True)
class Verdict:
    """``value`` against ``bound``; ``best`` when no plan can be worth more, ``left`` what may still be won (share)."""

    value: int
    bound: int | None
    best: bool
    left: float


def verdict_of(figures: PlanFigures) -> Verdict | None:
    """The verdict on a plan; None for a plan no run has valued yet."""
    if figures.value is None:
        return None
    bound = figures.bound
    best = figures.proven and bound is not None and figures.value >= bound
    left = (bound - figures.value) / bound if bound and bound > figures.value else 0.0
    return Verdict(figures.value, bound, best, left)
