"""From Markdown to blocks."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from contactdays.press.markdown.blocks import (
    Block,
    Heading,
    Inline,
    Items,
    Paragraph,
    Quotation,
    Rule,
    Strong,
)
from contactdays.press.markdown.marks import has_words, inlines_of

DEEPEST = 20
_INSIDE = "inside"


def blocks_of(body: str) -> tuple[Block, ...]:
    """The blocks of ``body``. Code, raw HTML and pictures are what their words say, headings begin at level 2."""
    blocks = tuple(_blocks(_tree(_parser().parse(body)), inner=False))
    return tuple(_levelled(blocks))


def _tree(tokens: list[Token]) -> SyntaxTreeNode:
    """The blocks as a tree, which is never deep. What stands inside a line may be, and is left as it was."""
    for token in tokens:
        token.meta[_INSIDE], token.children = token.children or [], None
    return SyntaxTreeNode(tokens)


def _parser() -> MarkdownIt:
    """CommonMark without code blocks. It never judges an address, so that we do when it has been made one."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).disable(["code", "fence"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _levelled(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """``blocks`` with headings of levels 2 and 3: the author's highest is 2, and so is the first of all."""
    highest = min((block.level for block in blocks if isinstance(block, Heading)), default=0)
    deepest = 2
    for block in blocks:
        if isinstance(block, Heading):
            yield Heading(2 if block.level == highest else deepest, block.inside)
            deepest = 3
        else:
            yield block


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
    """What stands in ``node``; empty when no word does."""
    inside = tuple(inline for child in node.children for inline in inlines_of(child.meta[_INSIDE]))
    return inside if has_words(inside) else ()
