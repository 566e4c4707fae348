"""Who may read an agenda, give out its calendar addresses, and say that its changes were seen."""

from typing import Any

from contactdays.accounts.permissions import is_organiser
from contactdays.accounts.policy import register
from contactdays.people.permissions import is_oneself


def may_read(actor: Any, participant: Any) -> bool:
    return is_oneself(actor, participant) or is_organiser(actor, participant)


def register_all() -> None:
    register("agendas.read", may_read)
    register("agendas.feed", is_oneself)
    register("agendas.see", is_oneself)
