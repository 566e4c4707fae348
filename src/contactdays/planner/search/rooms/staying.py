"""Who stays where: places for meetings that may have any of the same places, each longing for a few of them."""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from .matching import cheapest

Longing = list[Counter[str]]


def stay(longing: Longing, places: list[str]) -> list[str]:
    """A place of ``places`` for each meeting, all different, that grants as much as can be of what they long for.

    ``longing``: how many of its parties would like each place. Places are at least as many as meetings. Meetings
    that long for places in common, directly or through others, are matched together and apart from the rest.
    """
    given: list[str | None] = [None] * len(longing)
    for numbers in _together(longing):
        _match(longing, numbers, given)
    taken = {place for place in given if place is not None}
    left = (place for place in places if place not in taken)
    return [next(left) if place is None else place for place in given]


def _together(longing: Longing) -> Iterator[list[int]]:
    """Meetings that compete with each other, group by group."""
    of_place: dict[str, list[int]] = {}
    for number, wishes in enumerate(longing):
        for place in wishes:
            of_place.setdefault(place, []).append(number)
    seen: set[int] = set()
    for number, wishes in enumerate(longing):
        if wishes and number not in seen:
            seen.add(number)
            group = [number]
            for member in group:
                for other in sorted({each for place in longing[member] for each in of_place[place]} - seen):
                    seen.add(other)
                    group.append(other)
            yield sorted(group)


def _match(longing: Longing, numbers: list[int], given: list[str | None]) -> None:
    """Grant what a group longs for as far as can be; who gets nothing is left out."""
    places = sorted({place for number in numbers for place in longing[number]})
    column_of = {place: column for column, place in enumerate(places)}
    most = max(max(longing[number].values()) for number in numbers)
    costs = np.full((len(numbers), len(places) + len(numbers)), most, np.int64)
    for row, number in enumerate(numbers):
        for place, wishes in longing[number].items():
            costs[row, column_of[place]] -= wishes
    for number, column in zip(numbers, cheapest(costs), strict=True):
        if column < len(places) and longing[number][places[column]]:
            given[number] = places[column]
