"""Arithmetic on stretches of time: sorted, disjoint (start, end) pairs, ``end`` excluded."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from contactdays.planner.values import Interval

Stretches = list[tuple[int, int]]


def union(intervals: Iterable[Interval]) -> Stretches:
    """The union of ``intervals``, touching ones joined."""
    joined: Stretches = []
    for each in sorted(intervals):
        if joined and each.start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], each.end)
        else:
            joined.append((each.start, each.end))
    return joined


def intersection(one: Stretches, other: Stretches) -> Stretches:
    """What lies in both."""
    shared: Stretches = []
    for start, end in one:
        for begin, finish in other:
            if max(start, begin) < min(end, finish):
                shared.append((max(start, begin), min(end, finish)))
    return shared


def without(stretches: Stretches, taken: Sequence[tuple[int, int]]) -> Stretches:
    """What is left of ``stretches`` when each of ``taken`` is cut out."""
    left = stretches
    for start, end in taken:
        cut: Stretches = []
        for begin, finish in left:
            if begin < min(start, finish):
                cut.append((begin, min(start, finish)))
            if max(end, begin) < finish:
                cut.append((max(end, begin), finish))
        left = cut
    return left


def contains(stretches: Stretches, start: int, end: int) -> bool:
    """Whether one of ``stretches`` holds every minute from ``start`` to ``end``."""
    number = bisect_right(stretches, (start, 1 << 62)) - 1
    return number >= 0 and stretches[number][1] >= end
