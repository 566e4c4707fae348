"""Changes of room, counted."""

from collections.abc import Iterator
from itertools import pairwise

from contactdays.planner.values import Violation

from .week import Week


def room_moves_in(week: Week) -> int:
    """How often a participant has two successive meetings of one half-day in different places.

    Sessions are not looked at: two meetings with a session between them are successive meetings.
    """
    half_day = {slot.start: slot.half_day for slot in week.problem.slots}
    moves = 0
    for items in week.of_party.values():
        meetings = [each for each in items if each.activity in week.requests]
        for before, after in pairwise(meetings):
            same = half_day.get(before.start) == half_day.get(after.start)
            moves += same and before.place != after.place
    return moves


def wrong_room_moves(week: Week) -> Iterator[Violation]:
    """Hard: the changes of room claimed, if any are, are those counted."""
    claimed = week.plan.room_moves
    if claimed is not None and claimed != (counted := room_moves_in(week)):
        yield Violation("wrong_room_moves", facts=(("claimed", claimed), ("room_moves", counted)))
