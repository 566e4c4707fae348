"""How a search is limited, what it tells on its way, and what it gives."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .plan import Plan
from .reason import Reason


@dataclass(frozen=True, slots=True)
class Stop:
    """Limits of one search, none of them a clock, so that the same limits give the same plan.

    ``nodes``: most branch-and-bound nodes, None for as many as the proof takes. ``polish_moves``: most moves
    tried in each round of the polish (against breaks in at most four rounds, then against changes of place; for
    very large problems, so many for every 4,000 requests, ten times at most). ``cancelled`` is asked now and then;
    once it answers True the search ends with the best plan so far.
    """

    nodes: int | None = None
    polish_moves: int = 600_000
    cancelled: Callable[[], bool] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a search stands: ``fraction`` (0 to 1) of the whole, and the best so far.

    ``plan``: the best plan so far, as it could be published; None while there is none, or none that is new.
    ``breaks_bound``: how few breaks are possible as far as is known. ``proven``: nothing better is possible by
    the first objectives.
    """

    stage: str
    value: int | None
    bound: int | None
    gaps: int | None
    fraction: float
    breaks: int | None = None
    breaks_bound: int = 0
    proven: bool = False
    plan: Plan | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Result:
    """What a search found.

    ``value`` and ``bound``: the plan's value and the best proven upper bound; ``proven`` when they are equal.
    ``flow_bound``: the bound that ignores time. ``gaps_before`` and ``gaps``: idle slots before and after
    polishing. ``breaks``: runs of idle slots, as ``planner.check`` counts them, and ``breaks_bound``: how few are
    possible at this value as far as is known (equal: proven the fewest). ``room_moves``: how often a party changes
    place between two meetings of one half-day. ``stages``: the stages gone through, in order, each with what it
    ended with.
    """

    plan: Plan
    value: int
    bound: int
    flow_bound: int
    proven: bool
    gaps_before: int
    gaps: int
    room_moves: int
    breaks: int = 0
    breaks_bound: int = 0
    stages: tuple[Progress, ...] = ()
    reasons: tuple[Reason, ...] = ()
