"""Reading roles."""

from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import Role, User
from contactdays.core.scope import EditionLike


def role_names(user: User, edition: EditionLike) -> frozenset[RoleName]:
    """The roles ``user`` has in ``edition``; none for a user who may no longer sign in."""
    if not user.is_active:
        return frozenset()
    names = Role.objects.filter(user=user, edition=edition.pk).values_list("name", flat=True)
    return frozenset(RoleName(name) for name in names)
