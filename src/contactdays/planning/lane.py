"""What one delegation, or one of its people, has in a plan."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from contactdays.editions.models import Edition
from contactdays.people.models import Delegation, Participant
from contactdays.planning.models import Placement, Plan


@dataclass(frozen=True, slots=True)
class LaneEntry:
    """A session, or a meeting with ``other``, in local time and in its place."""

    placement: Placement
    start: datetime
    end: datetime
    other: Delegation | None


def lane_of(
    plan: Plan, edition: Edition, delegation: Delegation, participant: Participant | None
) -> tuple[LaneEntry, ...]:
    """What ``delegation`` has in ``plan``, optional sessions included; with ``participant``, what takes this person."""
    concerned = (
        Q(meeting__first=delegation) | Q(meeting__second=delegation) | Q(session__attendances__delegation=delegation)
    )
    placements = Placement.objects.filter(concerned, plan=plan)
    if participant is not None:
        optional = Q(session__attendances__delegation=delegation, session__attendances__duty="may")
        placements = placements.filter(Q(occupancies__participant=participant) | optional)
    rows = placements.select_related(
        "session",
        "room",
        "meeting__first__post",
        "meeting__first__organisation",
        "meeting__second__post",
        "meeting__second__organisation",
    )
    return tuple(_entry(row, edition, delegation) for row in rows.distinct().order_by("start", "pk"))


def _entry(placement: Placement, edition: Edition, delegation: Delegation) -> LaneEntry:
    meeting = placement.meeting
    other = None
    if meeting is not None:
        other = meeting.second if meeting.first_id == delegation.pk else meeting.first
    return LaneEntry(placement, placement.start.astimezone(edition.zone), placement.end.astimezone(edition.zone), other)
