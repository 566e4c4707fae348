"""What is wrong with a workbook, or worth knowing: where, by code, with the values the sentence needs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

LISTED = 200
"""At most this many findings are listed; the rest is counted."""
KEPT = 5_000
"""At most this many are kept while they are collected, so that a workbook wrong everywhere costs no more."""


class Severity(StrEnum):
    """``refuse``: nothing is imported while it stands. ``note``: imported, and said."""

    REFUSE = "refuse"
    NOTE = "note"


NOTES = frozenset(
    {
        "sheet_unknown",
        "sheet_guessed",
        "sheet_absent",
        "column_unknown",
        "heading_guessed",
        "invisible_removed",
        "time_ambiguous",
        "date_from_number",
        "time_from_number",
        "post_vacant",
        "post_closed",
        "charge_beside_head",
        "availability_outside",
        "lengths_differ",
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. ``sheet`` and ``column`` as written in the file, ``row`` as Excel counts; 0 means all of it."""

    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    values: dict[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return Severity.NOTE if self.code in NOTES else Severity.REFUSE


class Findings:
    """Findings as they are collected."""

    def __init__(self) -> None:
        self._found: list[Finding] = []
        self.beyond = 0
        """How many were found and not kept."""

    def add(self, code: str, sheet: str = "", row: int = 0, column: str = "", **values: object) -> None:
        """Collect one finding; everything is kept as it will be shown."""
        if len(self._found) == KEPT:
            self.beyond += 1
            return
        shown = {name: shown_value(value) for name, value in values.items()}
        self._found.append(Finding(code, shown_value(sheet), row, shown_value(column), shown))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found)

    @property
    def refuse(self) -> bool:
        """Whether one of the findings forbids the import."""
        return any(finding.severity == Severity.REFUSE for finding in self._found)


def shown_value(value: object) -> str:
    """``value`` fit for one line of a report: short, and what cannot be seen written as its number."""
    text = str(value)
    short = text if len(text) <= 60 else f"{text[:57]}…"
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in short)
