"""Emptying an edition before it is written anew. Roles, users, the record and the outbox stay."""

from contactdays.bilaterals.models import Meeting, Request
from contactdays.editions.models import Edition, MeetingWindow, Room, Travel, Venue
from contactdays.people.models import Availability
from contactdays.planning.models import Occupancy, Placement, Plan, Run
from contactdays.programme.models import Attendance, Session

IN_ORDER = (Occupancy, Placement, Run, Plan, Attendance, Session, Request, Meeting, Availability, MeetingWindow, Travel)


def clear_edition(edition: Edition) -> None:
    """Delete what ``edition``, which is in scope and has no published plan, owns, but for its delegations.

    Delegations and participants are updated instead, so that a participant keeps sign-in and calendar address.
    """
    for model in IN_ORDER:
        model.objects.all().delete()
    edition.main_venue = None
    edition.save(update_fields=["main_venue"])
    Room.objects.filter(part_of__isnull=False).delete()
    Room.objects.all().delete()
    Venue.objects.all().delete()
