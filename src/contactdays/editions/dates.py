"""The dates of an edition as each language writes them."""

from babel.dates import format_date

from contactdays.editions.models import Edition

_LOCALES = {"nl": "nl", "fr": "fr", "de": "de", "en": "en_GB"}


def dates_of(edition: Edition, language: str) -> str:
    """“2–6 February 2026”; the month and the year of the first day stand only where they differ."""
    locale, first, last = _LOCALES[language], edition.first_day, edition.last_day
    end = format_date(last, "long", locale=locale)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{format_date(first, 'd.' if language == 'de' else 'd', locale=locale)}–{end}"
    if first.year == last.year:
        return f"{format_date(first, 'd. MMMM' if language == 'de' else 'd MMMM', locale=locale)} – {end}"
    return f"{format_date(first, 'long', locale=locale)} – {end}"
