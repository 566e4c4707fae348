"""The time, as an argument of the whole program: one clock, which a command or a test may set."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.conf import settings
from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("contactdays_clock", default=None)


def now() -> datetime:
    """The present instant, aware; what ``at`` set it to inside ``at``, else where the setting NOW holds it."""
    return _set_to.get() or settings.NOW or timezone.now()


@contextmanager
def at(instant: datetime) -> Iterator[datetime]:
    """Inside, ``now()`` is ``instant``, which must be aware."""
    if instant.tzinfo is None:
        raise ValueError("the clock needs an instant with its time zone")
    token = _set_to.set(instant)
    try:
        yield instant
    finally:
        _set_to.reset(token)
