"""What of a body is only read."""

from collections.abc import Iterable

from contactdays.press.markdown.blocks import Block, Break, Inline, Items, Paragraph, Quotation, Rule, Words
from contactdays.press.markdown.parsing import blocks_of


def plain(body: str) -> str:
    """The words of ``body`` without its marks, a blank line between blocks."""
    return "\n\n".join(words_of_block(block) for block in blocks_of(body) if not isinstance(block, Rule))


def lead_of(body: str) -> str:
    """The first paragraph that stands in no list and no quotation, without marks and on one line; or nothing."""
    return next((" ".join(words(each.inside).split()) for each in paragraphs_of(body)), "")


def paragraphs_of(body: str) -> tuple[Paragraph, ...]:
    """The paragraphs that quotations of a release are counted by: those in no list and no quotation."""
    return tuple(block for block in blocks_of(body) if isinstance(block, Paragraph))


def words(inside: Iterable[Inline]) -> str:
    """What ``inside`` says, without marks."""
    return "".join(_inline(inline) for inline in inside)


def _inline(inline: Inline) -> str:
    if isinstance(inline, Break):
        return "\n"
    return inline.text if isinstance(inline, Words) else words(inline.inside)


def words_of_block(block: Block) -> str:
    """What ``block`` says, without marks; each item of a list on a line of its own."""
    if isinstance(block, Rule):
        return ""
    if isinstance(block, Items):
        return "\n".join(_lines(item) for item in block.items)
    return _lines(block.inside) if isinstance(block, Quotation) else words(block.inside)


def _lines(blocks: Iterable[Block]) -> str:
    return "\n".join(words_of_block(block) for block in blocks if not isinstance(block, Rule))
