"""Parts of addresses."""

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
