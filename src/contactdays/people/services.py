"""Writing who takes part."""

from datetime import datetime, timedelta

from django.db import transaction

from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import User
from contactdays.accounts.policy import require
from contactdays.accounts.services import grant_role
from contactdays.audit import services as audit
from contactdays.people.enums import AvailabilityKind
from contactdays.people.errors import OutsideEdition
from contactdays.people.models import Availability, Participant


@transaction.atomic
def let_sign_in(participant: Participant, user: User, *, actor: audit.Actor) -> None:
    """Let ``user`` sign in as ``participant``, with the role that follows from the delegation."""
    if participant.user_id == user.pk:
        return
    participant.user = user
    participant.save(update_fields=["user"])
    role = RoleName.HEAD_OF_MISSION if participant.delegation.post_id else RoleName.COUNTERPART
    grant_role(user, role, edition=participant.edition, actor=actor)
    audit.record(
        "participant.linked",
        f"participant {participant.code}",
        edition=participant.edition,
        actor=actor,
        after={"user": user.pk},
    )


@transaction.atomic
def add_availability(
    participant: Participant,
    kind: AvailabilityKind,
    start: datetime,
    end: datetime,
    *,
    reason: str = "",
    actor: audit.Actor,
) -> Availability:
    """A stretch in which ``participant`` is away; ``end`` must be after ``start``. The reason stays off the record.

    Raise ``OutsideEdition`` unless it lies within the days of the edition.
    """
    require(actor, "people.availability", participant)
    edition = participant.edition
    first, last = start.astimezone(edition.zone).date(), (end - timedelta.resolution).astimezone(edition.zone).date()
    if first < edition.first_day or last > edition.last_day:
        raise OutsideEdition(first=edition.first_day, last=edition.last_day)
    availability = Availability(
        edition=edition,
        delegation=participant.delegation,
        participant=participant,
        kind=kind,
        start=start,
        end=end,
        reason=reason,
    )
    availability.save()
    _record_availability("availability.added", availability, actor, after=_told(availability))
    return availability


@transaction.atomic
def remove_availability(availability: Availability, *, actor: audit.Actor) -> None:
    """Take back a stretch of one participant; one of a whole delegation is nobody's to take back."""
    require(actor, "people.availability", availability.participant or availability.delegation)
    _record_availability("availability.removed", availability, actor, before=_told(availability))
    availability.delete()


def _told(availability: Availability) -> dict[str, str]:
    """What the record is told; why somebody is away is not its business."""
    start, end = availability.start.isoformat(), availability.end.isoformat()
    return {"kind": str(availability.kind), "start": start, "end": end}


def _record_availability(
    action: str,
    availability: Availability,
    actor: audit.Actor,
    *,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
) -> None:
    subject = f"availability of {availability.participant or availability.delegation}"
    audit.record(action, subject, edition=availability.edition, actor=actor, before=before, after=after)
