"""The calendar behind a secret address: no cookie, no sign-in; the address is the right to read it."""

import hashlib

from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from contactdays.agendas.ical import to_ical
from contactdays.agendas.models import Feed
from contactdays.agendas.queries import agenda_of, feed_by_secret
from contactdays.agendas.services import touch_feed
from contactdays.web.parts.requests import EditionRequest


@require_safe
def feed(request: EditionRequest, secret: str) -> HttpResponse:
    """The week as iCalendar, or 304 when the program already has it; 404 for an unknown or revoked address."""
    found = feed_by_secret(secret)
    if found is None:
        raise Http404
    touch_feed(found)
    content = _content(found, request.language)
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _content(found: Feed, language: str) -> bytes:
    """The calendar; before the first publication there is none to give, and the program may come back."""
    agenda = agenda_of(found.participant, language, all_cancelled=True)
    if agenda is None:
        raise Http404
    return to_ical(agenda, busy_only=found.busy_only, uid_key=found.secret_hash.encode())
