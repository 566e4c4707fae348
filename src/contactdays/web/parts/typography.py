"""What a language asks of the setting of its texts."""

import re

_FRENCH_MARKS = re.compile(r"(?<=«) | (?=[:;?!»])")


def set_in(words: str, language: str) -> str:
    """``words`` with the spaces that French sets beside its marks made no-break, so that no line begins with one."""
    return _FRENCH_MARKS.sub("\u00a0", words) if language == "fr" else words
