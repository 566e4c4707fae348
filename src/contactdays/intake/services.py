"""Reading, checking and importing a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import DataError, IntegrityError, transaction

from contactdays.accounts.policy import require
from contactdays.audit import services as audit
from contactdays.core.scope import conference_scope, edition_scope
from contactdays.editions.models import Conference, Edition
from contactdays.editions.queries import edition_by_code
from contactdays.intake.book import Book, read_book
from contactdays.intake.checks import examine
from contactdays.intake.findings import Finding, Findings, shown_value
from contactdays.intake.report import Outcome, Report, report_of
from contactdays.intake.rows.edition import EditionRow
from contactdays.intake.standing import report_addresses_taken, report_other_conference, report_published
from contactdays.intake.tables import tables_of
from contactdays.intake.workbook.errors import UnreadableWorkbook
from contactdays.intake.workbook.reading import read_workbook
from contactdays.intake.workbook.sheets import Sheets
from contactdays.intake.writing import write_book

__all__ = ["check_workbook", "import_workbook", "read_workbook"]

Mappings = Mapping[str, str] | None
"""Sheets and columns by how the file calls them: ``{"Blad1": "Posts", "Blad1!Soort": "kind"}``."""


def check_workbook(source: bytes | Path, *, mapping: Mappings = None) -> Report:
    """What is wrong with a workbook by itself, without looking at or touching the database."""
    try:
        return _examine(read_workbook(source), mapping).report
    except UnreadableWorkbook as refusal:
        return _unreadable(refusal)


def import_workbook(
    source: bytes | Path, *, actor: audit.Actor, dry_run: bool = False, mapping: Mappings = None
) -> Report:
    """Write a workbook's edition, whole or not at all.

    A ``dry_run`` does everything and takes it back. An edition without a published plan is replaced; one with a
    published plan is refused, in the report like everything else that is wrong. Raises ``NotAllowed`` unless
    ``actor`` organises the edition or is the command line, and ``OSError`` when there is no such file.
    """
    try:
        examined = _examine(read_workbook(source), mapping)
    except UnreadableWorkbook as refusal:
        return _unreadable(refusal)
    if examined.report.outcome == Outcome.REFUSED:
        return examined.report
    return _write(examined, actor, dry_run)


@dataclass(frozen=True, slots=True)
class _Examined:
    sheets: Sheets
    findings: Findings
    book: Book | None = None

    @property
    def report(self) -> Report:
        edition = self.book.edition if self.book else None
        return report_of(
            self.findings,
            [sheet.name for sheet in self.sheets.sheets],
            edition=edition.code if edition else "",
            counts=self.book.counts if self.book else {},
        )


def _examine(sheets: Sheets, mapping: Mappings) -> _Examined:
    findings = Findings()
    tables = tables_of(sheets, mapping or {}, findings)
    if findings.refuse:
        return _Examined(sheets, findings)
    book = read_book(tables, findings, epoch_1904=sheets.epoch_1904)
    examine(book, findings)
    return _Examined(sheets, findings, book)


def _unreadable(refusal: UnreadableWorkbook) -> Report:
    data = {name: shown_value(value) for name, value in refusal.data.items()}
    return Report(Outcome.UNREADABLE, findings=(Finding(refusal.code, values=data),))


def _write(examined: _Examined, actor: audit.Actor, dry_run: bool) -> Report:
    """The workbook was found to fit by itself: look at the database, and write."""
    book = examined.book
    if book is None or book.edition is None:
        raise TypeError("a workbook that fits has an edition")
    try:
        with transaction.atomic():
            _write_edition(book, book.edition, examined.findings, actor)
            transaction.set_rollback(dry_run or examined.findings.refuse)
    except (DataError, IntegrityError) as refusal:
        examined.findings.add("database_refused", reason=refusal)
    report = examined.report
    return replace(report, written=report.outcome == Outcome.FIT and not dry_run)


def _write_edition(book: Book, row: EditionRow, findings: Findings, actor: audit.Actor) -> None:
    standing = edition_by_code(row.code)
    if standing is None:
        require(actor, "intake.import", None)
        conference = Conference.objects.get_or_create(code=row.conference)[0]
        edition = Edition(conference=conference, code=row.code)
    else:
        with edition_scope(standing):
            require(actor, "intake.import", standing)
            report_other_conference(book, standing, findings)
            report_published(book, standing, findings)
        edition = standing
    with conference_scope(edition.conference):
        report_addresses_taken(book, findings)
    if not findings.refuse:
        _fill(edition, row).save()
        with edition_scope(edition):
            write_book(book, edition)
            audit.record(
                "edition.imported", f"edition {edition.code}", edition=edition, actor=actor, after=dict(book.counts)
            )


def _fill(edition: Edition, row: EditionRow) -> Edition:
    """``edition`` with what its row says, but for the venue, which is written first."""
    for name in (
        "title",
        "theme",
        "introduction",
        "first_day",
        "last_day",
        "time_zone",
        "default_language",
        "meeting_length",
        "meeting_pitch",
        "change_over",
        "cap_post",
        "cap_organisation",
        "weight_mutual",
    ):
        setattr(edition, name, getattr(row, name))
    edition.required_languages = list(row.required_languages)
    for part, words in row.issuer.items():
        setattr(edition, f"issuer_{part}", words)
    return edition
