"""What a body consists of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Letters as they are read: no mark in them means anything."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    inside: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    inside: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """``address`` begins with http, https, mailto or tel."""

    address: str
    inside: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


Inline = Words | Strong | Emphasis | Link | Break


@dataclass(frozen=True, slots=True)
class Paragraph:
    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` is 2 or 3: the title of the release is the only one of level 1."""

    level: int
    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ``start`` is the number of its first item, None in a list without numbers."""

    start: int | None
    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What the author set off with ``>``."""

    inside: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


Block = Paragraph | Heading | Items | Quotation | Rule
