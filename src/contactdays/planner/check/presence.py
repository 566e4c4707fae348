"""When a party can be anywhere at all."""

from collections.abc import Callable, Iterator

from contactdays.planner.values import Interval, Participant, Violation

from .week import Week, covered


def unavailable(week: Week) -> Iterator[Violation]:
    """Hard: a party is placed only while it is available."""
    return _absent(week, "unavailable", lambda party: party.available)


def vacancy(week: Week) -> Iterator[Violation]:
    """Hard: a post is placed only while somebody holds it."""
    return _absent(week, "vacancy", lambda party: party.in_office)


def _absent(week: Week, rule: str, stretches: Callable[[Participant], tuple[Interval, ...]]) -> Iterator[Violation]:
    for party in week.participants.values():
        for each in week.of_party.get(party.id, []):
            if not covered(each.start, each.end, stretches(party)):
                yield Violation(rule, (each.activity,), (party.id,), each.place, each.start)
