"""Quotation marks as each language has them."""

import re
from collections.abc import Sequence

from contactdays.press.characters import readable

NARROW_SPACE = "\u202f"
MARKS = {
    "nl": ("“", "”"),
    "fr": (f"«{NARROW_SPACE}", f"{NARROW_SPACE}»"),
    "de": ("„", "“"),
    "en": ("“", "”"),
}
REOPENED = {"en"}  # where each further paragraph of a quotation opens with the mark again
_PAIRS = (("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ('"', '"'), ("”", "”"))
_BLANK_LINE = re.compile(r"\n\s*\n")


def quoted(text: str, language: str) -> tuple[str, ...]:
    """The paragraphs of ``text`` between the quotation marks of ``language``, never doubled."""
    found = [readable(" ".join(each.split())) for each in _BLANK_LINE.split(text.strip())]
    opening, closing = MARKS[language]
    paragraphs = list(_bare([each for each in found if each] or [""]))
    again = opening if language in REOPENED else ""
    paragraphs = [(again if number else opening) + each for number, each in enumerate(paragraphs)]
    paragraphs[-1] += closing
    return tuple(paragraphs)


def _bare(paragraphs: Sequence[str]) -> list[str]:
    """``paragraphs`` without the marks that the author put around the whole."""
    for opening, closing in _PAIRS:
        bare = _without(paragraphs, opening, closing)
        if bare is not None:
            return bare
    return list(paragraphs)


def _without(paragraphs: Sequence[str], opening: str, closing: str) -> list[str] | None:
    """``paragraphs`` without this pair around the whole; None when it does not stand there."""
    first, *others = paragraphs
    reopened = [each[len(opening) :].strip() if _is_reopened(each, opening, closing) else each for each in others]
    whole = "\n".join((first, *reopened))
    if len(whole) < 2 or not (whole.startswith(opening) and whole.endswith(closing)):
        return None
    return [each.strip() for each in whole[1:-1].split("\n")] if _is_balanced(whole[1:-1], opening, closing) else None


def _is_reopened(paragraph: str, opening: str, closing: str) -> bool:
    return paragraph.startswith(opening) and (
        opening == closing or paragraph.rstrip(closing).count(opening) > paragraph.rstrip(closing).count(closing)
    )


def _is_balanced(text: str, opening: str, closing: str) -> bool:
    """Whether the marks inside ``text`` close one another, so that those around it belong together."""
    if opening == closing:
        return text.count(opening) == 0
    depth = 0
    for letter in text:
        depth += (letter == opening) - (letter == closing)
        if depth < 0:
            return False
    return depth == 0
