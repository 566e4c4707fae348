"""Each meeting as its request wants it."""

from collections.abc import Iterator

from contactdays.planner.values import Assignment, Request, Violation, Wish

from .week import Week


def wrong_length(week: Week) -> Iterator[Violation]:
    """Hard: a meeting lasts as long as was asked."""
    for request, each in week.meetings():
        length = each.end - each.start
        if length != request.duration:
            facts = (("asked", request.duration), ("length", length))
            yield Violation("wrong_length", (request.id,), (), each.place, each.start, facts)


def wrong_people(week: Week) -> Iterator[Violation]:
    """Hard: a meeting brings together those of its request, each once."""
    for request, each in week.meetings():
        if sorted(each.participants) != sorted(request.participants):
            yield Violation("wrong_people", (request.id,), each.participants, each.place, each.start)


def outside_window(week: Week) -> Iterator[Violation]:
    """Hard: a meeting starts with a slot, ends within its half-day, and lies in its request's window."""
    half_day = {slot.start: slot.half_day for slot in week.problem.slots}
    closing: dict[int, int] = {}
    for slot in week.problem.slots:
        closing[slot.half_day] = max(slot.end, closing.get(slot.half_day, slot.end))
    for request, each in week.meetings():
        in_slots = each.start in half_day and each.end <= closing[half_day[each.start]]
        if not in_slots or not _in_window(request, each):
            yield Violation("outside_window", (request.id,), (), each.place, each.start)


def _in_window(request: Request, meeting: Assignment) -> bool:
    window = request.window
    return window is None or (window.start <= meeting.start and meeting.end <= window.end)


def missing_must(week: Week) -> Iterator[Violation]:
    """Hard: what must be held is held."""
    for request in week.requests.values():
        if request.wish is Wish.MUST and request.id not in week.held:
            yield Violation("missing_must", (request.id,), request.participants)


def held_never(week: Week) -> Iterator[Violation]:
    """Hard: what must never be held is not."""
    for request, each in week.meetings():
        if request.wish is Wish.NEVER:
            yield Violation("held_never", (request.id,), request.participants, each.place, each.start)


def broken_pin(week: Week) -> Iterator[Violation]:
    """Hard: an activity that is pinned is held, when and where it is pinned."""
    tables = {table.id for each in week.problem.rounds for table in each.tables}
    for pin in week.problem.pins:
        if pin.activity in tables:
            continue
        items = week.held.get(pin.activity, [])
        if not items:
            yield Violation("broken_pin", (pin.activity,), (), pin.place, pin.start)
        for each in items:
            if pin.start not in (None, each.start) or pin.place not in (None, each.place):
                yield Violation("broken_pin", (pin.activity,), (), each.place, each.start)
