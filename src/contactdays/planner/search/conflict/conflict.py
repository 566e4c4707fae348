"""Why what must be held cannot all be held."""

from collections.abc import Iterable

from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.order import with_predecessors
from contactdays.planner.search.linear.highs import Limits, maximise
from contactdays.planner.search.linear.rows import Rows
from contactdays.planner.search.model.model import Model
from contactdays.planner.values import Cause, Infeasible

from .core import core_of
from .counting import refute
from .rules import rules_of

FAMILIES = ("precedence", "travel_time", "cap_per_day", "cap", "double_booking")
DUTIES = ("missing_must", "broken_pin")
RULES = (*DUTIES, "outside_window", "unavailable", "vacancy", *reversed(FAMILIES), "uneven_breaks")


def conflict_of(grid: Grid) -> Infeasible | None:
    """Why the compulsory requests of ``grid`` cannot all be held, rule by rule, none to spare.

    None where no reason is found: there may be none, or the rules are not so simple (``rules_of``).
    """
    rules = rules_of(grid)
    causes = () if rules is None else core_of(rules)
    return _infeasible(causes) if causes else None


def conflict_in(grid: Grid) -> Infeasible:
    """Why ``grid``, which is known to have no plan, has none: ``conflict_of``, or all that is compulsory in it."""
    found = conflict_of(grid)
    if found is not None:
        return found
    rules = rules_of(grid)
    compulsory = [number for number, each in enumerate(grid.requests) if grid.compulsory(each)]
    return _infeasible(rules.causes if rules is not None else [_held(grid, each) for each in compulsory])


def require_no_conflict_seen(grid: Grid) -> None:
    """Raise Infeasible when counting alone shows that the compulsory requests cannot all be held.

    What it lets pass may be infeasible still, but no compulsory requests follow each other in a circle.
    """
    rules = rules_of(grid)
    if rules is None or refute(rules, range(len(rules.causes))) is None:
        return
    causes = core_of(rules)
    if causes:
        raise _infeasible(causes)


def explain_conflict(model: Model, limits: Limits) -> Infeasible:
    """Why the compulsory requests of a model without a solution cannot all be held."""
    return conflict_of(model.grid) or conflict_by_deletion(model, limits)


def conflict_by_deletion(model: Model, limits: Limits) -> Infeasible:
    """Compulsory requests that conflict, none to spare, and the kinds of rules that they meet, by HiGHS alone."""
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
    met = (Cause(family) for family in reversed(FAMILIES) if family not in dropped)
    return _infeasible([*(_held(grid, each) for each in kept), *met])


def _infeasible(causes: Iterable[Cause]) -> Infeasible:
    """The error of ``causes``, with their rules and the activities that have to be held."""
    told = sorted(causes, key=lambda each: RULES.index(each.rule))
    rules = dict.fromkeys(each.rule for each in told)
    activities = dict.fromkeys(name for each in told if each.rule in DUTIES for name in each.activities)
    return Infeasible(rules, activities, causes=told)


def _held(grid: Grid, number: int) -> Cause:
    request = grid.requests[number]
    return Cause("broken_pin" if request.id in grid.pins else "missing_must", request.participants, (request.id,))


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
