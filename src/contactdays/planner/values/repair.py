"""What a repair offers."""

from dataclasses import dataclass
from enum import StrEnum

from .plan import Assignment, Plan
from .problem import Problem


class Policy(StrEnum):
    """What comes first: that no meeting is lost that need not be, or the value of the week."""

    KEEP = "keep"
    VALUE = "value"


class Spared(StrEnum):
    """What an option spares: value, then people; people, then value; value, then the senior among the people."""

    VALUE = "value"
    PEOPLE = "people"
    SENIORITY = "seniority"


@dataclass(frozen=True, slots=True)
class Moved:
    """One activity, as it was and as it is now."""

    before: Assignment
    after: Assignment


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything in which a plan differs from the one before, in order of time; past and same are left out.

    ``moved``: held at another time (and perhaps elsewhere), ``rehoused``: only in another place, ``dropped`` and
    ``added``: held no more, or now. ``told``: the participants whose own programme is no longer the same.
    """

    moved: tuple[Moved, ...] = ()
    rehoused: tuple[Moved, ...] = ()
    dropped: tuple[Assignment, ...] = ()
    added: tuple[Assignment, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RepairOption:
    """One way out, and what it costs.

    ``value``, and ``bound``: no plan that the policy allows is worth more. ``disturbed``: the unaffected meetings
    that are held at another time or no more; ``disturbance``: how many these are or, where seniority is spared,
    the weights of their participants. ``proven``: no plan that the policy allows is better, value and disturbance
    taken in the order that ``spares`` says, then affected meetings at their time. ``breaks``: as ``planner.check``
    counts them.
    """

    spares: Spared
    plan: Plan
    differences: Differences
    value: int
    bound: int
    disturbance: int
    disturbed: tuple[str, ...]
    breaks: int
    proven: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """Ways to go on after a change, the policy's own first; no two of them alike.

    ``problem``: the changed problem, which every plan offered keeps to. ``affected``: the meetings that the change
    leaves no way to hold as they were; ``unaffected``: how many of the others there are, past ones not counted.
    """

    problem: Problem
    policy: Policy
    affected: tuple[str, ...]
    unaffected: int
    options: tuple[RepairOption, ...]
