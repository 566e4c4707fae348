"""Parts of addresses."""

from datetime import date

from contactdays.core.text import LANGUAGES


class LanguageConverter:
    """``nl``, ``fr``, ``de`` or ``en``."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class EditionConverter(LanguageConverter):
    """The code of an edition, as it stands in addresses."""

    regex = "[a-z0-9-]+"


class CodeConverter(LanguageConverter):
    """The code of a participant."""

    regex = r"[A-Za-z0-9._-]+"


class DayConverter:
    """A day of the calendar, ``2026-02-04``."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Raise ``ValueError``, which is no match, for a day that the calendar does not have."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()
