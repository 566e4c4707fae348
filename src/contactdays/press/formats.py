"""Dates and times as a release of each language writes them."""

from datetime import date, datetime
from functools import cache

from babel import Locale
from babel.dates import format_date
from django.utils.translation import gettext

_LOCALES = {"nl": "nl", "fr": "fr", "de": "de", "en": "en_GB"}
_TIMES = {"nl": "{0:%H.%M} uur", "fr": "{0.hour} h {0:%M}", "de": "{0:%H.%M} Uhr", "en": "{0:%H:%M}"}


def day_of(day: date, language: str) -> str:
    """``2 februari 2026``; French counts its first day ``1er``."""
    words = format_date(day, "long", _locale(language))
    return f"1er{words[1:]}" if language == "fr" and day.day == 1 else words


def time_of(moment: datetime, language: str) -> str:
    """``08.30 uur``, ``8 h 30``, ``08.30 Uhr``, ``08:30``: the clock ``moment`` was given by."""
    words = _TIMES[language].format(moment)
    return words.removesuffix(" 00") if language == "fr" else words


def embargo_of(embargo: datetime, language: str) -> str:
    """What stands above a release that is not to be told before ``embargo``; Django's language is ``language``."""
    day, time = day_of(embargo.date(), language), time_of(embargo, language)
    said = {"day": day, "time": time, "zone": (embargo.tzname() or "").replace("UTC+00:00", "UTC")}
    return gettext("Embargo until %(day)s, %(time)s (%(zone)s)") % said


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES[language])
