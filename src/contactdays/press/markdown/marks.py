"""From the tokens of one line of text to what stands in it."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from markdown_it.token import Token

from contactdays.press.characters import readable
from contactdays.press.markdown.blocks import Break, Emphasis, Inline, Link, Strong, Words

LONGEST_ADDRESS = 2000
_ADDRESS = re.compile(r"(?:https?://[^/]|mailto:.|tel:.)[^\x00-\x20\x7f<>\"'`\\]*", re.IGNORECASE)

Mark = type[Strong] | type[Emphasis] | str
_MARKS: dict[str, Mark] = {"strong_open": Strong, "em_open": Emphasis}


def inlines_of(tokens: Iterable[Token]) -> tuple[Inline, ...]:
    """What ``tokens`` say. A mark inside its like adds nothing, so nothing is deeper than three."""
    open_marks: list[Mark | None] = []
    levels: list[list[Inline]] = [[]]
    for token in tokens:
        if token.nesting > 0:
            mark = _mark(token, open_marks)
            open_marks.append(mark)
            if mark is not None:
                levels.append([])
        elif token.nesting == 0:
            levels[-1].append(_words(token))
        elif (mark := open_marks.pop()) is not None:
            inside = _joined(levels.pop())
            levels[-1].extend(_marked(mark, inside))
    return _joined(levels[0])


def has_words(inside: Iterable[Inline]) -> bool:
    """Whether anything in ``inside`` can be read."""
    return any(
        bool(each.text.strip()) if isinstance(each, Words) else not isinstance(each, Break) and has_words(each.inside)
        for each in inside
    )


def _mark(token: Token, around: Sequence[Mark | None]) -> Mark | None:
    """The mark that ``token`` opens; None for one that changes nothing, or a link to where no release leads."""
    if token.type == "link_open":
        address = str(token.attrs.get("href", ""))
        return address if len(address) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(address) else None
    mark = _MARKS.get(token.type)
    return None if mark in around else mark


def _marked(mark: Mark, inside: tuple[Inline, ...]) -> Sequence[Inline]:
    """``inside`` with its mark, or without when nothing in it can be read."""
    if not has_words(inside):
        return inside
    return (Link(mark, inside) if isinstance(mark, str) else mark(inside),)


def _words(token: Token) -> Inline:
    """One token that holds no others; a picture is its alternative text."""
    if token.type == "hardbreak":
        return Break()
    if token.type == "image":
        return Words(readable("".join(_read(each) for each in token.children or [])))
    return Words(readable(_read(token)))


def _read(token: Token) -> str:
    return " " if token.type == "softbreak" else token.content


def _joined(inside: Iterable[Inline]) -> tuple[Inline, ...]:
    """``inside`` with neighbouring words as one."""
    joined: list[Inline] = []
    for are_words, group in groupby(inside, key=lambda inline: isinstance(inline, Words)):
        if not are_words:
            joined.extend(group)
        elif text := "".join(each.text for each in group if isinstance(each, Words)):
            joined.append(Words(text))
    return tuple(joined)
