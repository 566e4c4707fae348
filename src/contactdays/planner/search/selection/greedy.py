"""A first selection, at once: whoever is worth most chooses first."""

from collections import defaultdict

from contactdays.planner.search.ground.options import ANYWHERE, Option, Ways
from contactdays.planner.search.ground.order import in_order, predecessors
from contactdays.planner.search.model.ledger import Ledger
from contactdays.planner.search.model.model import Model
from contactdays.planner.values import Plan


def first_columns(model: Model, warm: Plan | None = None) -> tuple[int, ...] | None:
    """Each request at its first option that is left: compulsory ones first, then those of ``warm``, by weight.

    What has to come before a request chooses before it, as if it were the same.
    A request that ``warm`` holds tries its place there before any other. None when a compulsory request finds
    nothing left: then it takes a search to know whether there is a plan.
    """
    wanted = {each.activity: (each.start, each.place) for each in (warm.assignments if warm else ())}
    choices = _choices(model, wanted)
    ledger = Ledger(model)
    chosen: list[int] = []
    for optional, _, _, _, number in sorted(_ranks(model, wanted)):
        left = next((each for each in choices[number] if ledger.takes(each)), None)
        if left is not None:
            ledger.add(left)
            chosen.append(left)
        elif not optional:
            return None
    return tuple(sorted(chosen))


Wanted = dict[str, tuple[int, str | None]]


def _ranks(model: Model, wanted: Wanted) -> list[tuple[bool, bool, int, int, int]]:
    """Who chooses before whom."""
    urgency = [(not model.grid.compulsory(each), each.id not in wanted, -each.weight) for each in model.grid.requests]
    before, order = predecessors(model.grid), in_order(model.grid)
    for number in reversed(order):
        for other in before[number]:
            if other is not None:
                urgency[other] = min(urgency[other], urgency[number])
    return [(*urgency[number], rank, number) for rank, number in enumerate(order)]


def _choices(model: Model, wanted: Wanted) -> dict[int, list[int]]:
    """The columns of each request, the one it wants first."""
    choices: dict[int, list[int]] = defaultdict(list)
    for column, option in enumerate(model.ways.options):
        wish = wanted.get(model.grid.requests[option.request].id)
        if wish is not None and wish[0] == option.start and _at(model.ways, option, wish[1]):
            choices[option.request].insert(0, column)
        else:
            choices[option.request].append(column)
    return choices


def _at(ways: Ways, option: Option, place: str | None) -> bool:
    return option.stand == ANYWHERE or place in ways.stands[option.stand].places
