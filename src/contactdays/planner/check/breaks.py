"""Waiting between two activities, counted."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from contactdays.planner.values import Slot, Violation

from .week import Week


def breaks_of(week: Week) -> dict[str, int]:
    """The breaks of each participant: runs of slots without activity between two of its activities.

    Counted within each half-day; a slot that an activity touches is not idle, and whether the participant is
    available in the run does not matter (Bofill, Espasa, Garcia, Palahi, Suy and Villaret, CP 2014).
    """
    slots = sorted(week.problem.slots)
    starts = [slot.start for slot in slots]
    counted = {}
    for party in week.participants:
        touched: dict[int, set[int]] = defaultdict(set)
        for each in week.of_party.get(party, ()):
            for number in _touched(slots, starts, each.start, each.end):
                touched[slots[number].half_day].add(number)
        counted[party] = sum(_runs(numbers) for numbers in touched.values())
    return counted


def _touched(slots: list[Slot], starts: list[int], start: int, end: int) -> Iterator[int]:
    number = max(0, bisect_right(starts, start) - 1)
    while number < len(slots) and slots[number].start < end:
        if start < slots[number].end:
            yield number
        number += 1


def _runs(numbers: Iterable[int]) -> int:
    return sum(after - before > 1 for before, after in pairwise(sorted(numbers)))


def wrong_breaks(week: Week) -> Iterator[Violation]:
    """Hard: the breaks claimed, if any are, are those counted."""
    claimed = week.plan.breaks
    if claimed is None:
        return
    counted = sum(breaks_of(week).values())
    if claimed != counted:
        yield Violation("wrong_breaks", facts=(("breaks", counted), ("claimed", claimed)))


def uneven_breaks(week: Week) -> Iterator[Violation]:
    """Hard: the breaks of any two participants differ by no more than the problem allows."""
    most = week.problem.breaks_apart
    counted = breaks_of(week) if most is not None else {}
    if most is None or not counted:
        return
    many, few = max(counted, key=lambda each: counted[each]), min(counted, key=lambda each: counted[each])
    if counted[many] - counted[few] > most:
        facts = (("fewest", counted[few]), ("most", counted[many]), ("most_apart", most))
        yield Violation("uneven_breaks", (), (many, few), facts=facts)
