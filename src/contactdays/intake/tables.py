"""Which sheet of the file is which, and which of its columns: exactly, as told, or by a guess that is reported."""

from collections.abc import Mapping
from dataclasses import dataclass

from contactdays.intake.findings import Findings
from contactdays.intake.guessing import guess
from contactdays.intake.headings import column_names, folded, sheet_names
from contactdays.intake.layout import BY_NAME, SHEETS, SheetLayout
from contactdays.intake.values import as_words
from contactdays.intake.workbook.limits import COLUMNS
from contactdays.intake.workbook.sheets import Cell, Sheet, Sheets

ROWS_ABOVE_HEADINGS = 10


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that was recognised. ``columns`` and ``headings`` (as written) go by the published column names."""

    layout: SheetLayout
    sheet: Sheet
    heading_row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]

    @property
    def name(self) -> str:
        """The sheet's name as written."""
        return self.sheet.name

    def heading(self, column: str) -> str:
        """The heading as written; the published name for a column the file does not have."""
        return self.headings.get(column, column)

    def rows(self) -> dict[int, Mapping[int, Cell]]:
        """The rows below the headings with something in a known column."""
        known = set(self.columns.values())
        faulty = {row for row, column in self.sheet.formulas | self.sheet.errors if column in known}
        return {
            number: cells
            for number, cells in self.sheet.rows.items()
            if number > self.heading_row
            and (number in faulty or any(not is_blank(cell) for column, cell in cells.items() if column in known))
        }


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip(" \t\r\n\u00a0\u200b\u2060\ufeff\u00ad"))


@dataclass(frozen=True, slots=True)
class Told:
    """What the caller said of sheets and columns, folded: ``{"Blad1": "Posts", "Blad1!Soort": "kind"}``."""

    sheets: Mapping[str, str]
    columns: Mapping[tuple[str, str], str]


def tables_of(sheets: Sheets, mapping: Mapping[str, str], findings: Findings) -> dict[str, Table]:
    """The tables of a workbook by published name; what is missing, double or unknown goes to ``findings``."""
    told = _told(mapping, findings)
    matched = _match_sheets(sheets, told, findings)
    _report_absent(matched, findings)
    tables = {}
    for name, sheet in matched.items():
        if sheet.too_many == "columns":
            findings.add("too_many_columns", sheet.name, limit=COLUMNS)
        elif sheet.too_many or len(sheet.rows) > BY_NAME[name].most + ROWS_ABOVE_HEADINGS:
            findings.add("too_many_rows", sheet.name, limit=BY_NAME[name].most)
        elif sheet.rows:
            tables[name] = _table(BY_NAME[name], sheet, told, findings)
        elif BY_NAME[name].required:
            findings.add("sheet_empty", sheet.name)
        else:
            findings.add("sheet_absent", meaning=name)
    if mapping:
        _report_unused(mapping, sheets, findings)
    return tables


def _told(mapping: Mapping[str, str], findings: Findings) -> Told:
    by_folded = {folded(name): name for name in BY_NAME}
    sheets, columns = {}, {}
    for given, target in mapping.items():
        sheet, mark, heading = given.partition("!")
        if mark:
            columns[folded(sheet), folded(heading)] = target
        elif folded(target) in by_folded:
            sheets[folded(sheet)] = by_folded[folded(target)]
        else:
            findings.add("mapping_target", given=given, target=target)
    return Told(sheets, columns)


def _match_sheets(sheets: Sheets, told: Told, findings: Findings) -> dict[str, Sheet]:
    names = sheet_names()
    matched: dict[str, Sheet] = {}
    waiting = []
    for sheet in sheets.sheets:
        name = told.sheets.get(folded(sheet.name)) or names.get(folded(sheet.name))
        if name is None:
            waiting.append(sheet)
        elif name in matched:
            findings.add("sheet_twice", sheet.name, other=matched[name].name, meaning=name)
        else:
            matched[name] = sheet
    for sheet in waiting:
        name = guess(folded(sheet.name), names, matched)
        if name is None:
            findings.add("sheet_unknown", sheet.name)
        else:
            findings.add("sheet_guessed", sheet.name, meaning=name)
            matched[name] = sheet
    return matched


def _report_absent(matched: Mapping[str, Sheet], findings: Findings) -> None:
    for layout in SHEETS:
        if layout.name not in matched:
            findings.add("sheet_missing" if layout.required else "sheet_absent", meaning=layout.name)


def _table(layout: SheetLayout, sheet: Sheet, told: Told, findings: Findings) -> Table:
    heading_row = _heading_row(layout, sheet)
    written = {
        column: " ".join(as_words(cell).split())
        for column, cell in sheet.rows.get(heading_row, {}).items()
        if not is_blank(cell)
    }
    columns = _match_columns(layout, sheet.name, written, told, findings)
    table = Table(layout, sheet, heading_row, columns, {name: written[column] for name, column in columns.items()})
    _report_missing(table, findings)
    return table


def _heading_row(layout: SheetLayout, sheet: Sheet) -> int:
    """Of the first filled rows the one with most known headings: a title may stand above them. 0 in an empty sheet."""
    names = column_names(layout)
    first = [number for number, cells in sheet.rows.items() if any(not is_blank(cell) for cell in cells.values())]
    return max(
        first[:ROWS_ABOVE_HEADINGS],
        key=lambda number: sum(folded(as_words(cell)) in names for cell in sheet.rows[number].values()),
        default=0,
    )


def _match_columns(
    layout: SheetLayout, sheet: str, written: Mapping[int, str], told: Told, findings: Findings
) -> dict[str, int]:
    names = column_names(layout)
    published = {folded(column.name): column.name for column in layout.columns}
    matched: dict[str, int] = {}
    waiting = []
    for column, heading in written.items():
        target = told.columns.get((folded(sheet), folded(heading)))
        if target is not None and folded(target) not in published:
            findings.add("mapping_target", given=f"{sheet}!{heading}", target=target)
            continue
        name = published[folded(target)] if target is not None else names.get(folded(heading))
        if name is None:
            waiting.append(column)
        elif name in matched:
            findings.add("column_twice", sheet, 0, heading, other=written[matched[name]], meaning=name)
        else:
            matched[name] = column
    for column in waiting:
        _guess_column(sheet, column, written[column], names, matched, findings)
    return matched


def _guess_column(
    sheet: str, column: int, heading: str, names: Mapping[str, str], matched: dict[str, int], findings: Findings
) -> None:
    name = guess(folded(heading), names, matched)
    if name is None:
        findings.add("column_unknown", sheet, 0, heading)
    else:
        findings.add("heading_guessed", sheet, 0, heading, meaning=name)
        matched[name] = column


def _report_missing(table: Table, findings: Findings) -> None:
    for column in table.layout.columns:
        if column.required and column.name not in table.columns:
            findings.add("column_missing", table.name, meaning=column.name)
    for group in table.layout.one_of:
        if not any(name in table.columns for name in group):
            findings.add("column_missing", table.name, meaning=" / ".join(group))


def _report_unused(mapping: Mapping[str, str], sheets: Sheets, findings: Findings) -> None:
    """A mapping that speaks of a sheet or heading the file does not have is a mistake of the caller's."""
    there = {folded(sheet.name) for sheet in sheets.sheets}
    there |= {
        f"{folded(sheet.name)}!{folded(as_words(cell))}"
        for sheet in sheets.sheets
        for cells in sheet.rows.values()
        for cell in cells.values()
        if isinstance(cell, str)
    }
    for given in mapping:
        sheet, mark, heading = given.partition("!")
        if f"{folded(sheet)}{mark}{folded(heading)}" not in there:
            findings.add("mapping_unused", given=given)
