"""Being away, beside what was published: a service above ``people.services``, which knows of no plan."""

from datetime import datetime

from django.db import transaction
from django.db.models.functions import Coalesce

from contactdays.accounts.policy import require
from contactdays.agendas.errors import AlreadyExpected
from contactdays.audit import services as audit
from contactdays.people.enums import AvailabilityKind
from contactdays.people.models import Availability, Participant
from contactdays.people.services import add_availability
from contactdays.planning.models import Occupancy
from contactdays.planning.queries import current_plan


@transaction.atomic
def be_away(
    participant: Participant,
    kind: AvailabilityKind,
    start: datetime,
    end: datetime,
    *,
    reason: str = "",
    actor: audit.Actor,
) -> Availability:
    """``people.services.add_availability``, unless the published plan expects the delegation in that stretch.

    The whole delegation is away then, so what a colleague is expected at counts too. Raise ``AlreadyExpected``:
    what is published is moved by the organisers, not by being away.
    """
    require(actor, "people.availability", participant)
    codes = _expected_between(participant, start, end)
    if codes:
        raise AlreadyExpected(codes=codes)
    return add_availability(participant, kind, start, end, reason=reason, actor=actor)


def _expected_between(participant: Participant, start: datetime, end: datetime) -> tuple[str, ...]:
    taken = Occupancy.objects.filter(
        plan=current_plan(participant.edition),
        participant__delegation=participant.delegation_id,
        start__lt=end,
        end__gt=start,
    )
    codes = taken.annotate(code=Coalesce("placement__session__code", "placement__meeting__code"))
    return tuple(dict.fromkeys(codes.order_by("start", "pk").values_list("code", flat=True)))
