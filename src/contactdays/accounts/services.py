"""Writing users and roles."""

from django.db import transaction

from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import Role, User
from contactdays.audit import services as audit
from contactdays.core.scope import EditionLike


@transaction.atomic
def grant_role(user: User, name: RoleName, *, edition: EditionLike, actor: audit.Actor) -> Role:
    """Make ``user`` ``name`` in ``edition``; granting twice changes nothing."""
    role, created = Role.objects.get_or_create(edition_id=edition.pk, user=user, name=name)
    if created:
        audit.record("role.granted", f"user {user.pk}", edition=edition, actor=actor, after={"role": name.value})
    return role
