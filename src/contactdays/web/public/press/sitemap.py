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

Changes = dict[str, dict[str, datetime]]


@require_safe
def sitemap(request: EditionRequest) -> HttpResponse:
    """The addresses below this one's folder: what the protocol lets a sitemap name."""
    return HttpResponse(sitemap_of(_pages(request)), content_type="application/xml; charset=utf-8")


def _pages(request: EditionRequest) -> Iterator[Page]:
    releases, themes = _known()
    here = {code: known[request.language] for code, known in releases.items() if request.language in known}
    latest = max(here.values(), default=None)
    yield _page(request, LANGUAGES, "home", latest)
    yield _page(request, LANGUAGES, "archive", latest)
    for code, changed in sorted(here.items()):
        yield _page(request, tuple(releases[code]), "release", changed, code=code)
    for theme, known in sorted(themes.items()):
        if request.language in known:
            yield _page(request, tuple(known), "theme", known[request.language], theme=theme)


def _known() -> tuple[Changes, Changes]:
    """When each public release, and each theme, last changed: by code and by language."""
    releases: Changes = defaultdict(dict)
    themes: Changes = defaultdict(dict)
    columns = "version__release__code", "version__release__theme__code", "appears"
    for language in LANGUAGES:
        for code, theme, appears in current_texts(language).values_list(*columns):
            releases[code][language] = appears
            themes[theme].setdefault(language, appears)
    return releases, themes


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
