"""The few addresses that belong to no edition."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import override

from contactdays.core.text import LANGUAGES
from contactdays.editions.queries import edition_codes, latest_edition
from contactdays.web.parts.addresses import address_of
from contactdays.web.parts.languages import preferred_language
from contactdays.web.parts.sitemaps import sitemap_index

_PERSONAL_PATHS = ("agenda", "calendar", "organiser", "press-office", "account")


def door(request: HttpRequest) -> HttpResponse:
    """Lead to the latest edition in the visitor's language; say so where there is no edition yet."""
    edition = latest_edition()
    language = preferred_language(request, edition.default_language if edition else "en")
    response = (
        redirect(address_of("public:front", language=language, edition=edition.code))
        if edition
        else _nothing_yet(request, language)
    )
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _nothing_yet(request: HttpRequest, language: str) -> HttpResponse:
    with override(language):
        response = render(request, "errors/no_edition.html", status=404)
    response.headers["Content-Language"] = language
    return response


def health(request: HttpRequest) -> HttpResponse:
    """``200 ok`` as long as the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


def robots(request: HttpRequest) -> HttpResponse:
    """Search engines find the public pages and leave the others alone."""
    lines = ["User-agent: *", *(f"Disallow: /*/*/{path}/" for path in _PERSONAL_PATHS)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('site:sitemap'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def sitemap(request: HttpRequest) -> HttpResponse:
    """Where the sitemap of the press room of each edition is, in each language."""
    addresses = (
        request.build_absolute_uri(address_of("pressroom:sitemap", language=language, edition=edition))
        for edition in edition_codes()
        for language in LANGUAGES
    )
    return HttpResponse(sitemap_index(addresses), content_type="application/xml; charset=utf-8")
