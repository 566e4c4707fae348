"""What a place can take."""

from collections.abc import Iterator

from contactdays.planner.values import Violation

from .week import Week, covered


def capacity(week: Week) -> Iterator[Violation]:
    """Hard: no more parties in a place than it has capacity for."""
    for place in week.places.values():
        for each in week.in_place.get(place.id, []):
            present = len(set(each.participants))
            if present > place.capacity:
                facts = (("capacity", place.capacity), ("present", present))
                yield Violation("capacity", (each.activity,), (), place.id, each.start, facts)


def closed_place(week: Week) -> Iterator[Violation]:
    """Hard: a place is used only while it is open, from beginning to end."""
    for place in week.places.values():
        for each in week.in_place.get(place.id, []):
            if not covered(each.start, each.end, place.open):
                yield Violation("closed_place", (each.activity,), (), place.id, each.start)


def wrong_place(week: Week) -> Iterator[Violation]:
    """Hard: a meeting is held in a known place where meetings may be held, of the kind it needs."""
    for request, each in week.meetings():
        place = week.places.get(each.place) if each.place is not None else None
        if place is None or not place.meetings or request.place_kind not in (None, place.kind):
            yield Violation("wrong_place", (request.id,), (), each.place, each.start)
