"""One row while it is read: each question for a column gives its value, or a finding and a stand-in."""

from collections.abc import Callable, Collection
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from contactdays.core.text import LANGUAGES, Text
from contactdays.intake import values
from contactdays.intake.countries import COUNTRIES
from contactdays.intake.findings import Findings
from contactdays.intake.tables import Table, is_blank
from contactdays.intake.workbook.sheets import Cell

V = TypeVar("V")
LONGEST_TEXT = 10_000
LAST_DAY = date(2999, 12, 31)


class Row:
    """A row of ``table``. ``sound`` turns False with the first value that does not fit."""

    def __init__(self, table: Table, number: int, findings: Findings, *, epoch_1904: bool = False) -> None:
        self.table = table
        self.number = number
        self.sound = True
        self._findings = findings
        self._epoch_1904 = epoch_1904
        self._cells = table.sheet.rows.get(number, {})
        self._refuse_formulas()

    def fault(self, code: str, column: str = "", **details: object) -> None:
        """Report that this row does not fit; ``column`` by its published name."""
        self.sound = False
        heading = self.table.heading(column) if column else ""
        self._findings.add(code, self.table.name, self.number, heading, **details)

    def note(self, code: str, column: str, **details: object) -> None:
        """Report what is worth knowing of a cell that fits."""
        self._findings.add(code, self.table.name, self.number, self.table.heading(column), **details)

    def given(self, column: str) -> bool:
        """Whether the row has something in ``column``."""
        return not is_blank(self._cell(column))

    def code(self, column: str = "code") -> str:
        return self._read(column, values.code, "")

    def line(self, column: str, limit: int = 200) -> str:
        return self._read(column, lambda cell: values.line(cell, limit), "")

    def paragraphs(self, column: str, limit: int = LONGEST_TEXT) -> str:
        return self._read(column, lambda cell: values.paragraphs(cell, limit), "")

    def texts(self, stem: str, limit: int = 200, *, several_lines: bool = False) -> Text:
        """The text whose columns are ``stem nl`` … ``stem en``, without the languages left empty."""
        read = self.paragraphs if several_lines else self.line
        found = {language: read(f"{stem} {language}", limit) for language in LANGUAGES}
        return Text({language: words for language, words in found.items() if words})

    def number_in(self, column: str, low: int, high: int, default: int = 0) -> int:
        """A whole number; ``default`` when the cell is empty."""
        return self._read(column, lambda cell: values.number(cell, low, high), default)

    def choice(self, column: str, allowed: Collection[str], default: str = "") -> str:
        """One of ``allowed``; ``default`` when the cell is empty."""
        return self._read(column, lambda cell: str(values.choice(cell, [str(each) for each in allowed])), default)

    def yes(self, column: str) -> bool:
        return self._read(column, values.yes_or_no, False)

    def several(self, column: str, *, also: str = "") -> tuple[str, ...]:
        return self._read(column, lambda cell: values.several(cell, also=also), ())

    def languages(self, column: str) -> tuple[str, ...]:
        """Languages by code: of the four we write in, or others spoken."""
        found = tuple(word.casefold() for word in self.several(column, also=","))
        for word in found:
            if not (word.isascii() and word.isalpha() and 2 <= len(word) <= 3):
                self.fault("bad_language", column, value=word)
        return found

    def day(self, column: str) -> date | None:
        if values.day_number(self._cell(column)):
            self.note("date_from_number", column, date=values.day(self._cell(column), epoch_1904=self._epoch_1904))
        found = self._read(column, lambda cell: values.day(cell, epoch_1904=self._epoch_1904), None)
        if found is not None and not date(1800, 1, 1) <= found <= LAST_DAY:
            self.fault("no_such_date", column, value=found)
            return None
        return found

    def clock(self, column: str) -> time | None:
        found = self._read(column, values.clock, None)
        if found is not None and isinstance(self._cell(column), float):
            self.note("time_from_number", column, time=f"{found:%H:%M}")
        return found

    def email(self, column: str) -> str:
        """An address in lower case, so that it is found again however it is typed."""
        words = self.line(column, 254).casefold()
        try:
            if words:
                validate_email(words)
        except ValidationError:
            self.fault("bad_email", column, value=words)
        return words

    def country(self, column: str) -> str:
        words = self.line(column).upper()
        if words and words not in COUNTRIES:
            self.fault("bad_country", column, value=words)
        return words

    def _read(self, column: str, parse: Callable[[Cell], V], empty: V) -> V:
        cell = self._cell(column)
        if self._is_faulty(column):
            return empty
        if is_blank(cell):
            if self.table.layout.column(column).required:
                self.fault("empty", column)
            return empty
        if values.has_invisible(cell):
            self.note("invisible_removed", column)
        try:
            return parse(cell)
        except values.BadCell as bad:
            self.fault(bad.code, column, **bad.values)
            return empty

    def _cell(self, column: str) -> Cell:
        return self._cells.get(self.table.columns.get(column, 0))

    def _is_faulty(self, column: str) -> bool:
        """Whether the cell holds a formula or an error, which is reported once, when the row is opened."""
        place = self.number, self.table.columns.get(column, 0)
        return place in self.table.sheet.formulas or place in self.table.sheet.errors

    def _refuse_formulas(self) -> None:
        for column, place in self.table.columns.items():
            if (self.number, place) in self.table.sheet.formulas:
                self.fault("formula", column)
            elif (self.number, place) in self.table.sheet.errors:
                self.fault("error_cell", column)


def words_of(choices: type[StrEnum]) -> list[str]:
    """The published words of an enumeration."""
    return [str(choice) for choice in choices]
