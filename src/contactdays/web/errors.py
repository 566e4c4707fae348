"""The pages of what went wrong, in the language of the address or of the browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from contactdays.web.parts.languages import preferred_language


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "errors/bad_request.html", 400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "errors/not_allowed.html", 403)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was not ours, or too old to be sure of it."""
    return _page(request, "errors/form_refused.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such address, or none that this visitor may know of: the page does not tell which."""
    return _page(request, "errors/not_found.html", 404)


def broken(request: HttpRequest) -> HttpResponse:
    return _page(request, "errors/broken.html", 500)


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    language = getattr(request, "language", None) or preferred_language(request, "en")
    with override(language):
        response = render(request, template, status=status)
    response.headers["Content-Language"] = language
    response.headers["Cache-Control"] = "no-store"
    return response
