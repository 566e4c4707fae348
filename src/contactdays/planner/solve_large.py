"""The stages of a search among too many options for the exact stage: bound, select, polish, rooms."""

from collections.abc import Callable

from .placing import placed
from .search.large.large import Large
from .search.large.mass import Mass
from .search.linear.highs import Limits
from .search.rooms.rooms import SWEEPS
from .search.selection.goals import VALUE
from .telling import FRACTIONS, Told
from .values import Plan, Progress, Result, Seat, Stop


def solve_large(mass: Mass, stop: Stop, seed: int, seats: tuple[Seat, ...], told: Told) -> Result | None:
    """A plan near the flow bound; None when not all compulsory requests found a time.

    Value, breaks and room moves are all it looks at, in that order, whatever the objectives say.
    Why the others are not held is not looked into (``reasons`` does, for those who ask).
    """
    large = Large(mass, seed, Limits(seed=seed))
    told.close(Progress("bound", None, large.bound, None, FRACTIONS["bound"]))
    large.fill()
    if not large.complete():
        return None
    gaps_before = large.gaps
    told.close(_reached("select", large, _plan(large, seats, sweeps=0)))
    if not large.anneal(stop.polish_moves, _watch(large, stop, told, 0.0)):
        told.tell(_reached("polish", large, _plan(large, seats, sweeps=0)))
        large.gather(stop.polish_moves, _watch(large, stop, told, 0.5))
    told.close(_reached("polish", large, None))
    plan = _plan(large, seats)
    told.close(_reached("rooms", large, plan))
    return Result(
        plan=plan,
        value=large.value,
        bound=large.bound,
        flow_bound=large.bound,
        proven=_is_proven(large),
        gaps_before=gaps_before,
        gaps=large.gaps,
        room_moves=plan.room_moves or 0,
        breaks=plan.breaks or 0,
        stages=tuple(told.stages),
    )


def _plan(large: Large, seats: tuple[Seat, ...], sweeps: int = SWEEPS) -> Plan:
    return placed(large.grid, large.mass.ways, large.held(), large.value, seats, sweeps=sweeps)


def _reached(stage: str, large: Large, plan: Plan | None) -> Progress:
    value, fraction, proven = large.value, FRACTIONS[stage], _is_proven(large)
    return Progress(stage, value, large.bound, large.gaps, fraction, large.breaks, proven=proven, plan=plan)


def _is_proven(large: Large) -> bool:
    """Whether nothing better is possible by the first objectives; only value is looked at here."""
    return large.grid.problem.objectives[0] == VALUE and large.value == large.bound


def _watch(large: Large, stop: Stop, told: Told, done: float) -> Callable[[float], bool]:
    """Tells how far the polish is, ``done`` of which was done before, and asks whether to stop."""
    reached, span = FRACTIONS["select"], FRACTIONS["polish"] - FRACTIONS["select"]

    def batch(share: float) -> bool:
        fraction = reached + span * (done + share / 2)
        told.tell(Progress("polish", large.value, large.bound, large.gaps, fraction, large.breaks))
        return stop.cancelled is not None and stop.cancelled()

    return batch
