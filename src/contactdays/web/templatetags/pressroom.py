"""What the pages of the press room say besides prepared values."""

from pathlib import PurePath
from typing import Any

from django import template

from contactdays.agendas.lines import one_line
from contactdays.press.models import File
from contactdays.web.parts import spoken
from contactdays.web.parts.addresses import address_of

register = template.Library()
register.filter("one_line", one_line)
register.filter("spoken_day", spoken.spoken_day)
register.filter("spoken_clock", spoken.spoken_clock)
register.filter("spoken_moment", spoken.spoken_moment)


@register.simple_tag(takes_context=True)
def release_in(context: dict[str, Any], language: str, code: str) -> str:
    """The address of a release in another language of this edition."""
    edition = context["request"].edition
    return address_of("pressroom:release", language=language, edition=edition.code, code=code)


@register.filter
def kind_of_file(file: File) -> str:
    """``PDF``, ``JPG``: what its name ends with."""
    return PurePath(file.name).suffix.lstrip(".").upper() or file.media_type


@register.filter
def whole_locale(language: str) -> str:
    """``nl_NL``: a language with the country it is best known by, as Open Graph wants it."""
    return {"nl": "nl_NL", "fr": "fr_FR", "de": "de_DE", "en": "en_GB"}[language]
