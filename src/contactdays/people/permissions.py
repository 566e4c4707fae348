"""Who may say when a participant is not free."""

from typing import Any

from contactdays.accounts.models import User
from contactdays.accounts.policy import register


def is_oneself(actor: Any, participant: Any) -> bool:
    """``actor`` is signed in as ``participant``; nobody is a whole delegation."""
    return isinstance(actor, User) and actor.is_active and getattr(participant, "user_id", None) == actor.pk


def register_all() -> None:
    register("people.availability", is_oneself)
