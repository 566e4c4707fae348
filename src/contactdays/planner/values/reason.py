"""Why a request is not held."""

from dataclasses import dataclass
from enum import StrEnum


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
    """One request that is not held, and its cause; ``participants`` are those whom the cause concerns."""

    request: str
    code: ReasonCode
    participants: tuple[str, ...] = ()
