"""Why nothing better than a bound is possible, in a form that others can verify."""

from dataclasses import dataclass
from enum import StrEnum

from .objective import Aim


class CertificateKind(StrEnum):
    """How a bound is shown: prices that anyone can add up, a refutation step by step, or a solver's word."""

    LP_DUAL = "lp-dual"
    DRUP = "drup"
    SOLVER_CLAIM = "solver-claim"


class Scarce(StrEnum):
    """What a price is put on; each has a supply that the checker works out from the problem.

    ``cap``: a participant's meetings in all; ``cap_per_day``: those starting on the day that starts at
    ``start``; ``free_slots``: the slots in which a participant can be met at all; ``slot``: a participant in
    the slot at ``start``; ``places``: all places in the slot at ``start``; ``place_slots``: all places in all
    slots.
    """

    CAP = "cap"
    CAP_PER_DAY = "cap_per_day"
    FREE_SLOTS = "free_slots"
    SLOT = "slot"
    PLACES = "places"
    PLACE_SLOTS = "place_slots"


@dataclass(frozen=True, slots=True, order=True)
class Price:
    """``amount`` (in units of one over the certificate's ``scale``) for one unit of something scarce."""

    on: Scarce
    amount: int
    participant: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """That ``aim`` cannot be better than ``bound`` in any plan of the problem.

    ``lp-dual``: ``prices`` of an optimal dual solution; a plan is worth no more than the supply at these prices
    plus what each request is worth beyond the cheapest way to hold it (weak duality). ``drup``: ``proof``, the
    steps that refute a better plan on the checker's own clauses. ``solver-claim``: neither.
    """

    kind: CertificateKind
    aim: Aim
    bound: int
    scale: int = 1
    prices: tuple[Price, ...] = ()
    proof: tuple[str, ...] = ()
