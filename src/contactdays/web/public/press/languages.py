"""The languages of a release."""

from dataclasses import dataclass

from babel import Locale
from babel.lists import format_list
from django.conf import settings

from contactdays.agendas.formats import language_names
from contactdays.core.text import LANGUAGES
from contactdays.web.public.press.known import KnownRelease


@dataclass(frozen=True, slots=True)
class ReleaseLanguage:
    """A language the release has appeared in, by its own name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Languages:
    """Where else one can read a release; ``together`` and ``missing`` name languages in the reader's own."""

    appeared: tuple[ReleaseLanguage, ...]
    together: str
    missing: str


def languages_of(known: KnownRelease, language: str) -> Languages:
    """The languages of ``known``, told in ``language``. Those that appeared with it at one instant are ``together``."""
    appeared, names = known.appeared, dict(settings.LANGUAGES)
    together = [code for code, instant in appeared.items() if instant == appeared.get(language)]
    return Languages(
        appeared=tuple(ReleaseLanguage(code, str(names[code])) for code in appeared),
        together=listed(together, language) if len(together) > 1 else "",
        missing=listed([code for code in LANGUAGES if code not in appeared], language),
    )


def listed(codes: list[str], language: str) -> str:
    """``Nederlands en Frans``, in ``language``."""
    names = [language_names((code,), language) for code in codes]
    return format_list(names, locale=Locale.parse("en_GB" if language == "en" else language))
