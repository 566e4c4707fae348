"""The committed workbook of the example edition, read as plain rows."""

from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "contact-days-2026"
WORKBOOK = FOLDER / "contact-days-2026.xlsx"
SCRIPT = FOLDER / "make_workbook.py"
LANGUAGES = ("nl", "fr", "de", "en")

Row = dict[str, Any]


def cells(path: Path) -> dict[str, list[list[Any]]]:
    """Every sheet of the workbook at ``path`` as rows of cells."""
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@cache
def sheet(name: str) -> tuple[Row, ...]:
    """The rows of one sheet of the committed workbook, keyed by its headings."""
    headings, *rows = cells(WORKBOOK)[name]
    return tuple(dict(zip(headings, row, strict=True)) for row in rows)


def words(cell: str) -> list[str]:
    """The values of a cell that may hold several."""
    return [word for word in cell.split(";") if word]


def week() -> list[date]:
    """The days of the edition."""
    edition = sheet("Edition")[0]
    count = (edition["last day"] - edition["first day"]).days + 1
    return [edition["first day"] + timedelta(days=number) for number in range(count)]


def moment(day: date, clock: time) -> datetime:
    """A day and a time of day in the edition's own time."""
    return datetime.combine(day, clock)
