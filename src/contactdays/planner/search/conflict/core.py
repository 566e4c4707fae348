"""A set of causes that contradict each other, none to spare."""

from collections.abc import Set
from contextlib import AbstractContextManager

from contactdays.planner.values import Cause

from . import counting
from .proof import Prover
from .rules import Rules

CONFLICTS_AT_FIRST = 50_000
CONFLICTS_LATER = 10_000


def core_of(rules: Rules) -> tuple[Cause, ...]:
    """Causes of ``rules`` that cannot all be kept, though without any one of them the others can.

    Nothing when they can all be kept, or when the solver gave up. A meeting that need not be held may be held still,
    where it may (it can fill a break), and binds nothing that comes after it.

    Whatever can be counted is counted; the solver decides the rest, and where it gives up over a cause that cause
    stays. Each step tries to do without a cause and goes on from what it needed for that (deletion with refinement
    of the core). Meetings go first: with them go the rules about them.
    """
    with _Oracle(rules) as oracle:
        core = oracle.refute(frozenset(range(len(rules.causes))), CONFLICTS_AT_FIRST)
        if core is None:
            return ()
        for cause in sorted(core, key=lambda each: (rules.causes[each].rule != "missing_must", each)):
            fewer = oracle.refute(core - {cause}, CONFLICTS_LATER) if cause in core else None
            core = core if fewer is None else fewer
    return tuple(rules.causes[cause] for cause in sorted(core))


class _Oracle(AbstractContextManager["_Oracle"]):
    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._prover: Prover | None = None

    def __exit__(self, *raised: object) -> None:
        if self._prover is not None:
            self._prover.close()

    def refute(self, active: Set[int], most_conflicts: int) -> set[int] | None:
        """Some of the causes ``active`` that contradict each other; what was counted only if it does so by itself."""
        counted = counting.refute(self.rules, active)
        if counted is not None and counting.refute(self.rules, counted) is not None:
            return counted
        if self._prover is None:
            self._prover = Prover(self.rules)
        return self._prover.refute(active, most_conflicts)
