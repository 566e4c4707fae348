"""Foreign text made ready for a template: its direction settled, and places where a very long word may break."""

import unicodedata
from typing import TypedDict

LONG_WORD = 24
ENDLESS_WORD = 60
CHUNK = 30
BREAK_HERE = "\u200b"
LEFT_TO_RIGHT, RIGHT_TO_LEFT, END_OF_ISOLATE = "\u2066", "\u2067", "\u2069"


class SetText(TypedDict):
    """What ``said`` in ``parts.typ`` expects."""

    text: str
    hyphenate: bool


def set_text(text: str) -> SetText:
    """Prepare ``text``, of unknown script and length and free of control characters, for ``said``."""
    words = text.split(" ")
    longest = max(map(len, words))
    if longest > ENDLESS_WORD:
        text = " ".join(_breakable(word) for word in words)
    return {"text": isolated(text), "hyphenate": longest > LONG_WORD}


def isolated(text: str) -> str:
    """``text``, set apart when it holds right-to-left letters so that it leaves the order of its neighbours alone.

    It runs in the direction of its first letter that has one (rule P2 of UAX 9).
    """
    if text.isascii() or not any(map(_is_rtl, text)):
        return text
    first = next(character for character in text if _is_rtl(character) or _is_ltr(character))
    return f"{RIGHT_TO_LEFT if _is_rtl(first) else LEFT_TO_RIGHT}{text}{END_OF_ISOLATE}"


def _is_rtl(character: str) -> bool:
    return unicodedata.bidirectional(character) in {"R", "AL"}


def _is_ltr(character: str) -> bool:
    return unicodedata.bidirectional(character) == "L"


def _breakable(word: str) -> str:
    """``word`` with a place to break before every thirtieth letter, never between a letter and its marks."""
    if len(word) <= ENDLESS_WORD:
        return word
    pieces, since = [], 0
    for character in word:
        if since >= CHUNK and not unicodedata.category(character).startswith("M"):
            pieces.append(BREAK_HERE)
            since = 0
        pieces.append(character)
        since += 1
    return "".join(pieces)
