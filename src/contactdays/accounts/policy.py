"""``can(actor, action, thing)``: the one door to every right. What nobody registered is refused.

Each room registers predicates for its actions from its ``permissions.py``. The command line owns the database file
and may do everything; an anonymous visitor only what a predicate grants to nobody in particular.
"""

from collections.abc import Callable
from typing import Any

from contactdays.accounts.actors import CommandLine
from contactdays.accounts.errors import NotAllowed

Predicate = Callable[[Any, Any], bool]
_predicates: dict[str, Predicate] = {}


def register(action: str, predicate: Predicate) -> None:
    """Let ``predicate(actor, thing)`` decide ``action``. An action is registered once."""
    if action in _predicates and _predicates[action] is not predicate:
        raise ValueError(f"{action} is registered already")
    _predicates[action] = predicate


def can(actor: Any, action: str, thing: Any = None) -> bool:
    """Whether ``actor`` may do ``action`` to ``thing``; False for an action nobody registered."""
    if isinstance(actor, CommandLine):
        return action in _predicates
    predicate = _predicates.get(action)
    return predicate is not None and predicate(actor, thing)


def require(actor: Any, action: str, thing: Any = None) -> None:
    """Raise ``NotAllowed`` unless ``actor`` may do ``action`` to ``thing``."""
    if not can(actor, action, thing):
        raise NotAllowed(action=action, actor=getattr(actor, "display_name", ""))
