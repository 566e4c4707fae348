"""What the press may attend in the week."""

from collections.abc import Iterable

from contactdays.planning.public_programme import ProgrammeDay, ProgrammeItem
from contactdays.programme.enums import PressAccess, SessionKind


def press_days(days: Iterable[ProgrammeDay]) -> tuple[ProgrammeDay, ...]:
    """The press points, and the public sessions open to the press or to pictures; days without any are left out."""
    attended = (ProgrammeDay(day.day, tuple(filter(_is_attended, day.items))) for day in days)
    return tuple(day for day in attended if day.items)


def _is_attended(item: ProgrammeItem) -> bool:
    return item.kind == SessionKind.PRESS_POINT or item.press in (PressAccess.OPEN, PressAccess.PICTURES)
