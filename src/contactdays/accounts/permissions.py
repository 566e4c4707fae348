"""Predicates that every room builds on."""

from typing import Any

from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import Role, User


def is_organiser(actor: Any, thing: Any) -> bool:
    """``actor`` is an organiser of the edition ``thing`` belongs to (or is)."""
    edition = getattr(thing, "edition", thing)
    if not isinstance(actor, User) or not actor.is_active:
        return False
    return Role.objects.filter(user=actor, edition=edition.pk, name=RoleName.ORGANISER).exists()
