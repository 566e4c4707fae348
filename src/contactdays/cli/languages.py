"""The language a command speaks to whoever typed it."""

import os

from contactdays.core.text import LANGUAGES


def reader_language() -> str:
    """The language of ``LANG`` where we write it, else English."""
    locale = os.environ.get("LANG", "")
    return locale[:2] if locale[:2] in LANGUAGES else "en"
