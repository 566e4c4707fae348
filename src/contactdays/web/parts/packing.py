"""Answers that are the same for everyone: packed once, sent plain or gzipped, or not at all when they are known.

Nothing secret may stand in them: a compressed answer tells by its length what it holds (BREACH).
"""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

_ALREADY_SMALL = (
    "font/",
    "image/png",
    "image/jpeg",
    "image/webp",
    "application/pdf",
    "application/zip",
    "application/vnd.openxmlformats",
)


@dataclass(frozen=True, slots=True)
class Packed:
    """Content as it is, gzipped where that is smaller, and its weak validator, the same for both."""

    content_type: str
    plain: bytes
    gzipped: bytes | None
    etag: str


def pack(content: bytes, content_type: str) -> Packed:
    """``content`` ready to be sent; the same content packs into the same bytes."""
    small = content_type.startswith(_ALREADY_SMALL)
    gzipped = None if small else gzip.compress(content, 9, mtime=0)
    smaller = gzipped if gzipped is not None and len(gzipped) < len(content) else None
    return Packed(content_type, content, smaller, f'W/"{hashlib.sha256(content).hexdigest()[:20]}"')


def answer(request: HttpRequest, packed: Packed, headers: Mapping[str, str]) -> HttpResponse:
    """200 in the coding that the request accepts, or 304 where it names the validator; ``headers`` on both."""
    known = request.META.get("HTTP_IF_NONE_MATCH")
    if known and _knows(known, packed.etag):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = _whole(request, packed)
    for name, value in headers.items():
        response.headers[name] = value
    response.headers["ETag"] = packed.etag
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _whole(request: HttpRequest, packed: Packed) -> HttpResponse:
    zipped = packed.gzipped is not None and accepts_gzip(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    content = packed.gzipped if zipped else packed.plain
    response = HttpResponse(content, content_type=packed.content_type)
    response.headers["Content-Length"] = str(len(content or b""))
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _knows(known: str, etag: str) -> bool:
    """Whether ``If-None-Match`` names ``etag``, by the weak comparison of RFC 9110, 13.1.2."""
    given = parse_etags(known)
    return given == ["*"] or etag.removeprefix("W/") in {each.removeprefix("W/") for each in given}


@lru_cache(maxsize=256)
def accepts_gzip(accepted: str) -> bool:
    """Whether ``Accept-Encoding`` admits gzip: named, or by ``*``, and not with a weight of nought."""
    weights = dict(map(_weight, filter(None, (each.strip() for each in accepted.lower().split(",")))))
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def _weight(coding: str) -> tuple[str, float]:
    name, _, parameters = coding.partition(";")
    weight = parameters.strip().removeprefix("q=")
    try:
        return name.strip(), float(weight) if weight else 1.0
    except ValueError:
        return name.strip(), 0.0  # a weight that cannot be read asks for nothing
