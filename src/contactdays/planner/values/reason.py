"""Why a request is not held."""

from dataclasses import dataclass
from enum import StrEnum

from .cause import Cause
from .relaxation import Relaxation


class ReasonCode(StrEnum):
    """The first cause that applies, in this order."""

    NEVER = "never"
    VACANT = "vacant"
    NO_COMMON_FREE_SLOT = "no_common_free_slot"
    CAP_REACHED = "cap_reached"
    NO_FREE_SLOT_LEFT = "no_free_slot_left"
    NO_PLACE_LEFT = "no_place_left"
    OUTVALUED = "outvalued"


@dataclass(frozen=True, slots=True)
class Reason:
    """One request that is not held, and its first cause; ``participants`` are those whom it concerns.

    ``causes``: all that it takes to leave no way, the plan's other meetings staying where they are. A way is a
    start and a place; every way is barred by one of the causes, and each cause bars one that no other does.
    ``relaxations``: what would let it be held, cheapest first: with things granted, and by dropping meetings only.
    Both are empty where only the first cause was asked for.
    """

    request: str
    code: ReasonCode
    participants: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
