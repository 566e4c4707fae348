"""Time on the score: columns of five minutes."""

from datetime import date, datetime

FIRST_HOUR = 8
COLUMNS = 162  # of five minutes: 08:00 to 21:30


def column(moment: datetime, day: date) -> int:
    """The column in which ``moment`` falls; what lies outside the score stands at its edge."""
    minutes = ((moment.date() - day).days * 24 + moment.hour - FIRST_HOUR) * 60 + moment.minute
    return max(0, min(COLUMNS, minutes // 5))


def columns(start: datetime, end: datetime, day: date) -> tuple[int, int]:
    """The first column of a stretch and the one after its last; at least one column wide."""
    first = min(column(start, day), COLUMNS - 1)
    return first, max(column(end, day), first + 1)


def hours() -> tuple[tuple[str, int], ...]:
    """The full hours of the score, as they are written above it, and their columns."""
    return tuple((f"{FIRST_HOUR + number // 12:02}", number) for number in range(0, COLUMNS, 12))
