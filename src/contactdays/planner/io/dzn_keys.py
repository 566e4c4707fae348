"""The keys of a B2BSP file one by one: each of its shape and in its range, or refused with its place."""

from collections.abc import Iterable, Sequence

from contactdays.planner.values import InvalidProblem

from .dzn_data import Entry, Group, Numbers, Span
from .dzn_tokens import Tokens

Run = tuple[int, int]


class Keys:
    """The entries of the file; every ``needed`` one is there, and none but those and the ``optional`` ones."""

    def __init__(
        self, tokens: Tokens, entries: dict[str, Entry], needed: Sequence[str], optional: Sequence[str]
    ) -> None:
        self.tokens = tokens
        self.entries = entries
        for name, entry in entries.items():
            if name not in needed and name not in optional:
                raise tokens.error("unknown_field", entry.at, name[:40])
        for name in needed:
            if name not in entries:
                raise tokens.error("missing_field", len(tokens.text), name)

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def error(self, code: str, name: str, **facts: str | int) -> InvalidProblem:
        """The refusal ``code`` of the whole of ``name``."""
        return self.tokens.error(code, self.entries[name].at, name, **facts)

    def number(self, name: str, most: int, least: int = 0) -> int:
        """The number ``name``, within its range."""
        value = self.entries[name].value
        if not isinstance(value, int):
            raise self.error("wrong_type", name, expected="whole number")
        if not least <= value <= most:
            raise self.error("out_of_range", name, value=value, least=least, most=most)
        return value

    def numbers(self, name: str, count: int, least: int, most: int) -> Numbers:
        """The array ``name``: ``count`` numbers in one dimension, each within the range."""
        numbers = self._array(name, count, None)
        for place, value in enumerate(numbers.values):
            if not least <= value <= most:
                entry = f"{name}[{place + 1}]"
                raise self.tokens.error(
                    "out_of_range", numbers.places[place], entry, value=value, least=least, most=most
                )
        return numbers

    def rows(self, name: str, count: int, most: tuple[int, ...]) -> Numbers:
        """The array ``name``: ``count`` rows of numbers, each from 1 to what is ``most`` in its column."""
        width = len(most)
        numbers = self._array(name, count, width)
        for place, value in enumerate(numbers.values):
            row, column = divmod(place, width)
            if not 1 <= value <= most[column]:
                entry = f"{name}[{row + 1}]"
                raise self.tokens.error(
                    "out_of_range", numbers.places[place], entry, value=value, least=1, most=most[column]
                )
        return numbers

    def _array(self, name: str, count: int, width: int | None) -> Numbers:
        value = self.entries[name].value
        if not isinstance(value, Numbers) or (value.values and value.width != width):
            raise self.error("wrong_type", name, expected=f"list of rows of {width}" if width else "list of numbers")
        found = len(value.values) // (width or 1)
        if found != count:
            raise self.error("wrong_count", name, expected=count, found=found)
        return value

    def groups(self, name: str, count: int) -> list[Group]:
        """The array ``name``: ``count`` sets; rows of numbers padded with 0 stand for sets too."""
        value = self.entries[name].value
        if isinstance(value, Numbers) and value.width is not None:
            value = _rows_as_groups(value)
        if isinstance(value, Numbers) and not value.values:
            value = []
        if not isinstance(value, list):
            raise self.error("wrong_type", name, expected="list of sets")
        if len(value) != count:
            raise self.error("wrong_count", name, expected=count, found=len(value))
        return value

    def runs(self, name: str, row: int, group: Group, most: int) -> list[Run]:
        """The members of a set as runs (first, last), in order and apart; 0 stands for nothing."""
        runs: list[Run] = []
        for first, last in sorted(self._within(name, row, span, most) for span in group.spans):
            first = max(first, 1)
            if last < first:
                continue
            if runs and first <= runs[-1][1] + 1:
                runs[-1] = runs[-1][0], max(last, runs[-1][1])
            else:
                runs.append((first, last))
        return runs

    def _within(self, name: str, row: int, span: Span, most: int) -> Run:
        if span.first <= span.last and not 0 <= span.first <= span.last <= most:
            value = span.last if span.last > most else span.first
            raise self.tokens.error("out_of_range", span.at, f"{name}[{row}]", value=value, least=1, most=most)
        return span.first, span.last


def size_of(runs: Iterable[Run]) -> int:
    """How many members the runs have."""
    return sum(last - first + 1 for first, last in runs)


def _rows_as_groups(numbers: Numbers) -> list[Group]:
    width = numbers.width or 1
    spans = [Span(value, value, at) for value, at in zip(numbers.values, numbers.places, strict=True)]
    rows = (spans[place : place + width] for place in range(0, len(spans), width))
    return [Group(row[0].at, tuple(row)) for row in rows]
