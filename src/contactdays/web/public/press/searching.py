"""Looking for releases by their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from contactdays.press.characters import UNSEEN
from contactdays.press.markdown import plain
from contactdays.press.models import LanguageVersion
from contactdays.press.release_text import ReleaseText
from contactdays.press.words import folded
from contactdays.web.public.press.headlines import listed_texts

LONGEST = 100
"""Letters of a question that are read; the rest is left out."""
AROUND = 12
"""Words shown before and after the first that was found."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet; ``found`` when it is what was looked for."""

    words: str
    found: bool


def asked_words(question: str) -> tuple[str, ...]:
    """The words of ``question``, as texts are searched for them."""
    return tuple(dict.fromkeys(folded(UNSEEN.sub(" ", question[:LONGEST])).split()))


def found_texts(words: Sequence[str], language: str) -> "QuerySet[LanguageVersion]":
    """What has appeared in ``language`` and holds all the ``words``, in any place and order; the latest first."""
    texts = listed_texts(language)
    for word in words:
        texts = texts.filter(words__contains=word)
    return texts


def snippet(text: ReleaseText, words: Sequence[str]) -> tuple[Piece, ...]:
    """The words of ``text`` around the first place where one of ``words`` stands; its beginning when none does."""
    quotes = (f"{quote.text} {quote.speaker}" for quote in text.quotes)
    shown = " ".join((plain(text.body), *quotes)).split()
    first = next((place for place, word in enumerate(shown) if _holds(word, words)), 0)
    begin, end = max(0, first - AROUND), first + 2 * AROUND
    pieces = tuple(_pieces(shown[begin:end], words))
    return (*_more(begin > 0), *pieces, *_more(end < len(shown)))


def _holds(word: str, words: Sequence[str]) -> bool:
    plain_word = folded(word)
    return any(each in plain_word for each in words)


def _pieces(shown: Sequence[str], words: Sequence[str]) -> Iterator[Piece]:
    """Neighbours of one sort as one piece."""
    run: list[str] = []
    found = False
    for word in shown:
        if run and _holds(word, words) != found:
            yield Piece(" ".join(run), found)
            run = []
        found = _holds(word, words)
        run.append(word)
    if run:
        yield Piece(" ".join(run), found)


def _more(more: bool) -> tuple[Piece, ...]:
    return (Piece("…", found=False),) if more else ()
