"""Addresses of pages: ``/<language>/<edition>/…``."""

from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from contactdays.web.parts.requests import EditionRequest


def address_of(route: str, *, language: str, edition: str, **more: object) -> str:
    """The address of ``route`` (``public:front``) in a language of an edition."""
    return reverse(route, kwargs={"language": language, "edition": edition, **more})


def address_in(request: EditionRequest, route: str, **more: object) -> str:
    """The address of ``route`` in the language and edition of ``request``."""
    return address_of(route, language=request.language, edition=request.edition.code, **more)


def same_page_in(request: HttpRequest, language: str) -> str:
    """The address that ``request``, of an edition's page, has in another language."""
    return f"/{language}{request.get_full_path()[3:]}"


def with_next(address: str, onward: str) -> str:
    """``address``, which afterwards leads to ``onward``."""
    return f"{address}?{urlencode({'next': onward})}"


def safe_next(request: EditionRequest) -> str | None:
    """Where a form or address asks to be led to afterwards; None unless that is a page of this edition."""
    onward = request.POST.get("next") or request.GET.get("next") or ""
    if not url_has_allowed_host_and_scheme(onward, allowed_hosts=None):
        return None
    parts = urlsplit(onward).path.split("/")
    return onward if len(parts) > 3 and parts[0] == "" and parts[2] == request.edition.code else None
