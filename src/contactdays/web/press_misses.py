"""Whoever guesses addresses of the press room is noticed, wherever the guess came to nothing."""

import re
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import LANGUAGES
from contactdays.editions.queries import edition_by_code
from contactdays.press.services.misses import note_miss

_PRESS_ROOM = re.compile(rf"^/(?:{'|'.join(LANGUAGES)})/([a-z0-9-]+)/press/")
_NOWHERE = "unknown"


class PressMisses:
    """Stands outside everything that answers, so that every 404 below the press room counts, whatever its cause."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 404 and request.method in ("GET", "HEAD"):
            address = _PRESS_ROOM.match(request.path_info)
            edition = edition_by_code(address[1]) if address else None
            if edition is not None:
                with edition_scope(edition):
                    note_miss(edition, network_of(request), clock.now())
        return response


def network_of(request: HttpRequest) -> str:
    """The network a request comes from: /24 of IPv4, /48 of IPv6.

    Behind a proxy of ours, and only there, that is the last address it added; a visitor can write the others.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    address = _read(forwarded.rsplit(",", 1)[-1]) or _read(request.META.get("REMOTE_ADDR", ""))
    if address is None:
        return _NOWHERE
    return str(ip_network(f"{address}/{24 if address.version == 4 else 48}", strict=False))


def _read(written: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(written.strip().partition("%")[0])
    except ValueError:
        return None  # a socket of the machine itself, or a header that a visitor made up
    return (getattr(address, "ipv4_mapped", None) or address) if address.version == 6 else address
