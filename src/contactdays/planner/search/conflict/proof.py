"""Conflicts found by a SAT solver: every clause holds only while the cause it stands for is assumed."""

from collections.abc import Set

from pysat.solvers import Glucose4

from contactdays.planner.search.held.clauses import Label
from contactdays.planner.search.held.prefix import Encoding, encode
from contactdays.planner.search.held.roster import Choice, Limit, Precedence, Roster

from .rules import Rules


class Prover:
    """``rules`` as clauses, built once for all questions. The solver's conflicts are counted, not seconds."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        encoding = encode(_roster(rules), implied=False)
        first = encoding.clauses.variables
        self._assumed = [first + 1 + cause for cause in range(len(rules.causes))]
        self._causes = {literal: cause for cause, literal in enumerate(self._assumed)}
        self._order = {(before, after): cause for cause, before, after in rules.orders}
        self._solver = Glucose4()
        for clause, label in zip(encoding.clauses.clauses, encoding.clauses.labels, strict=True):
            self._solver.add_clause([*clause, *(-self._assumed[cause] for cause in self._stands_for(label))])
        self._confine(encoding)

    def refute(self, active: Set[int], most_conflicts: int) -> set[int] | None:
        """Some of the causes ``active`` that contradict each other; None if they do not, or it is not known."""
        self._solver.conf_budget(most_conflicts)
        if self._solver.solve_limited([self._assumed[cause] for cause in sorted(active)]) is not False:
            return None
        return {self._causes[literal] for literal in self._solver.get_core() or ()}

    def close(self) -> None:
        """Free the solver."""
        self._solver.delete()

    def _stands_for(self, label: Label | None) -> list[int]:
        if label is None:
            return []
        if label.rule == "missing_must":
            return [self.rules.hold[label.meetings[0]]]
        if label.rule == "precedence":
            before, after = label.meetings
            return [self._order[before, after], self.rules.hold[before]]
        if label.rule == "uneven_breaks":
            return [] if self.rules.even is None else [self.rules.even]
        return [self.rules.alone[label.participants[0]] if label.participants else self.rules.room]

    def _confine(self, encoding: Encoding) -> None:
        slots = self.rules.half_days[-1].stop
        for meeting, confined in enumerate(self.rules.confine):
            for cause, there in confined:
                for slot in range(slots):
                    if not there >> slot & 1:
                        self._solver.add_clause([-self._assumed[cause], -encoding.taken[meeting * slots + slot]])


def _roster(rules: Rules) -> Roster:
    slots = rules.half_days[-1].stop
    meetings = range(len(rules.parties))
    return Roster(
        half_days=rules.half_days,
        engaged=(0,) * len(rules.alone),
        parties=rules.parties,
        choices=tuple(Choice(meeting, slot, slot, slot, slot + 1) for meeting in meetings for slot in range(slots)),
        limits=tuple(
            Limit("room", numbers, rules.places, (1,) * len(numbers))
            for slot in range(slots)
            if (numbers := tuple(meeting * slots + slot for meeting in meetings))
        ),
        precedences=tuple(Precedence(before, after) for _, before, after in rules.orders),
        breaks_apart=rules.apart,
    )
