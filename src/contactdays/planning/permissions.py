"""Who may plan and publish."""

from contactdays.accounts.permissions import is_organiser
from contactdays.accounts.policy import register


def register_all() -> None:
    for action in ("planning.view", "planning.run", "planning.publish"):
        register(action, is_organiser)
