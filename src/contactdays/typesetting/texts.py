"""Foreign text made ready for a template: its direction, and places where a very long word may break."""

import unicodedata
from typing import TypedDict

LONG_WORD = 24
ENDLESS_WORD = 60
CHUNK = 30
BREAK_HERE = "\u200b"
ISOLATE, END_OF_ISOLATE = "\u2066", "\u2069"


class SetText(TypedDict):
    """What ``said`` in ``parts.typ`` expects."""

    text: str
    dir: str
    hyphenate: bool


def set_text(text: str) -> SetText:
    """Prepare ``text``, of unknown script and length and free of control characters, for ``said``."""
    words = text.split(" ")
    longest = max(map(len, words))
    if longest > ENDLESS_WORD:
        text = " ".join(_breakable(word) for word in words)
    direction = direction_of(text)
    if direction == "ltr" and any(_is_rtl(character) for character in text):
        text = f"{ISOLATE}{text}{END_OF_ISOLATE}"
    return {"text": text, "dir": direction, "hyphenate": longest > LONG_WORD}


def direction_of(text: str) -> str:
    """``rtl`` when the first letter with a direction runs right to left, else ``ltr`` (rule P2 of UAX 9)."""
    for character in text:
        if _is_rtl(character):
            return "rtl"
        if unicodedata.bidirectional(character) == "L":
            return "ltr"
    return "ltr"


def _is_rtl(character: str) -> bool:
    return unicodedata.bidirectional(character) in {"R", "AL"}


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
