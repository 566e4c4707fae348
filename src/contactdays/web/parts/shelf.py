"""The static files, read once into memory, under names that change with their contents.

A hashed name can be kept for ever by whoever fetched it; nothing has to be collected before the installation starts.
"""

import hashlib
import mimetypes
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import StaticFilesStorage

from contactdays.web.parts.packing import Packed, pack

_REFERENCE = re.compile(rb"url\(([^)'\"#:]+)\)")
_TYPES = {".woff2": "font/woff2", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """``hashed`` gives the hashed name of each file; ``files`` holds the contents under both names."""

    hashed: Mapping[str, str]
    files: Mapping[str, Packed]


class HashedNames(StaticFilesStorage):
    """What ``{% static %}`` asks for the address of a file."""

    def url(self, name: str | None, force: bool = False) -> str:
        """The address under the hashed name; raise ``ValueError`` for a file that is not there."""
        hashed = shelf().hashed.get(name or "")
        if hashed is None:
            raise ValueError(f"There is no static file {name}.")
        return super().url(hashed)


@cache
def shelf() -> Shelf:
    """Every static file there is; read at the first call."""
    contents = dict(_found())
    names = {name: hashed_name(name, content) for name, content in contents.items() if not name.endswith(".css")}
    for name in contents.keys() - names.keys():
        contents[name] = with_hashed_references(name, contents[name], names)
    hashed = names | {name: hashed_name(name, contents[name]) for name in contents.keys() - names.keys()}
    packed = {name: pack(content, _type_of(name)) for name, content in contents.items()}
    return Shelf(hashed, packed | {hashed[name]: packed[name] for name in packed})


def _found() -> Iterator[tuple[str, bytes]]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            with storage.open(name) as opened:
                yield name, opened.read()


def hashed_name(name: str, content: bytes) -> str:
    """``base.css`` as ``base.3f1a9c0b7d21.css``."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{hashlib.sha256(content).hexdigest()[:12]}{path.suffix}"))


def with_hashed_references(name: str, content: bytes, hashed: Mapping[str, str]) -> bytes:
    """A style sheet whose relative ``url(…)`` lead to hashed names; raise ``ValueError`` where one leads nowhere."""
    folder = posixpath.dirname(name)

    def replaced(reference: re.Match[bytes]) -> bytes:
        target = posixpath.normpath(posixpath.join(folder, reference[1].decode().strip()))
        if target not in hashed:
            raise ValueError(f"{name} refers to {target}, which is not there.")
        return f"url({posixpath.relpath(hashed[target], folder or '.')})".encode()

    return _REFERENCE.sub(replaced, content)


def _type_of(name: str) -> str:
    guessed = _TYPES.get(PurePosixPath(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") or guessed.endswith("javascript") else guessed
