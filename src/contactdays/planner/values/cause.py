"""Why something cannot be, one rule at a time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Cause:
    """One rule that stands in the way, and what it is about; wording belongs to whoever shows it.

    ``rule``: a name of ``planner.check.RULES``. Of a set of causes each is needed: without any one of them what is
    explained would be possible. ``start``: minutes since the problem's origin. ``facts``: further figures by name,
    such as the meetings a participant has and the slots in which it can have them.
    """

    rule: str
    participants: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    place: str | None = None
    start: int | None = None
    facts: tuple[tuple[str, int | str], ...] = ()
