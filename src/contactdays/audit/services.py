"""The one way to write the record."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Protocol

from django.db import transaction

from contactdays.audit.models import Entry
from contactdays.core import clock
from contactdays.core.scope import EditionLike

_request_id: ContextVar[str] = ContextVar("contactdays_request_id", default="")


class Actor(Protocol):
    """Who acts: a signed-in person, or the command line. ``user_id`` is None for the latter."""

    @property
    def user_id(self) -> int | None: ...
    @property
    def display_name(self) -> str: ...


@contextmanager
def request_id(value: str = "") -> Iterator[str]:
    """Entries written inside carry this id (a fresh one when none is given): one request, job or command."""
    identifier = value or uuid.uuid4().hex
    token = _request_id.set(identifier)
    try:
        yield identifier
    finally:
        _request_id.reset(token)


def record(
    action: str,
    subject: str,
    *,
    edition: EditionLike,
    actor: Actor,
    before: Any = None,
    after: Any = None,
    on_behalf_of: str = "",
) -> Entry:
    """Write one entry. Must be called inside the transaction of the change it tells of."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an audit entry belongs in the transaction of what it records")
    entry = Entry(
        edition_id=edition.pk,
        at=clock.now(),
        actor_id=actor.user_id,
        actor_name=actor.display_name,
        on_behalf_of=on_behalf_of,
        action=action,
        subject=subject,
        before=before,
        after=after,
        request_id=_request_id.get(),
    )
    entry.save(force_insert=True)
    return entry
