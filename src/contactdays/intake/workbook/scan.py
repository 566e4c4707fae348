"""One pass over the XML of a sheet before anything is made of it: its extent, its formulas, its errors.

A document type declaration is refused at once: a workbook has none, and entities are the way to blow up a parser.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from . import limits
from .errors import UnreadableWorkbook

CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass(slots=True)
class Extent:
    """What a sheet holds: last filled row and column (from 1), number of filled cells, formulas and errors (row,
    column). ``too_many`` is ``rows`` or ``columns`` when the sheet holds more than it may; it is then not read."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    formulas: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, int]] = field(default_factory=list)
    too_many: str = ""


class _Enough(Exception):
    """The sheet holds too much; the pass ends here."""


def refuse_declarations(part: bytes) -> None:
    """Raise ``UnreadableWorkbook`` unless ``part`` is well-formed XML without a document type declaration."""
    _parse(part, _parser())


def elements(part: bytes) -> list[tuple[str, dict[str, str]]]:
    """The elements of a small part, by local name, with their attributes by local name."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = _parser()
    parser.StartElementHandler = lambda name, attributes: found.append(
        (_local(name), {_local(key): value for key, value in attributes.items()})
    )
    _parse(part, parser)
    return found


def extent_of(part: bytes, cells_left: int) -> Extent:
    """The extent of a sheet, counted without making anything of its cells.

    Raises ``UnreadableWorkbook`` when it holds more than ``cells_left`` filled cells.
    """
    extent = Extent()
    parser = _parser()
    parser.StartElementHandler = _counter(extent, cells_left)
    try:
        _parse(part, parser)
    except _Enough:
        return extent
    return extent


def _counter(extent: Extent, cells_left: int) -> Callable[[str, dict[str, str]], None]:
    row = column = 0
    counted = (0, 0)
    kind: str | None = None

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, counted, kind
        name = _local(name)
        if name == "c":
            row, column = _position(attributes.get("r"), row, column)
            kind = attributes.get("t")
        elif name == "row":
            row, column = _row_number(attributes.get("r"), row), 0
        elif name in {"v", "is", "f"} and column:
            _note(extent, name, kind, row, column)
            if counted != (row, column):
                counted = (row, column)
                extent.cells += 1
                if extent.cells > cells_left:
                    raise UnreadableWorkbook("too_many_cells", limit=limits.CELLS)

    return start


def _note(extent: Extent, name: str, kind: str | None, row: int, column: int) -> None:
    extent.rows, extent.columns = max(extent.rows, row), max(extent.columns, column)
    if extent.rows > limits.ROWS + 1 or extent.columns > limits.COLUMNS:
        extent.too_many = "rows" if extent.rows > limits.ROWS + 1 else "columns"
        raise _Enough
    if name == "f" and len(extent.formulas) < limits.FAULTS:
        extent.formulas.append((row, column))
    elif name == "v" and kind == "e" and len(extent.errors) < limits.FAULTS:
        extent.errors.append((row, column))


def _row_number(given: str | None, previous: int) -> int:
    if given is None:
        return previous + 1
    if not given.isascii() or not given.isdigit() or len(given) > 7:
        raise UnreadableWorkbook("damaged")
    return int(given)


def _position(given: str | None, row: int, column: int) -> tuple[int, int]:
    if given is None:
        return row, column + 1
    match = CELL.fullmatch(given)
    if match is None:
        raise UnreadableWorkbook("damaged")
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), number


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_declaration
    return parser


def _refuse_declaration(*declaration: object) -> None:
    raise UnreadableWorkbook("forbidden_markup")


def _parse(part: bytes, parser: expat.XMLParserType) -> None:
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise UnreadableWorkbook("damaged") from error
