"""Dates, times and names of languages and places, in the reader's language (Unicode CLDR, through Babel)."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from babel import Locale
from babel.dates import format_date, get_timezone_location

from contactdays.agendas.lines import one_line

_LOCALES = {"nl": "nl", "fr": "fr", "de": "de", "en": "en_GB"}


def long_date(day: date, language: str) -> str:
    """``dinsdag 3 februari 2026``, as it stands in a sentence; French counts its first day ``1er``."""
    words = format_date(day, "full", _locale(language))
    return words.replace(" 1 ", " 1er ") if language == "fr" else words


def heading_date(day: date, language: str) -> str:
    """``long_date`` with the capital of a heading."""
    words = long_date(day, language)
    return words[:1].upper() + words[1:]


def clock_time(moment: datetime) -> str:
    """``14:00``, in every language."""
    return f"{moment:%H:%M}"


def end_time(start: datetime, end: datetime) -> str:
    """``15:00``, or ``01:00 (+1)`` when ``end`` falls on the day after ``start``."""
    days = (end.date() - start.date()).days
    return f"{clock_time(end)} (+{days})" if days else clock_time(end)


def language_names(codes: tuple[str, ...], language: str) -> str:
    """Names of the languages with these ISO 639 codes; a code that CLDR does not name stands for itself."""
    names = _locale(language).languages
    return ", ".join(names.get(code.lower()) or one_line(code) for code in codes)


def country_names(codes: Sequence[str], language: str) -> tuple[str, ...]:
    """Names of the countries with these ISO 3166-1 codes, in the order of the codes."""
    names = _locale(language).territories
    return tuple(names.get(code.upper()) or one_line(code) for code in codes)


def zone_place(time_zone: str, language: str) -> str:
    """The place an IANA time zone is named after: ``Brussel`` for Europe/Brussels in Dutch."""
    return get_timezone_location(time_zone, locale=_locale(language), return_city=True)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES[language])
