"""The words of a release, as searching knows them."""

from contactdays.press.markdown import plain
from contactdays.press.release_text import ReleaseText
from contactdays.press.words import folded


def words_of(text: ReleaseText) -> str:
    """Everything a reader of ``text`` might look for, folded."""
    quotes = (f"{quote.text} {quote.speaker}" for quote in text.quotes)
    return folded(" ".join((text.title, text.theme, text.place, plain(text.body), *quotes)))
