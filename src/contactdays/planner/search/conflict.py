"""Why what must be held cannot all be held."""

from collections.abc import Iterable

from contactdays.planner.values import Infeasible

from .grid import Grid
from .highs import Limits, maximise
from .model import Model
from .order import with_predecessors
from .rows import Rows

FAMILIES = ("precedence", "travel_time", "cap_per_day", "cap", "double_booking")


def explain_conflict(model: Model, limits: Limits) -> Infeasible:
    """The error that names compulsory requests that conflict, none to spare, and the rules that they meet."""
    grid = model.grid
    compulsory = [number for number, each in enumerate(grid.requests) if grid.compulsory(each)]
    kept = compulsory
    for number in compulsory:
        fewer = [each for each in kept if each != number]
        if not _all_held(model, fewer, model.rows, limits):
            kept = fewer
    dropped: set[str] = set()
    for family in FAMILIES:
        if not _all_held(model, kept, model.rows.without(dropped | {family}), limits):
            dropped.add(family)
    rules = [family for family in reversed(FAMILIES) if family not in dropped]
    return Infeasible([*_duties(grid, kept), *rules], [grid.requests[each].id for each in kept])


def _duties(grid: Grid, kept: list[int]) -> list[str]:
    pinned = {each for each in kept if grid.requests[each].id in grid.pins}
    return (["broken_pin"] if pinned else []) + (["missing_must"] if set(kept) - pinned else [])


def _all_held(model: Model, requests: Iterable[int], rows: Rows, limits: Limits) -> bool:
    """Whether all of ``requests`` can be held when nothing else is, but what comes before them."""
    wanted = set(requests)
    allowed = with_predecessors(model.grid, wanted)
    renumbered: dict[int, int] = {}
    for column, option in enumerate(model.ways.options):
        if option.request in allowed:
            renumbered[column] = len(renumbered)
    found = {model.ways.options[column].request for column in renumbered}
    if not found >= wanted:
        return False
    answer = maximise([0] * len(renumbered), rows.among(renumbered), limits)
    return answer.chosen is not None
