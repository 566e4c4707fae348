"""The part of MiniZinc's data files that a B2BSP file needs: numbers, sets, and arrays of either."""

from array import array
from dataclasses import dataclass, field

from .dzn_tokens import END, Tokens


@dataclass(frozen=True, slots=True)
class Span:
    """The whole numbers from ``first`` to ``last``, in a set; none when ``last`` is less."""

    first: int
    last: int
    at: int


@dataclass(frozen=True, slots=True)
class Group:
    """A set, kept as the spans it is written in, so that a short text is never a large value."""

    at: int
    spans: tuple[Span, ...]


@dataclass(slots=True)
class Numbers:
    """Numbers of an array, in order, and their offsets; ``width``: how many make a row, None for one dimension."""

    values: "array[int]" = field(default_factory=lambda: array("l"))
    places: "array[int]" = field(default_factory=lambda: array("l"))
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a key is given, and the offset of it: one number, one set, or an array (a list of sets, or numbers)."""

    at: int
    value: int | Group | Numbers | list[Group]


def entries_of(tokens: Tokens) -> dict[str, Entry]:
    """The assignments of the file by key, in any order; each key once.

    Nothing nests deeper than sets in an array, so the work grows with the length of the text and no faster.
    """
    found: dict[str, Entry] = {}
    while tokens.ahead.kind != END:
        key = tokens.expect("name")
        if key.text in found:
            raise tokens.error("field_twice", key.at, key.text[:40])
        tokens.expect("=")
        found[key.text] = Entry(tokens.ahead.at, _value(tokens))
        if tokens.ahead.kind != END:
            tokens.expect(";")
    return found


def _value(tokens: Tokens) -> int | Group | Numbers | list[Group]:
    if tokens.ahead.kind == "[":
        return _array(tokens)
    if tokens.ahead.kind == "name":
        return _shaped(tokens)
    return _element(tokens)


def _element(tokens: Tokens) -> int | Group:
    """A number, ``{1, 2, 4..6}`` or ``1..6``."""
    if tokens.ahead.kind == "{":
        return _group(tokens)
    value, at = tokens.number()
    if not tokens.skip(".."):
        return value
    return Group(at, (Span(value, tokens.number()[0], at),))


def _group(tokens: Tokens) -> Group:
    at, spans = tokens.take().at, []
    while not tokens.skip("}"):
        first, where = tokens.number()
        last = tokens.number()[0] if tokens.skip("..") else first
        spans.append(Span(first, last, where))
        if tokens.ahead.kind != "}":
            tokens.expect(",")
    return Group(at, tuple(spans))


def _array(tokens: Tokens) -> Numbers | list[Group]:
    tokens.expect("[")
    if tokens.skip("|"):
        return _rows(tokens)
    numbers = Numbers()
    groups: list[Group] = []
    while not tokens.skip("]"):
        at = tokens.ahead.at
        each = _element(tokens)
        if groups if isinstance(each, int) else numbers.values:
            raise tokens.error("wrong_type", at, expected="set" if groups else "whole number")
        if isinstance(each, int):
            _append(numbers, each, at)
        else:
            groups.append(each)
        if tokens.ahead.kind != "]":
            tokens.expect(",")
    return groups or numbers


def _append(numbers: Numbers, value: int, at: int) -> None:
    numbers.values.append(value)
    numbers.places.append(at)


def _rows(tokens: Tokens) -> Numbers:
    """What follows ``[|``: rows of numbers, all of one length, each closed by ``|``, the last by ``|]``."""
    numbers = Numbers(width=0)
    while not tokens.skip("]"):
        at, before = tokens.ahead.at, len(numbers.values)
        while not tokens.skip("|"):
            _append(numbers, *tokens.number())
            if tokens.ahead.kind != "|":
                tokens.expect(",")
        length = len(numbers.values) - before
        numbers.width = numbers.width or length
        if length != numbers.width:
            raise tokens.error("wrong_count", at, expected=numbers.width, found=length)
    return numbers


def _shaped(tokens: Tokens) -> Numbers | list[Group]:
    """``array1d(1..n, [...])`` or ``array2d(1..n, 1..m, [...])``: the array in that shape."""
    name = tokens.take()
    if name.text not in ("array1d", "array2d"):
        raise tokens.error("not_expected", name.at, found=name.text[:40], expected="a number, a set or an array")
    tokens.expect("(")
    lengths = [_length(tokens) for _ in range(int(name.text[5]))]
    at, value = tokens.ahead.at, _array(tokens)
    tokens.expect(")")
    found = len(value.values if isinstance(value, Numbers) else value)
    expected = lengths[0] * lengths[-1] if len(lengths) == 2 else lengths[0]
    if found != expected:
        raise tokens.error("wrong_count", at, expected=expected, found=found)
    if len(lengths) == 1:
        return value
    if not isinstance(value, Numbers):
        raise tokens.error("wrong_type", at, expected="list of numbers")
    return Numbers(value.values, value.places, lengths[1])


def _length(tokens: Tokens) -> int:
    """The length of an index set ``1..n`` and its comma."""
    first, at = tokens.number()
    tokens.expect("..")
    last = tokens.number()[0]
    if first != 1 or last < 0:
        raise tokens.error("out_of_range", at, value=f"{first}..{last}", least=1, most="n")
    tokens.expect(",")
    return last
