"""A breach of one rule, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One breach: the rule's name and what it is about. Wording belongs to whoever shows it.

    ``start`` is in minutes since the problem's origin. ``facts`` holds further figures by name, such as the
    gap a party has and the gap it needs.
    """

    rule: str
    activities: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    place: str | None = None
    start: int | None = None
    facts: tuple[tuple[str, int | str], ...] = ()
