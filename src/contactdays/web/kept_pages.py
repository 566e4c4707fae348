"""Public pages of an edition, rendered once and kept, whole, until something they show may have changed.

The key of a page says everything it depends on: where it was asked (host, address and language), which plan is
published, the latest recorded change, and the last instant at which what is on changed. A page is rendered without the
visitor's cookies, so that it cannot know who asks.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.editions.queries import edition_by_code
from contactdays.planning.public_programme import PublishedState, public_boundaries, published_state
from contactdays.press.queries.public import press_boundaries
from contactdays.web.middleware import ADDRESS
from contactdays.web.parts.packing import Packed, answer, pack
from contactdays.web.policy import Audience, audience_of

LONGEST = 60
"""Seconds for which a browser may show a page without asking: a new plan can be published at any moment."""
LARGEST = 300_000
"""Bytes of content beyond which an answer is made anew each time: files would drive the pages out of memory."""
_OURS = {"content-type", "content-length", "content-encoding", "etag", "vary", "cache-control"}


@dataclass(frozen=True, slots=True)
class KeptPage:
    packed: Packed
    headers: dict[str, str]


class KeptPages:
    """Stands outside sessions and accounts. Only whole pages (200, no cookie, no query, not too large) are kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.public: dict[str, bool] = {}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address = ADDRESS.match(request.path_info)
        if address is None or request.method not in ("GET", "HEAD") or not self._is_public(request.path_info):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        state = None if request.META.get("QUERY_STRING") else published_state(address[2])
        return self._asked(request) if state is None else self._kept(request, address[2], state)

    def _asked(self, request: HttpRequest) -> HttpResponse:
        """What was made for one question, or of no edition: nobody keeps it without asking again."""
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    def _is_public(self, path: str) -> bool:
        known = self.public.get(path)
        if known is None:
            known = _leads_to_everyone(path)
            if len(self.public) < 10_000:
                self.public[path] = known
        return known

    def _kept(self, request: HttpRequest, code: str, state: PublishedState) -> HttpResponse:
        now, boundaries = clock.now(), boundaries_of(code, state)
        passed = bisect_right(boundaries, now)
        key = _key(request.scheme, request.get_host(), request.path_info, state, passed)
        kept = caches["pages"].get(key)
        if kept is None:
            response = self.get_response(request)
            if response.status_code != 200 or response.cookies or response.streaming:
                return response
            kept = _keep(response)
            if len(response.content) <= LARGEST:
                caches["pages"].set(key, kept)
        seconds = seconds_to_keep(now, boundaries[passed] if passed < len(boundaries) else None)
        return answer(request, kept.packed, {**kept.headers, "Cache-Control": f"public, max-age={seconds}"})


def _leads_to_everyone(path: str) -> bool:
    try:
        return audience_of(resolve(path).view_name) is Audience.PUBLIC
    except Resolver404:
        return False


def _keep(response: HttpResponse) -> KeptPage:
    headers = {name: value for name, value in response.headers.items() if name.lower() not in _OURS}
    return KeptPage(pack(response.content, response.headers["Content-Type"]), headers)


def _key(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def boundaries_of(code: str, state: PublishedState) -> tuple[datetime, ...]:
    """When what is on changes in the edition with this code, read once for each state of it."""
    key = _key("boundaries", state)
    found: tuple[datetime, ...] | None = caches["pages"].get(key)
    if found is None:
        edition = edition_by_code(code)
        if edition is None:
            return ()
        with edition_scope(edition):
            found = tuple(sorted({*public_boundaries(edition), *press_boundaries(edition)}))
        caches["pages"].set(key, found)
    return found


def seconds_to_keep(now: datetime, boundary: datetime | None) -> int:
    """How long from ``now`` a page may be shown without asking: never past the next ``boundary``."""
    left = LONGEST if boundary is None else int((boundary - now).total_seconds())
    return max(0, min(LONGEST, left))
