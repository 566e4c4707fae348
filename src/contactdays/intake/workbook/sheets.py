"""What a workbook holds, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | time | datetime | timedelta | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its filled rows by number, and its cells by column, both counted from 1 as Excel shows them.

    ``formulas`` and ``errors`` are places (row, column). ``too_many`` is ``rows`` or ``columns`` when the sheet held
    more than is read; it then has no rows.
    """

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    formulas: frozenset[tuple[int, int]] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()
    too_many: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a workbook, in its order. ``epoch_1904``: its day numbers count from 1904 (old Macintosh)."""

    sheets: tuple[Sheet, ...]
    epoch_1904: bool = field(default=False)
