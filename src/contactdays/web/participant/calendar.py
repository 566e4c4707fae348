"""Calendar addresses: opened by their owner, shown once, listed, revoked."""

from dataclasses import dataclass
from datetime import datetime

import segno
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from contactdays.agendas.models import Feed
from contactdays.agendas.queries import feeds_of
from contactdays.agendas.services import open_feed, revoke_feed
from contactdays.web.parts.addresses import address_in, address_of
from contactdays.web.parts.markup import drawing
from contactdays.web.parts.requests import EditionRequest


@dataclass(frozen=True, slots=True)
class OpenAddress:
    """An address in use, without its secret, which nobody knows any more. Times are local."""

    pk: int
    busy_only: bool
    created: datetime
    last_used: datetime | None


@dataclass(frozen=True, slots=True)
class NewAddress:
    """An address as it is shown once: to subscribe with a touch, to copy, and as a QR code (inline SVG) for a phone."""

    subscribe: str
    copy: str
    code: SafeString
    busy_only: bool


def show(request: EditionRequest) -> HttpResponse:
    return _page(request)


@require_POST
def open_address(request: EditionRequest) -> HttpResponse:
    """Open a new address and show it: this answer is the only place where its secret is ever told."""
    busy_only = request.POST.get("contents") == "busy"
    _feed, secret = open_feed(request.participant, busy_only=busy_only, actor=request.user)
    return _page(request, _new_address(request, secret, busy_only))


@require_POST
def revoke(request: EditionRequest, feed: int) -> HttpResponse:
    """Close an address of one's own; anybody else's is not there."""
    found = Feed.objects.filter(participant=request.participant, pk=feed).first()
    if found is None:
        raise Http404
    revoke_feed(found, actor=request.user)
    return redirect(address_in(request, "participant:calendar"))


def _page(request: EditionRequest, new: NewAddress | None = None) -> HttpResponse:
    zone = request.edition.zone
    addresses = [
        OpenAddress(
            feed.pk,
            feed.busy_only,
            feed.created.astimezone(zone),
            feed.last_used.astimezone(zone) if feed.last_used else None,
        )
        for feed in feeds_of(request.participant)
    ]
    return render(request, "participant/calendar.html", {"addresses": addresses, "new": new})


def _new_address(request: EditionRequest, secret: str, busy_only: bool) -> NewAddress:
    path = address_of("calendar:feed", language=request.language, edition=request.edition.code, secret=secret)
    address = request.build_absolute_uri(path)
    subscribe = f"webcal://{address.split('://', 1)[1]}"
    return NewAddress(subscribe, address, qr_code(subscribe), busy_only)


def qr_code(address: str) -> SafeString:
    """``address`` as a QR code, dark on light whatever the page's colours, sized by its class ``qr``."""
    code = segno.make(address, error="m", micro=False)
    return drawing(code.svg_inline(svgclass="qr", lineclass=None, omitsize=True, border=4, light="#fff"))
