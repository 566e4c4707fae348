"""Time to get from one place to the next."""

from collections.abc import Iterator
from itertools import pairwise

from contactdays.planner.values import Assignment, Place, Problem, Violation

from .week import Week


def travel_time(week: Week) -> Iterator[Violation]:
    """Hard: between two consecutive placed activities a party has time to get from one to the other.

    Nothing in the same place, the change-over time between places, and at least the travel time between
    buildings. A session with a destination leaves its attendees there. Activities without a place are passed
    over, and those that overlap are left to ``double_booking``.
    """
    quickest = quickest_ways(week.problem)
    for party, items in week.of_party.items():
        placed = [each for each in items if each.place in week.places]
        for before, after in pairwise(placed):
            gap = after.start - before.end
            needed = _needed(week, quickest, before, after)
            if 0 <= gap < needed:
                facts = (("gap", gap), ("needed", needed))
                activities = (before.activity, after.activity)
                yield Violation("travel_time", activities, (party,), after.place, after.start, facts)


def _needed(week: Week, quickest: dict[tuple[str, str], int], before: Assignment, after: Assignment) -> int:
    session = week.sessions.get(before.activity)
    left = session.destination if session is not None and session.destination is not None else before.place
    if left is None or after.place is None:
        return 0
    return needed_between(week.problem, quickest, week.places[left], week.places[after.place])


def needed_between(problem: Problem, quickest: dict[tuple[str, str], int], left: Place, there: Place) -> int:
    """The minutes a party needs from one place to another, by ``quickest_ways``."""
    if left.id == there.id:
        return 0
    return max(problem.change_over, quickest.get((left.building, there.building), 0))


def quickest_ways(problem: Problem) -> dict[tuple[str, str], int]:
    """The minutes from each building to each other, over others where that is quicker."""
    given = {(one, other): minutes for one, other, minutes in problem.travel}
    legs = {(other, one): minutes for (one, other), minutes in given.items()} | given
    onward: dict[str, list[tuple[str, int]]] = {}
    for (one, other), minutes in legs.items():
        onward.setdefault(one, []).append((other, minutes))
    return {
        (start, there): minutes
        for start in onward
        for there, minutes in _reached(start, onward).items()
        if there != start
    }


def _reached(start: str, onward: dict[str, list[tuple[str, int]]]) -> dict[str, int]:
    """The least minutes from ``start``: shortened leg by leg until nothing gets shorter (Bellman, 1958)."""
    least = {start: 0}
    changed = [start]
    while changed:
        front, changed = dict.fromkeys(changed), []
        for here in front:
            for there, minutes in onward[here]:
                if least[here] + minutes < least.get(there, least[here] + minutes + 1):
                    least[there] = least[here] + minutes
                    changed.append(there)
    return least
