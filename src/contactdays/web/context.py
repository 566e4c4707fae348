"""What every page of the site is given."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from contactdays.editions.dates import dates_of
from contactdays.editions.models import Edition
from contactdays.web.parts.languages import LanguageChoice, language_choices


@dataclass(frozen=True, slots=True)
class Page:
    """The shell of a page; ``edition`` is None, and ``languages`` empty, where an address belongs to no edition."""

    language: str
    edition: Edition | None
    days: str
    venue: str
    languages: tuple[LanguageChoice, ...]
    demo: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """Give templates the shell as ``page``."""
    edition = getattr(request, "edition", None)
    of_address = getattr(request, "language", None)
    language = get_language() or "en"
    return {
        "page": Page(
            language=language,
            edition=edition,
            days=dates_of(edition, language) if edition else "",
            venue=edition.main_venue.name_in(language) if edition and edition.main_venue else "",
            languages=language_choices(request, of_address) if of_address else (),
            demo=settings.DEMO,
        )
    }
