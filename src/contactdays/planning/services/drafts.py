"""The draft: opening it, and letting sessions stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from contactdays.core import clock
from contactdays.editions.models import Edition, Room
from contactdays.planning.models import Occupancy, Placement, Plan
from contactdays.planning.occupation import occupation_of
from contactdays.planning.queries import current_plan, draft_of
from contactdays.programme.models import Session

FIGURES = ("value", "bound", "flow_bound", "proven", "gaps", "room_moves")


@dataclass(frozen=True, slots=True)
class SessionTime:
    """When and where a session stands; ``destination`` is where a transfer ends."""

    session: Session
    start: datetime
    end: datetime
    room: Room
    destination: Room | None = None


@transaction.atomic
def open_draft(edition: Edition) -> Plan:
    """The draft of ``edition``; a copy of the current plan when there was none, empty before the first."""
    draft = draft_of(edition)
    if draft is not None:
        return draft
    current = current_plan(edition)
    draft = Plan(edition=edition, based_on=current, created=clock.now())
    if current is not None:
        for figure in FIGURES:
            setattr(draft, figure, getattr(current, figure))
    draft.save()
    if current is not None:
        _copy_placements(current, draft)
    return draft


def _copy_placements(source: Plan, draft: Plan) -> None:
    copies = list(Placement.objects.filter(plan=source).select_related("meeting").order_by("pk"))
    for copy in copies:
        copy.pk, copy.plan = None, draft
        copy._state.adding = True
    Placement.objects.bulk_create(copies)
    occupy(copies, draft.edition)


def occupy(placements: Sequence[Placement], edition: Edition) -> None:
    """Write whom and what saved ``placements`` take; the database refuses an overlap."""
    Occupancy.objects.bulk_create(occupation_of(edition).rows(placements))


@transaction.atomic
def place_sessions(edition: Edition, times: Sequence[SessionTime]) -> Plan:
    """Let sessions stand in the draft at these times, pinned; those placed before are moved.

    Raises ``django.db.IntegrityError`` when a person or a room would be taken twice.
    """
    draft = open_draft(edition)
    Placement.objects.filter(plan=draft, session__in=[time.session for time in times]).delete()
    placements = [
        Placement(
            edition=edition,
            plan=draft,
            session=time.session,
            start=time.start,
            end=time.end,
            room=time.room,
            destination=time.destination,
            time_pinned=True,
            room_pinned=True,
        )
        for time in times
    ]
    Placement.objects.bulk_create(placements)
    occupy(placements, edition)
    return draft
