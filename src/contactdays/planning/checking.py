"""What the checker says of a plan, with the names behind its codes."""

from dataclasses import dataclass
from datetime import datetime

from contactdays import planner
from contactdays.bilaterals.models import Meeting
from contactdays.editions.models import Edition, Room
from contactdays.people.models import Delegation
from contactdays.planning.models import Plan
from contactdays.planning.moments import moments_of
from contactdays.planning.names import meeting_id, session_id
from contactdays.planning.snapshot import plan_of, snapshot_of
from contactdays.programme.models import Session


@dataclass(frozen=True, slots=True)
class Conflict:
    """A breach of ``rule`` (the checker's name for it) at ``start``, in local time, in ``room``; about these."""

    rule: str
    sessions: tuple[Session, ...]
    meetings: tuple[Meeting, ...]
    delegations: tuple[Delegation, ...]
    room: Room | None
    start: datetime | None


def conflicts_in(plan: Plan, edition: Edition) -> list[Conflict]:
    """Every breach of a rule that the checker finds in ``plan`` as the week stands now; empty when it accepts it."""
    snapshot = snapshot_of(plan, edition)
    violations = planner.check(snapshot.problem, plan_of(plan, snapshot, edition))
    if not violations:
        return []
    sessions = {session_id(each.code): each for each in Session.objects.all()}
    meetings = {meeting_id(each.code): each for each in _meetings()}
    rooms = {each.code: each for each in Room.objects.all()}
    moments = moments_of(edition)
    return [
        Conflict(
            rule=each.rule,
            sessions=tuple(sessions[code] for code in each.activities if code in sessions),
            meetings=tuple(meetings[code] for code in each.activities if code in meetings),
            delegations=tuple(snapshot.delegations[code] for code in each.participants),
            room=rooms.get(each.place or ""),
            start=None if each.start is None else moments.instant(each.start).astimezone(edition.zone),
        )
        for each in violations
    ]


def _meetings() -> list[Meeting]:
    return list(
        Meeting.objects.select_related("first__post", "first__organisation", "second__post", "second__organisation")
    )
