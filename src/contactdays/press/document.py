"""A release as the document a ministry puts its name to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext, override

from contactdays.press.characters import readable
from contactdays.press.formats import day_of, embargo_of, time_of
from contactdays.press.markdown.blocks import (
    Block,
    Break,
    Emphasis,
    Heading,
    Inline,
    Items,
    Link,
    Paragraph,
    Quotation,
    Rule,
    Strong,
    Words,
)
from contactdays.press.markdown.placing import Spoken, placed
from contactdays.press.quoting import quoted
from contactdays.press.release_text import Contact, Issuer, ReleaseText
from contactdays.typesetting.compiler import Standard, compile_pdf
from contactdays.typesetting.texts import set_text

TEMPLATE = Path(__file__).with_name("release.typ")
STANDARDS: tuple[Standard, ...] = ("ua-1", "a-2a")
LONG_QUOTE = 1000  # letters; a longer one may continue on the next page
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a text corrects, in its own language, and since when by the clock of its edition."""

    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Document:
    """A tagged PDF of so many ``pages``, and the characters that no vendored font has."""

    pdf: bytes
    pages: int
    missing: tuple[str, ...] = ()


def release_document(
    text: ReleaseText, *, dated: datetime, with_embargo: bool = False, correction: Correction | None = None
) -> Document:
    """``text`` as PDF/UA-1 and PDF/A-2a, dated with the aware instant ``dated``: equal arguments give equal bytes.

    ``with_embargo``: its embargo stands above it, for readers who may have it earlier. ``correction``: what it changes
    stands before the text.
    """
    with override(text.lang):
        values = release_values(text, with_embargo=with_embargo, correction=correction)
    made = compile_pdf(TEMPLATE, values, language=text.lang, timestamp=dated, standards=STANDARDS)
    return Document(made.pdf, made.pages, made.missing)


def release_values(text: ReleaseText, *, with_embargo: bool, correction: Correction | None = None) -> Values:
    """What ``release.typ`` is given: every word in its place, in the language Django has active."""
    parts = placed(text)
    title = readable(text.title)
    return {
        "title": title,
        "headline": set_text(title),
        "kind": gettext("Press release"),
        "embargo": embargo_of(text.embargo, text.lang) if with_embargo and text.embargo else None,
        "dateline": set_text(f"{readable(text.place)}, {day_of(text.date, text.lang)}"),
        "correction": _correction(correction, text.lang) if correction else None,
        "before": [_block(block) for block in parts.before],
        "lead": _inlines(parts.lead.inside) if parts.lead else None,
        "theme": set_text(gettext("Theme: %(theme)s") % {"theme": " ".join(quoted(text.theme, text.lang))}),
        "after": [_block(block) for block in parts.after],
        "labels": {
            "journalists": gettext("For journalists"),
            "line": gettext("The spokespersons named below answer journalists’ questions."),
            "issuer": gettext("Issued by"),
            "spokespersons": gettext("Spokespersons"),
        },
        "issuer": _issuer(text.issuer),
        "spokespersons": [_contact(each) for each in text.spokespersons],
        "copyright": set_text(f"© {text.date.year} - {readable(text.site)}"),
    }


def _correction(correction: Correction, language: str) -> Values:
    moment = f"{day_of(correction.at.date(), language)}, {time_of(correction.at, language)}"
    said = gettext("Corrected on %(moment)s.") % {"moment": moment}
    return {"said": set_text(said), "note": set_text(" ".join(readable(correction.note).split()))}


def _issuer(issuer: Issuer) -> list[Any]:
    address = ", ".join((issuer.street, issuer.postal_city, issuer.country))
    return _details(issuer.name, "", [_line(address)], [_line(issuer.phone, "tel:"), _site(issuer.url)])


def _contact(contact: Contact) -> list[Any]:
    told = ((contact.phone, "tel:"), (contact.mobile, "tel:"), (contact.email, "mailto:"))
    return _details(contact.name, f", {contact.role}", [_line(words, scheme) for words, scheme in told if words])


def _details(name: str, beside: str, *lines: list[Values]) -> list[Any]:
    return [set_text(readable(name)), set_text(readable(beside)), *filter(None, lines)]


def _line(words: str, scheme: str = "") -> Values:
    address = scheme + (re.sub(r"[^+0-9]", "", words) if scheme == "tel:" else words) if scheme else None
    return {"words": set_text(readable(words)), "address": address}


def _site(url: str) -> Values:
    address = url if url.lower().startswith(("http://", "https://")) else f"https://{url}"
    return {"words": set_text(readable(url)), "address": address}


def _block(block: Block | Spoken) -> Values:
    match block:
        case Paragraph(inside):
            return {"kind": "paragraph", "inside": _inlines(inside)}
        case Heading(level, inside):
            return {"kind": "heading", "level": level, "inside": _inlines(inside)}
        case Items(start, items):
            return {"kind": "items", "start": start, "items": [[_block(each) for each in item] for item in items]}
        case Quotation(inside):
            return {"kind": "quotation", "inside": [_block(each) for each in inside]}
        case Spoken(paragraphs, name, role):
            return {
                "kind": "spoken",
                "paragraphs": [set_text(each) for each in paragraphs],
                "name": set_text(name),
                "role": set_text(role),
                "long": sum(map(len, paragraphs)) > LONG_QUOTE,
            }
        case Rule():
            return {"kind": "rule"}


def _inlines(inside: Iterable[Inline]) -> list[Values]:
    return [_inline(inline) for inline in inside]


def _inline(inline: Inline) -> Values:
    match inline:
        case Words(text):
            return {"kind": "words", "text": set_text(text)}
        case Strong(inside):
            return {"kind": "strong", "inside": _inlines(inside)}
        case Emphasis(inside):
            return {"kind": "emphasis", "inside": _inlines(inside)}
        case Link(address, inside):
            return {"kind": "link", "address": address, "inside": _inlines(inside)}
        case Break():
            return {"kind": "break"}
