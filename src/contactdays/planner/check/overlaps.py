"""Nobody and nothing in two places at once."""

from collections.abc import Iterator

from contactdays.planner.values import Assignment, Violation

from .week import Week


def double_booking(week: Week) -> Iterator[Violation]:
    """Hard: a party is in one activity at a time, and so is a place with its parts and what it is part of."""
    for party, items in week.of_party.items():
        for earlier, later in _clashes(items, items):
            yield _booked_twice(earlier, later, (party,), None)
    for place, items in week.in_place.items():
        for earlier, later in _clashes(items, items):
            yield _booked_twice(earlier, later, (), place)
        for above in _wholes(week, place):
            whole = week.in_place.get(above, [])
            for earlier, later in _clashes(items, whole):
                yield _booked_twice(earlier, later, (), place)


def _booked_twice(earlier: Assignment, later: Assignment, parties: tuple[str, ...], place: str | None) -> Violation:
    return Violation("double_booking", (earlier.activity, later.activity), parties, place, later.start)


def _wholes(week: Week, place: str) -> Iterator[str]:
    known = week.places.get(place)
    while known is not None and known.part_of is not None:
        yield known.part_of
        known = week.places.get(known.part_of)


def _clashes(one: list[Assignment], other: list[Assignment]) -> Iterator[tuple[Assignment, Assignment]]:
    """Each item with the latest-ending one before it, where they overlap; of two lists, across only."""
    same = one is other
    tagged = sorted(
        [(each, 0) for each in one] + ([] if same else [(each, 1) for each in other]),
        key=lambda pair: (pair[0].start, pair[0].end, pair[0].activity, pair[1]),
    )
    latest: dict[int, Assignment] = {}
    for item, side in tagged:
        across = latest.get(side if same else 1 - side)
        if across is not None and across.end > item.start:
            yield across, item
        if side not in latest or item.end > latest[side].end:
            latest[side] = item
