"""A first selection, at once: whoever is worth most chooses first."""

from collections import defaultdict

from .ledger import Ledger
from .model import Model


def first_columns(model: Model) -> tuple[int, ...] | None:
    """Each request at its first option that is left, compulsory ones first, then by weight.

    None when a compulsory request finds none: then it takes a search to know whether there is a plan.
    """
    ledger = Ledger(model)
    of_request: dict[int, list[int]] = defaultdict(list)
    for column, option in enumerate(model.ways.options):
        of_request[option.request].append(column)
    chosen: list[int] = []
    requests = model.grid.requests
    ranks = [(not model.grid.compulsory(each), -each.weight, number) for number, each in enumerate(requests)]
    for optional, _, number in sorted(ranks):
        left = next((each for each in of_request[number] if ledger.takes(each)), None)
        if left is not None:
            ledger.add(left)
            chosen.append(left)
        elif not optional:
            return None
    return tuple(sorted(chosen))
