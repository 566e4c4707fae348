"""Bounds on the value that anyone can add up: prices for what is scarce (weak duality, in whole numbers).

No plan is worth more than its scarce goods at any prices not below nought, plus what each request is worth beyond the
cheapest way to hold it.
"""

from collections.abc import Iterable

from contactdays.planner.values import Price, Request

from .supply import Good, Market


def bound_at(market: Market, prices: Iterable[Price], scale: int) -> int | None:
    """What no plan's value exceeds, by ``prices`` in units of one over ``scale``.

    None when they show nothing: a price below nought, or on something that the problem does not have.
    """
    amounts: dict[Good, int] = {}
    total = 0
    for price in prices:
        good = price.on, price.participant, price.start
        supply = market.supply(good)
        if supply is None or price.amount < 0 or good in amounts:
            return None
        amounts[good] = price.amount
        total += price.amount * supply
    return (total + sum(_beyond(market, each, amounts, scale) for each in market.requests.values())) // scale


def _beyond(market: Market, request: Request, amounts: dict[Good, int], scale: int) -> int:
    """What ``request`` is worth beyond the cheapest way to hold it; a compulsory one may be worth less."""
    timed = any(good[2] is not None for good in amounts)
    costs = [
        sum(amounts.get(good, 0) * amount for good, amount in market.takes(request, start))
        for start in (market.starts_of[request.id] if timed else market.unlike_starts(request))
    ]
    if not costs:
        return 0
    beyond = request.weight * scale - min(costs)
    return beyond if market.is_compulsory(request) else max(0, beyond)
