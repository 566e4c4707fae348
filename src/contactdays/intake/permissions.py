"""Who may import a workbook."""

from typing import Any

from contactdays.accounts.permissions import is_organiser
from contactdays.accounts.policy import register


def may_import(actor: Any, edition: Any) -> bool:
    """An organiser of the edition the workbook is for. A new edition is begun on the command line."""
    return edition is not None and is_organiser(actor, edition)


def register_all() -> None:
    register("intake.import", may_import)
