"""Nobody is asked for too much."""

from collections.abc import Iterator

from contactdays.planner.values import Violation

from .week import Week


def cap(week: Week) -> Iterator[Violation]:
    """Hard: no party has more meetings in all than its cap."""
    for party in week.participants.values():
        meetings = _meetings_of(week, party.id)
        if party.cap is not None and len(meetings) > party.cap:
            yield _over("cap", party.id, meetings, party.cap)


def cap_per_day(week: Week) -> Iterator[Violation]:
    """Hard: no party has more meetings starting within a day than its cap for a day."""
    for party in week.participants.values():
        if party.cap_per_day is None:
            continue
        meetings = _meetings_of(week, party.id)
        for day in week.problem.days:
            started = [each for each in meetings if day.start <= each[1] < day.end]
            if len(started) > party.cap_per_day:
                yield _over("cap_per_day", party.id, started, party.cap_per_day)


def _meetings_of(week: Week, party: str) -> list[tuple[str, int]]:
    items = week.of_party.get(party, [])
    return [(each.activity, each.start) for each in items if each.activity in week.requests]


def _over(rule: str, party: str, meetings: list[tuple[str, int]], most: int) -> Violation:
    facts = (("cap", most), ("meetings", len(meetings)))
    activities = tuple(activity for activity, _ in meetings)
    return Violation(rule, activities, (party,), None, meetings[0][1], facts)
