"""The one Typst compiler of a process, and the PDFs it makes."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal, cast

import typst

from contactdays.typesetting.errors import TypesettingFailed

PACKAGE = Path(__file__).resolve().parent.parent
FONTS = Path(__file__).resolve().parent / "fonts"

# Typst quotes the character as Rust would: "ש" or, when it cannot be printed, "\u{378}".
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed|disallowed codepoint `"(.+?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_PAGES = re.compile(rb"<</Type/Pages/Count (\d+)/")
_one_at_a_time = Lock()

Standard = Literal["ua-1", "a-2a"]


@dataclass(frozen=True, slots=True)
class Typeset:
    """A tagged PDF, and the characters that no vendored font could show.

    Without ``missing`` the file was produced under Typst's checks of the standards asked for and declares them.
    With it the file still carries its tags, title and language, shows a box for each such character and makes no claim.
    """

    pdf: bytes
    missing: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages it has: Typst writes the root of their tree first, and never packs it."""
        counted = _PAGES.search(self.pdf)
        if counted is None:
            raise TypesettingFailed(template="", diagnostic="a PDF without a tree of pages")
        return int(counted[1])


def compile_pdf(
    template: Path,
    values: Mapping[str, Any],
    *,
    language: str,
    timestamp: datetime,
    standards: Sequence[Standard] = ("ua-1",),
) -> Typeset:
    """Set ``values`` in ``template``, a Typst file inside the package, as a PDF that keeps ``standards``.

    The template finds ``values`` as JSON, and ``language`` (ISO 639), through ``/typesetting/parts.typ``.
    ``timestamp`` is aware and becomes the date of the file: equal arguments give equal bytes.
    Raise ``TypesettingFailed`` when the template itself is at fault.
    """
    if timestamp.tzinfo is None:
        raise TypesettingFailed(template=template.name, diagnostic="timestamp without time zone")
    inputs = {"values": json.dumps(values), "language": language}
    seconds = int(timestamp.timestamp())
    try:
        return Typeset(_compile(template, inputs, seconds, standards))
    except typst.TypstError as error:
        missing = tuple(dict.fromkeys(_unshown(error.diagnostic)))
        if not missing:
            raise TypesettingFailed(template=template.name, diagnostic=error.diagnostic) from error
        return Typeset(_compile(template, inputs, seconds, ()), missing)


def font_families() -> list[str]:
    """Names of the vendored families, the only ones a document can use."""
    return _fonts().families()


def _compile(template: Path, inputs: dict[str, str], seconds: int, standards: Sequence[Standard]) -> bytes:
    with _one_at_a_time:
        pdf = _compiler().compile(
            input=str(template), format="pdf", sys_inputs=inputs, pdf_standards=list(standards), timestamp=seconds
        )
    return cast(bytes, pdf)


def _unshown(diagnostic: str) -> Iterator[str]:
    for shown, disallowed in _UNSHOWN.findall(diagnostic):
        yield _ESCAPE.sub(lambda code: chr(int(code[1], 16)), shown or disallowed)


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(root=str(PACKAGE), font_paths=_fonts())


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
