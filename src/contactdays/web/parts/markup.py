"""The one place where something is declared to be markup. Everything else on a page is escaped by its template.

Reviewed as a whole: each function says why nothing from outside can become markup through it.
"""

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def filled(stencil: str, words: Mapping[str, object]) -> SafeString:
    """``stencil``, cut from a template of ours, with ``words``, escaped here, in its blanks."""
    return mark_safe(stencil % {blank: escape(str(word)) for blank, word in words.items()})  # noqa: S308  escaped here


def joined(parts: Iterable[SafeString], between: str = "") -> SafeString:
    """Markup after markup; ``between`` is ours. A part that is no markup raises ``TypeError``."""
    listed = list(parts)
    if not all(isinstance(part, SafeString) for part in listed):
        raise TypeError("only markup is joined to markup")
    return mark_safe(between.join(listed))  # noqa: S308  each part is markup already


def data_block(content: Mapping[str, Any]) -> SafeString:
    """``content`` as JSON that cannot end the block of data it stands in."""
    words = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(words.translate(_UNSAFE))  # noqa: S308  no character that begins markup is left


def drawing(svg: str) -> SafeString:
    """A drawing that a library of ours made from data; nobody's words stand in it."""
    return mark_safe(svg)  # noqa: S308  a drawing of squares


def release_markup(html_from_nh3: str) -> SafeString:
    """The body of a release as ``press.markdown`` gives it. Two walls stand before this line: the HTML is written from
    parsed values, every word escaped; then nh3 let through its dozen tags, and links to the web, mail and telephone.
    """
    return mark_safe(html_from_nh3)  # noqa: S308  written from escaped words, then cleaned against an allowlist
