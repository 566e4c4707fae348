"""Certificates for what a search has proven, made so that the checker, and anybody, can verify them.

Prices and clauses are those of ``planner.check``: a certificate is about the checker's own statement of the problem.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from .check.cnf import clauses_of
from .check.prices import bound_at
from .check.starts import are_too_many
from .check.supply import Good, Market
from .search.held.refutation import refute
from .search.linear.dual import Way, prices_of
from .search.linear.highs import Limits
from .values import Aim, Certificate, CertificateKind, Plan, Price, Problem, Scarce

SCALES = (1, 2, 6, 60, 1_000, 1_000_000)
NO_LIMITS = Limits()
MOST_STARTS = 2_000_000
MOST_WAYS = 150_000
MOST_CONFLICTS = 3_000
LONGEST_PROOF = 2_000_000
UNTIMED = (Scarce.CAP, Scarce.FREE_SLOTS, Scarce.PLACE_SLOTS)
TIMED = (Scarce.CAP, Scarce.CAP_PER_DAY, Scarce.SLOT, Scarce.PLACES)


def certified(problem: Problem, plan: Plan, *, bound: int | None = None, breaks_bound: int | None = None) -> Plan:
    """``plan`` with certificates for what is proven of it.

    ``bound``: no plan does better by the first aim. ``breaks_bound``: no plan with the same meetings has fewer
    breaks. None where nothing is proven.
    """
    first = problem.objectives[0][0].aim
    if bound is not None and first is not Aim.BREAKS:
        plan = replace(plan, bound_certificate=bound_certificate(problem, first, bound))
    if breaks_bound is not None:
        plan = replace(plan, breaks_certificate=breaks_certificate(problem, plan, breaks_bound))
    return plan


def bound_certificate(problem: Problem, aim: Aim, bound: int, limits: Limits = NO_LIMITS) -> Certificate:
    """That no plan does better than ``bound``: by prices if the linear programme gets there, else a claim.

    Times are forgotten first, which leaves few prices (the flow bound), and looked at if that is not enough. A claim
    too where there are so many requests that adding up would take longer than planning.
    """
    few = len(problem.requests) * len(problem.slots) <= MOST_STARTS and not are_too_many(problem)
    if aim is Aim.VALUE and few:
        market = Market(problem)
        for goods in (UNTIMED, TIMED):
            found = _by_prices(market, bound, goods, limits)
            if found is not None:
                return found
    return Certificate(CertificateKind.SOLVER_CLAIM, aim, bound)


def breaks_certificate(problem: Problem, plan: Plan, bound: int) -> Certificate:
    """That the meetings of ``plan`` cannot be held with fewer than ``bound`` breaks: a refutation, or a claim.

    A claim where the refutation would be too long to be read, or the checker's clauses are too weak for it.
    """
    proof: list[str] | None = []
    if bound > 0:
        requested = {each.id for each in problem.requests}
        held = [each.activity for each in plan.assignments if each.activity in requested]
        clauses = clauses_of(problem, held, bound - 1)
        proof = None if clauses is None else refute(clauses, MOST_CONFLICTS)
    if proof is None or sum(map(len, proof)) > LONGEST_PROOF:
        return Certificate(CertificateKind.SOLVER_CLAIM, Aim.BREAKS, bound)
    return Certificate(CertificateKind.DRUP, Aim.BREAKS, bound, proof=tuple(proof))


def _by_prices(market: Market, bound: int, goods: tuple[Scarce, ...], limits: Limits) -> Certificate | None:
    """The certificate with the least scale whose prices, rounded, still add up to ``bound`` or less."""
    ways = list(_ways(market, goods))
    if len(ways) > MOST_WAYS:
        return None
    goods_taken = dict.fromkeys(good for way in ways for good in way.takes)
    supply = {good: amount for good in goods_taken if (amount := market.supply(good)) is not None}
    compulsory = [number for number, each in enumerate(market.requests.values()) if market.is_compulsory(each)]
    exact = prices_of(ways, supply, compulsory, limits)
    if exact is None:
        return None
    for scale in SCALES:
        prices = tuple(sorted(_rounded(exact, scale), key=_order))
        shown = bound_at(market, prices, scale)
        if shown is not None and shown <= bound:
            return Certificate(CertificateKind.LP_DUAL, Aim.VALUE, bound, scale, prices)
    return None


def _ways(market: Market, goods: tuple[Scarce, ...]) -> Iterator[Way[Good]]:
    timed = Scarce.SLOT in goods
    for number, (name, request) in enumerate(market.requests.items()):
        starts = market.starts_of[name] if timed else market.unlike_starts(request)
        for start in starts:
            takes = {good: amount for good, amount in market.takes(request, start) if good[0] in goods}
            yield Way(number, request.weight, takes)


def _rounded(exact: Mapping[Good, float], scale: int) -> Iterator[Price]:
    for (on, participant, start), price in exact.items():
        amount = round(price * scale)
        if amount:
            yield Price(on, amount, participant, start)


def _order(price: Price) -> tuple[str, str, int, int]:
    return price.on, price.participant or "", price.start or 0, price.amount
