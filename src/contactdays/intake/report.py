"""The report of an import, or of trying one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from contactdays.intake.findings import LISTED, Finding, Findings, Severity, shown_value


class Outcome(StrEnum):
    """``fit``: nothing forbids the import. ``refused``: findings do. ``unreadable``: the file is no workbook."""

    FIT = "fit"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a workbook and what became of it.

    ``findings`` are listed up to ``LISTED``, those that refuse first, then in the order of the file; ``more`` counts
    the others. ``counts`` are rows by published sheet name. ``written``: the import happened.
    """

    outcome: Outcome
    edition: str = ""
    findings: tuple[Finding, ...] = ()
    more: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    written: bool = False


def report_of(
    findings: Findings, sheets: Iterable[str], *, edition: str = "", counts: Mapping[str, int] | None = None
) -> Report:
    """A report of ``findings``; ``sheets`` are the names in the order of the file."""
    order = {shown_value(name): position for position, name in enumerate(sheets)}
    found = sorted(
        findings,
        key=lambda each: (each.severity == Severity.NOTE, order.get(each.sheet, -1), each.row, each.column, each.code),
    )
    refused = any(finding.severity == Severity.REFUSE for finding in found)
    return Report(
        outcome=Outcome.REFUSED if refused else Outcome.FIT,
        edition=edition,
        findings=tuple(found[:LISTED]),
        more=max(0, len(found) - LISTED) + findings.beyond,
        counts=counts or {},
    )
