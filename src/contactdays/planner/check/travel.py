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
    ways = {(other, one): minutes for (one, other), minutes in given.items()} | given
    buildings = sorted({name for way in ways for name in way})
    for over in buildings:
        for one in buildings:
            for other in buildings:
                if one != other and (one, over) in ways and (over, other) in ways:
                    total = ways[one, over] + ways[over, other]
                    ways[one, other] = min(total, ways.get((one, other), total))
    return {way: minutes for way, minutes in ways.items() if way[0] != way[1]}
