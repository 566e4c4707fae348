"""Markup that is repeated many times on a page, cut once from its template and then filled.

A template rendered three hundred times does three hundred times what differs in a few words only. A stencil is the
template rendered once for each ``shape`` (what its conditions ask) with marks where the words go.
"""

from functools import lru_cache
from typing import TypeAlias

from django.template.loader import render_to_string
from django.utils.translation import get_language

Shape: TypeAlias = tuple[tuple[str, str | bool], ...]
_OPEN, _CLOSE = "\ue000", "\ue001"  # for private use: no text of ours holds them, and no escaping touches them


def stencil(template: str, shape: Shape, blanks: tuple[str, ...]) -> str:
    """``template`` in the active language as a ``%`` format whose names are the ``blanks``.

    The template must print each blank as it is given, without a filter: what it is filled with is escaped already.
    """
    return _cut(template, get_language() or "en", shape, blanks)


@lru_cache(maxsize=2048)
def _cut(template: str, language: str, shape: Shape, blanks: tuple[str, ...]) -> str:
    marks = {blank: f"{_OPEN}{blank}{_CLOSE}" for blank in blanks}
    markup = render_to_string(template, {**dict(shape), **marks}).strip().replace("%", "%%")
    for blank, mark in marks.items():
        markup = markup.replace(mark, f"%({blank})s")
    return markup
