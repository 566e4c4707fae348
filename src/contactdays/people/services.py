"""Writing who takes part."""

from django.db import transaction

from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import User
from contactdays.accounts.services import grant_role
from contactdays.audit import services as audit
from contactdays.people.models import Participant


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
