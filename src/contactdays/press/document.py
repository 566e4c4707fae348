"""A release as the document a ministry puts its name to."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from contactdays.press.release_text import ReleaseText
from contactdays.typesetting.compiler import compile_pdf

TEMPLATE = Path(__file__).with_name("release.typ")


@dataclass(frozen=True, slots=True)
class Document:
    """A tagged PDF of so many ``pages``, and the characters that no vendored font has."""

    pdf: bytes
    pages: int
    missing: tuple[str, ...] = ()


def release_document(text: ReleaseText, *, dated: datetime) -> Document:
    """``text`` as PDF/UA-1 and PDF/A-2a, dated with the aware instant ``dated``: equal arguments give equal bytes."""
    set_in = compile_pdf(TEMPLATE, {"title": text.title, "body": text.body}, language=text.lang, timestamp=dated)
    return Document(set_in.pdf, 1, set_in.missing)
