"""PDF files that journalists may be given: told by their bytes, and looked through for what does things on opening.

The look is for words in the bytes, after undoing the escapes of names and the packing of object streams. It keeps out
what ordinary programs write; it is no proof against a file made to hide. Such files are therefore only ever downloaded.
"""

import re
import zlib

from contactdays.press.errors import UnusableFile

HEADER = re.compile(rb"%PDF-(1\.[0-7]|2\.0)[\r\n \t]")
TRAILER = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF\s*\Z")
AT_TRAILER = re.compile(rb"\s*(xref\b|\d+\s+\d+\s+obj\b)")
ACTIVE = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|XFA|SubmitForm|ImportData|GoToE|Movie|Sound)(?![A-Za-z0-9])"
)
LOCKED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb"stream\r?\n")
OTHER_KINDS = (b"PK\x05\x06", b"<html", b"<script", b"<!doctype")
MOST_UNPACKED = 64_000_000


def is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF-")


def require_harmless(content: bytes) -> None:
    """Raise ``UnusableFile`` unless ``content`` is one whole PDF that is open to all and does nothing by itself."""
    _require_whole(content)
    for part in _readable(content):
        if LOCKED.search(part):
            raise UnusableFile(reason="locked")
        if found := ACTIVE.search(part):
            raise UnusableFile(reason="active", found=found[1].decode())


def _require_whole(content: bytes) -> None:
    trailer = TRAILER.search(content, max(0, len(content) - 1024))
    if not HEADER.match(content) or trailer is None or not AT_TRAILER.match(content, int(trailer[1])):
        raise UnusableFile(reason="damaged")
    edges = content[:4096].lower() + content[-70_000:]
    if any(mark in edges for mark in OTHER_KINDS):
        raise UnusableFile(reason="two-kinds")


def _readable(content: bytes) -> list[bytes]:
    """The file with its names spelt out, and what its object streams hold when it has any."""
    plain = _spelt_out(content)
    if b"/ObjStm" not in plain:
        return [plain]
    return [plain, *map(_spelt_out, _unpacked(content))]


def _spelt_out(part: bytes) -> bytes:
    return ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), part)


def _unpacked(content: bytes) -> list[bytes]:
    parts, left, packed = [], MOST_UNPACKED, 2 * len(content)
    for start in STREAM.finditer(content):
        end = content.find(b"endstream", start.end())
        packed -= (end if end > 0 else len(content)) - start.end()
        if packed <= 0:  # streams within streams: each would be unpacked again and again
            raise UnusableFile(reason="unreadable")
        part = _inflated(content, start.end(), end, left)
        parts.append(part)
        left -= len(part)
        if left <= 0:
            raise UnusableFile(reason="unreadable")
    return parts


def _inflated(content: bytes, start: int, end: int, most: int) -> bytes:
    """What is packed there; nothing when it is packed in another way, as pictures are."""
    if content[start : start + 1] not in (b"\x78", b"\x68", b"\x48", b"\x58"):
        return b""
    try:
        return zlib.decompressobj().decompress(content[start : end if end > 0 else None], most)
    except zlib.error as error:
        raise UnusableFile(reason="damaged") from error
