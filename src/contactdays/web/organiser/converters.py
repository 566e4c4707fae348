"""A day and a time of day as they stand in addresses of the board."""

from datetime import date, datetime, time


class DayConverter:
    """``2026-02-04``."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return f"{value:%Y-%m-%d}"


class MomentConverter:
    """``14:20``."""

    regex = r"\d{2}:\d{2}"

    def to_python(self, value: str) -> time:
        return time.fromisoformat(value)

    def to_url(self, value: time | datetime) -> str:
        return f"{value:%H:%M}"
