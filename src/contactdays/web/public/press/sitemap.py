"""The press room for search engines: its pages and the releases as they stand, never one before its instant."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from contactdays.core.text import LANGUAGES
from contactdays.press.queries.public import current_texts
from contactdays.web.parts.addresses import address_of
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.parts.sitemaps import Page, sitemap_of


@require_safe
def sitemap(request: EditionRequest) -> HttpResponse:
    """The addresses below this one's folder: what the protocol lets a sitemap name."""
    return HttpResponse(sitemap_of(_pages(request)), content_type="application/xml; charset=utf-8")


def _pages(request: EditionRequest) -> Iterator[Page]:
    changes = _changes()
    in_language = {code: known[request.language] for code, known in changes.items() if request.language in known}
    yield _page(request, LANGUAGES, "home", max(in_language.values(), default=None))
    for code, changed in sorted(in_language.items()):
        yield _page(request, tuple(changes[code]), "release", changed, code=code)


def _changes() -> dict[str, dict[str, datetime]]:
    """When each public release last changed, by code and by language."""
    found: dict[str, dict[str, datetime]] = defaultdict(dict)
    for language in LANGUAGES:
        for code, appears in current_texts(language).values_list("version__release__code", "appears"):
            if appears is not None:
                found[code][language] = appears
    return found


def _page(
    request: EditionRequest, languages: tuple[str, ...], route: str, changed: datetime | None, **more: str
) -> Page:
    others = {
        language: request.build_absolute_uri(
            address_of(f"pressroom:{route}", language=language, edition=request.edition.code, **more)
        )
        for language in languages
    }
    return Page(others[request.language], others, changed)
