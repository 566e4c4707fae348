"""Dates, times and numbers as the active language writes them (Unicode CLDR, through Babel)."""

from datetime import date, datetime
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from django.utils.translation import get_language

_PERCENT = {"fr": "\u202f%", "de": "\u00a0%"}  # CLDR's own pattern has no decimals
_LOCALES = {"nl": "nl", "fr": "fr", "de": "de", "en": "en_GB"}


def weekday(day: date) -> str:
    """``maandag``."""
    return format_date(day, "EEEE", _locale())


def short_weekday(day: date) -> str:
    """``ma``, ``lun.``, ``Mo``, ``Mon``."""
    return format_date(day, "EEE", _locale()).removesuffix("." if _language() == "de" else "")


def day_and_month(day: date) -> str:
    """``Maandag 2 februari``, as a heading."""
    words = format_date(day, "EEEE d MMMM" if _language() != "de" else "EEEE, d. MMMM", _locale())
    return words[:1].upper() + words[1:]


def moment(instant: datetime) -> str:
    """``2 februari 2026, 14:00``; ``instant`` stands in the zone it is to be read in."""
    return f"{format_date(instant.date(), 'long', _locale())}, {instant:%H:%M}"


def machine_time(instant: datetime) -> str:
    """``2026-02-04T10:00+01:00``, for ``<time>`` and for programs."""
    return instant.isoformat(timespec="minutes")


def number(value: int | float | None) -> str:
    """``3.838`` or ``3,838``; a dash for a figure that is not known."""
    if value is None:
        return "–"
    return format_decimal(value, locale=_locale())


def percentage(share: float) -> str:
    """``0,31 %`` of ``share`` 0.0031, with at most two decimals."""
    return format_percent(share, format=f"#,##0.##{_PERCENT.get(_language(), '%')}", locale=_locale())


def _language() -> str:
    return get_language() or "en"


@cache
def _locale_of(language: str) -> Locale:
    return Locale.parse(_LOCALES[language])


def _locale() -> Locale:
    return _locale_of(_language())
