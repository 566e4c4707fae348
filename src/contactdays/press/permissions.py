"""Who works in the press office. Nobody else, organisers included, knows of a release before its instant."""

from typing import Any

from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import User
from contactdays.accounts.policy import register
from contactdays.accounts.queries import role_names


def is_press_officer(actor: Any, thing: Any) -> bool:
    """``actor`` is a press officer of the edition ``thing`` belongs to (or is)."""
    edition = getattr(thing, "edition", thing)
    return isinstance(actor, User) and RoleName.PRESS_OFFICER in role_names(actor, edition)


def register_all() -> None:
    for action in ("write", "review", "schedule", "withdraw", "attach", "roster", "alert"):
        register(f"press.{action}", is_press_officer)
