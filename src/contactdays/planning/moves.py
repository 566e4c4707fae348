"""What stands elsewhere in a plan than in the published plan before it."""

from dataclasses import dataclass
from datetime import datetime

from contactdays.editions.models import Room
from contactdays.planning.enums import PlanState
from contactdays.planning.models import Placement, Plan


@dataclass(frozen=True, slots=True)
class Before:
    """Where something stood before."""

    start: datetime
    room: Room


@dataclass(frozen=True, slots=True)
class Moves:
    """``previous`` plan, None before there was one, and where each session and meeting stood in it."""

    previous: Plan | None
    sessions: dict[int, Before]
    meetings: dict[int, Before]

    def session_before(self, placement: Placement) -> Before | None:
        """Where a session stood; None when it stands there still, or is new."""
        return _if_elsewhere(self.sessions.get(placement.session_id or 0), placement.start, placement.room_id)

    def meeting_before(self, meeting: int, start: datetime, room: int) -> Before | None:
        """Where a meeting that now stands at ``start`` in ``room`` stood; None when there still, or new."""
        return _if_elsewhere(self.meetings.get(meeting), start, room)

    def is_new(self, meeting: int) -> bool:
        """Whether the previous plan did not hold ``meeting``; never so in a first plan."""
        return self.previous is not None and meeting not in self.meetings


def _if_elsewhere(before: Before | None, start: datetime, room: int) -> Before | None:
    return before if before is not None and (before.start, before.room.pk) != (start, room) else None


def moves_of(plan: Plan) -> Moves:
    """The moves that lead to ``plan`` from the plan published before it."""
    previous = previous_plan(plan)
    rooms = {room.pk: room for room in Room.objects.all()}
    sessions: dict[int, Before] = {}
    meetings: dict[int, Before] = {}
    rows = Placement.objects.filter(plan=previous).values_list("session_id", "meeting_id", "start", "room_id")
    for session, meeting, start, room in rows if previous else ():
        if session is not None:
            sessions[session] = Before(start, rooms[room])
        else:
            meetings[meeting] = Before(start, rooms[room])
    return Moves(previous, sessions, meetings)


def previous_plan(plan: Plan) -> Plan | None:
    """The plan published before ``plan``; for the draft, the last one published."""
    published = Plan.objects.filter(state=PlanState.PUBLISHED)
    if plan.number is not None:
        published = published.filter(number__lt=plan.number)
    return published.order_by("-number").first()
