"""The edition one is at work in. No query and no write of scoped rows runs without it.

The scope is a context variable, so it follows a request or a command and never leaks between threads. It names an
edition with its conference, or a conference alone (for posts, people and organisations, whose history spans years).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Protocol


class ConferenceLike(Protocol):
    """A saved conference: all that the scope needs of it."""

    pk: Any


class EditionLike(Protocol):
    """A saved edition: all that the scope needs of it."""

    pk: Any
    conference_id: Any


@dataclass(frozen=True, slots=True)
class Scope:
    """What may be read and written now. ``everything`` is for installation-wide look-ups and says why."""

    conference: int | None = None
    edition: int | None = None
    everything: str = ""


_scope: ContextVar[Scope | None] = ContextVar("contactdays_scope", default=None)


def current_scope() -> Scope | None:
    """The scope in force, or None."""
    return _scope.get()


@contextmanager
def _in_force(scope: Scope) -> Iterator[Scope]:
    token = _scope.set(scope)
    try:
        yield scope
    finally:
        _scope.reset(token)


@contextmanager
def edition_scope(edition: EditionLike) -> Iterator[Scope]:
    """Work in ``edition``: its rows and its conference's rows, no others."""
    with _in_force(Scope(conference=edition.conference_id, edition=edition.pk)) as scope:
        yield scope


@contextmanager
def conference_scope(conference: ConferenceLike) -> Iterator[Scope]:
    """Work in ``conference`` without any of its editions."""
    with _in_force(Scope(conference=conference.pk)) as scope:
        yield scope


@contextmanager
def unscoped(reason: str) -> Iterator[Scope]:
    """Look across editions, for what belongs to the installation. ``reason`` is required: it is read in reviews."""
    if not reason:
        raise ValueError("say why this look-up needs no edition")
    with _in_force(Scope(everything=reason)) as scope:
        yield scope
