"""A body as HTML: written from the parsed values, every word escaped, and then let through an allowlist."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import nh3

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
from contactdays.press.release_text import ReleaseText

TAGS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "cite", "b", "strong", "em", "a", "br", "hr"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True, slots=True)
class ReleaseParts:
    """A release for a page that sets its lead apart.

    ``before_html``: what stands before the lead, nearly always empty. ``lead_html``: what stands inside the lead's
    paragraph, without ``<p>``. ``theme``: words, not markup, between the quotation marks of the language.
    ``body_html``: all that follows the lead, quotations in their places.
    """

    before_html: str
    lead_html: str
    theme: str
    body_html: str


def parts_of(text: ReleaseText) -> ReleaseParts:
    """``text``'s body for a page, as HTML that has passed the allowlist."""
    parts = placed(text)
    lead = _inlines(parts.lead.inside) if parts.lead else ""
    theme = " ".join(quoted(text.theme, text.lang))
    return ReleaseParts(_safe(_all(parts.before)), _safe(lead), theme, _safe(_all(parts.after)))


def to_html(text: ReleaseText) -> str:
    """The whole body of ``text``, lead included, as HTML that has passed the allowlist."""
    parts = placed(text)
    lead = [parts.lead] if parts.lead else []
    return _safe(_all([*parts.before, *lead, *parts.after]))


def _safe(written: str) -> str:
    return nh3.clean(
        written, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noreferrer", strip_comments=True
    )


def _all(blocks: Iterable[Block | Spoken]) -> str:
    return "\n".join(_block(block) for block in blocks)


def _block(block: Block | Spoken) -> str:
    match block:
        case Paragraph(inside):
            return f"<p>{_inlines(inside)}</p>"
        case Heading(level, inside):
            return f"<h{level}>{_inlines(inside)}</h{level}>"
        case Items(None, items):
            return f"<ul>{_items(items)}</ul>"
        case Items(start, items):
            return f'<ol start="{start}">{_items(items)}</ol>' if start != 1 else f"<ol>{_items(items)}</ol>"
        case Quotation(inside):
            return f"<blockquote>{_all(inside)}</blockquote>"
        case Spoken(paragraphs, name, role):
            words = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
            return f"<blockquote>{words}<cite><b>{escape(name)}</b>{escape(role)}</cite></blockquote>"
        case Rule():
            return "<hr>"


def _items(items: Iterable[tuple[Block, ...]]) -> str:
    return "".join(f"<li>{_item(item)}</li>" for item in items)


def _item(blocks: tuple[Block, ...]) -> str:
    """An item that begins with its only paragraph needs no ``<p>`` around it."""
    first, *others = blocks
    if isinstance(first, Paragraph) and not any(isinstance(block, Paragraph) for block in others):
        return _inlines(first.inside) + _all(others)
    return _all(blocks)


def _inlines(inside: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in inside)


def _inline(inline: Inline) -> str:
    match inline:
        case Words(text):
            return escape(text)
        case Strong(inside):
            return f"<strong>{_inlines(inside)}</strong>"
        case Emphasis(inside):
            return f"<em>{_inlines(inside)}</em>"
        case Link(address, inside):
            return f'<a href="{escape(address)}">{_inlines(inside)}</a>'
        case Break():
            return "<br>"
