"""The switch between languages, and the language of whoever comes without one."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from contactdays.core.text import LANGUAGES
from contactdays.web.parts.addresses import same_page_in


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """One language of the switch, by its own name; ``address`` is the same page in it."""

    code: str
    name: str
    address: str
    current: bool

    @property
    def path(self) -> str:
        """The address without what was asked of it: what the page is called when it is named to others."""
        return self.address.partition("?")[0]


def language_choices(request: HttpRequest, current: str) -> tuple[LanguageChoice, ...]:
    """The four languages, in the order of ``core.text.LANGUAGES``."""
    names = dict(settings.LANGUAGES)
    return tuple(
        LanguageChoice(code, str(names[code]), same_page_in(request, code), code == current) for code in LANGUAGES
    )


def preferred_language(request: HttpRequest, otherwise: str) -> str:
    """The first of our languages that the browser accepts, by its own order; else ``otherwise``."""
    for accepted, weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        language = accepted.split("-")[0]
        if weight > 0 and language in LANGUAGES:
            return language
    return otherwise
