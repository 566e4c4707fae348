"""The workbook itself: sheets with a heading row, columns wide enough, and the same bytes every time."""

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

MADE = datetime(2026, 1, 19, 9, 0)  # noqa: DTZ001 - a workbook keeps no time zone
NARROWEST, WIDEST = 9, 60
Row = dict[str, Any]


class Book:
    """Writes sheets one after the other into a new workbook at ``path``; ``close`` ends it."""

    def __init__(self, path: Path, title: str) -> None:
        self._book = xlsxwriter.Workbook(str(path), {"in_memory": True})
        self._book.set_properties({"title": title, "author": "Contactdays", "created": MADE})
        self._heading = self._book.add_format({"bold": True, "bg_color": "#E7E2D6", "bottom": 1, "valign": "top"})
        self._plain = self._book.add_format({"valign": "top"})
        self._wrapped = self._book.add_format({"valign": "top", "text_wrap": True})
        self._large = self._book.add_format({"bold": True, "font_size": 16})
        self._date = self._book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
        self._time = self._book.add_format({"num_format": "hh:mm", "align": "left", "valign": "top"})

    def note(self, name: str, lines: Sequence[str]) -> None:
        """A sheet of plain text, its first line as a title."""
        sheet = self._book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 110)
        for number, line in enumerate(lines):
            sheet.write_string(number, 0, line, self._wrapped if number else self._large)

    def sheet(self, name: str, headings: Sequence[str], rows: Sequence[Row]) -> None:
        """A sheet with ``headings`` and ``rows``; a heading a row lacks is left empty there."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(headings) - 1)
        for column, heading in enumerate(headings):
            values = [row.get(heading) for row in rows]
            sheet.set_column(column, column, _width(heading, values))
            sheet.write_string(0, column, heading, self._heading)
            for number, value in enumerate(values, start=1):
                self._write(sheet, number, column, value)

    def close(self) -> None:
        self._book.close()

    def _write(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if isinstance(value, date):
            sheet.write_datetime(row, column, datetime.combine(value, time()), self._date)
        elif isinstance(value, time):
            sheet.write_datetime(row, column, value, self._time)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self._plain)
        elif value:
            sheet.write_string(row, column, value, self._plain)


def _width(heading: str, values: Sequence[Any]) -> int:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return min(WIDEST, max(NARROWEST, len(heading) + 3, longest + 2))
