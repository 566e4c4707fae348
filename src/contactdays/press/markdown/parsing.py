"""From Markdown to blocks."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from contactdays.press.characters import readable
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

DEEPEST = 20
_ADDRESS = re.compile(r"(?:https?://[^/]|mailto:.|tel:.)[^\x00-\x20\x7f<>\"'`\\]*", re.IGNORECASE)
LONGEST_ADDRESS = 2000


def blocks_of(body: str) -> tuple[Block, ...]:
    """The blocks of ``body``. Code, raw HTML and pictures are what their words say, headings begin at level 2."""
    blocks = tuple(_blocks(SyntaxTreeNode(_parser().parse(body)), inner=False))
    return tuple(_levelled(blocks))


def _parser() -> MarkdownIt:
    """CommonMark without code blocks. It never judges an address, so that we do when it has been made one."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).disable(["code", "fence"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _levelled(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """``blocks`` with headings of levels 2 and 3 in order: the author's highest is 2, and 3 only follows 2."""
    highest = min((block.level for block in blocks if isinstance(block, Heading)), default=0)
    for block in blocks:
        yield Heading(2 if block.level == highest else 3, block.inside) if isinstance(block, Heading) else block


def _blocks(node: SyntaxTreeNode, *, inner: bool) -> Iterator[Block]:
    for child in node.children:
        block = _block(child, inner=inner)
        if block is not None:
            yield block


def _block(node: SyntaxTreeNode, *, inner: bool) -> Block | None:
    """The block of ``node``; None when there is nothing in it. A heading inside a list or quotation is strong."""
    match node.type:
        case "hr":
            return Rule()
        case "bullet_list" | "ordered_list":
            return _items(node)
        case "blockquote":
            blocks = tuple(_blocks(node, inner=True))
            return Quotation(blocks) if blocks else None
    inside = _inlines(node)
    if not inside:
        return None
    if node.type == "heading":
        return Paragraph((Strong(inside),)) if inner else Heading(int(node.tag[1]), inside)
    return Paragraph(inside)


def _items(node: SyntaxTreeNode) -> Items | None:
    items = tuple(filter(None, (tuple(_blocks(item, inner=True)) for item in node.children)))
    start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    return Items(start, items) if items else None


def _inlines(node: SyntaxTreeNode) -> tuple[Inline, ...]:
    """What stands in ``node``, without white space at its ends; empty when no word does."""
    inside = _trimmed([inline for child in node.children for inline in _inside(child)])
    return inside if has_words(inside) else ()


def has_words(inside: tuple[Inline, ...]) -> bool:
    """Whether anything in ``inside`` can be read."""
    return any(
        bool(each.text.strip()) if isinstance(each, Words) else not isinstance(each, Break) and has_words(each.inside)
        for each in inside
    )


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Words) and isinstance(last, Words):
            joined[-1] = Words(last.text + inline.text)
        elif inline != Words(""):
            joined.append(inline)
    return tuple(joined)


def _inside(node: SyntaxTreeNode) -> list[Inline]:
    children = [inline for child in node.children for inline in _inside(child)]
    match node.type:
        case "strong":
            return _marked(Strong, children)
        case "em":
            return _marked(Emphasis, children)
        case "link":
            return _link(node, children)
        case "inline":
            return children
        case "softbreak":
            return [Words(" ")]
        case "hardbreak":
            return [Break()]
        case "image":
            return children if children else [Words(readable(node.content))]
    return [Words(readable(node.content))]


def _marked(mark: type[Strong] | type[Emphasis], children: list[Inline]) -> list[Inline]:
    inside = _trimmed(children)
    return [mark(inside)] if has_words(inside) else children


def _link(node: SyntaxTreeNode, children: list[Inline]) -> list[Inline]:
    """The link, or only its words when it leads where no link of a release leads."""
    address, inside = str(node.attrs.get("href", "")), _trimmed(children)
    leads = len(address) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(address)
    return [Link(address, inside)] if leads and has_words(inside) else children
