"""Where the quotations of a release stand among the blocks of its body."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contactdays.press.characters import readable
from contactdays.press.markdown.blocks import Block, Paragraph
from contactdays.press.markdown.parsing import blocks_of
from contactdays.press.quoting import quoted
from contactdays.press.release_text import Quote, ReleaseText


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation as it is set: with its marks. ``role`` follows the ``name`` of the speaker, with its comma."""

    paragraphs: tuple[str, ...]
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A body in its order: what stands before its lead (seldom anything), the lead, and the rest."""

    before: tuple[Block | Spoken, ...]
    lead: Paragraph | None
    after: tuple[Block | Spoken, ...]


def placed(text: ReleaseText) -> Placed:
    """``text``'s blocks with its quotations; one meant for after a paragraph that is not there stands at the end."""
    inorder = list(_in_order(blocks_of(text.body), text))
    at = next((index for index, each in enumerate(inorder) if isinstance(each, Paragraph)), None)
    if at is None:
        return Placed((), None, tuple(inorder))
    lead = inorder[at]
    return Placed(tuple(inorder[:at]), lead if isinstance(lead, Paragraph) else None, tuple(inorder[at + 1 :]))


def _in_order(blocks: Sequence[Block], text: ReleaseText) -> Iterator[Block | Spoken]:
    paragraphs = sum(isinstance(block, Paragraph) for block in blocks)
    waiting = defaultdict(list)
    for quote in text.quotes:
        waiting[min(max(quote.after_paragraph, 0), paragraphs)].append(_spoken(quote, text.lang))
    yield from waiting[0]
    passed = 0
    for block in blocks:
        yield block
        if isinstance(block, Paragraph):
            passed += 1
            yield from waiting[passed]


def _spoken(quote: Quote, language: str) -> Spoken:
    name, comma, role = readable(quote.speaker).strip().partition(",")
    return Spoken(quoted(quote.text, language), name, comma + role)
