"""What is usually done, small and honest: first come first served, dearest first, and matching slot by slot.

For problems of meetings that fill one slot, at tables that are all alike. A timetable is a slot (its number) for each
request that is held (its number).
"""

from collections import defaultdict
from collections.abc import Iterable

from contactdays.planner import Problem, Wish
from contactdays.planner.search.linear.highs import Limits, Relaxation
from contactdays.planner.search.linear.rows import Rows

Timetable = dict[int, int]


class Week:
    """Who is free when, and how many meetings fit in."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.slots = sorted(problem.slots)
        busy: dict[str, set[int]] = defaultdict(set)
        for session in problem.sessions:
            for number, slot in enumerate(self.slots):
                if session.start < slot.end and slot.start < session.end:
                    for name in session.attendees:
                        busy[name].add(number)
        self.busy = busy
        self.free = {
            party.id: {
                number
                for number, slot in enumerate(self.slots)
                if any(each.start <= slot.start and slot.end <= each.end for each in party.available)
            }
            - busy[party.id]
            for party in problem.participants
        }
        self.cap = {party.id: len(self.slots) if party.cap is None else party.cap for party in problem.participants}
        self.tables = sum(place.meetings for place in problem.places)

    def value(self, timetable: Timetable) -> int:
        """What the meetings held are worth."""
        return sum(self.problem.requests[request].weight for request in timetable)

    def breaks(self, timetable: Timetable) -> int:
        """Runs of slots without activity between two with one, party by party and half-day by half-day."""
        busy = {name: set(slots) for name, slots in self.busy.items()}
        for request, slot in timetable.items():
            for name in self.problem.requests[request].participants:
                busy.setdefault(name, set()).add(slot)
        return sum(self._breaks(slots) for slots in busy.values())

    def _breaks(self, slots: set[int]) -> int:
        starts = [slot for slot in slots if slot - 1 not in slots or self._half(slot - 1) != self._half(slot)]
        return len(starts) - len({self._half(slot) for slot in slots})

    def _half(self, slot: int) -> int:
        return self.slots[slot].half_day


def first_come(week: Week) -> Timetable:
    """In the order of the file, each at the first slot that both have left and where there is a table."""
    return _in_order(week, range(len(week.problem.requests)))


def dearest_first(week: Week) -> Timetable:
    """As ``first_come``, the greatest weight first."""
    requests = week.problem.requests
    return _in_order(week, sorted(range(len(requests)), key=lambda number: -requests[number].weight))


def _in_order(week: Week, order: Iterable[int]) -> Timetable:
    free = {name: set(slots) for name, slots in week.free.items()}
    cap, left = dict(week.cap), [week.tables] * len(week.slots)
    timetable: Timetable = {}
    for number in order:
        request = week.problem.requests[number]
        if request.wish is Wish.NEVER or any(cap[name] < 1 for name in request.participants):
            continue
        common = set.intersection(*(free[name] for name in request.participants))
        slot = min((each for each in common if left[each]), default=None)
        if slot is not None:
            timetable[number] = slot
            left[slot] -= 1
            for name in request.participants:
                free[name].remove(slot)
                cap[name] -= 1
    return timetable


def slot_by_slot(week: Week) -> Timetable:
    """Slot after slot, the dearest matching of requests left, no more than there are tables (a flow)."""
    requests, cap = week.problem.requests, dict(week.cap)
    timetable: Timetable = {}
    for slot in range(len(week.slots)):
        able = [
            number
            for number, request in enumerate(requests)
            if number not in timetable
            and request.wish is not Wish.NEVER
            and all(slot in week.free[name] and cap[name] for name in request.participants)
        ]
        for number in _matching(week, able):
            timetable[number] = slot
            for name in requests[number].participants:
                cap[name] -= 1
    return timetable


def _matching(week: Week, able: list[int]) -> list[int]:
    """The dearest of ``able`` in which nobody is twice; the linear programme of a bipartite matching is whole."""
    if not able:
        return []
    of_party: dict[str, list[int]] = defaultdict(list)
    for column, number in enumerate(able):
        for name in week.problem.requests[number].participants:
            of_party[name].append(column)
    rows = Rows()
    for columns in of_party.values():
        rows.add("double_booking", columns, 1)
    rows.add("double_booking", range(len(able)), week.tables)
    answer = Relaxation([week.problem.requests[each].weight for each in able], rows, Limits()).optimum()
    return [able[column] for column in answer[1]] if answer is not None else []
