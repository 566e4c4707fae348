"""What may be there only once."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from contactdays.intake.checks.examination import Examination

CODED = ("Venues", "Rooms", "Posts", "People", "Organisations", "Sessions", "Requests")


def rows_where_needed(examination: Examination) -> None:
    """The sheet Edition has one row, and no required sheet is without rows."""
    for name, table in examination.book.tables.items():
        count = examination.book.counts[name]
        if name == "Edition" and count != 1:
            examination.findings.add("edition_rows", table.name, count=count)
        elif table.layout.required and not count:
            examination.findings.add("sheet_empty", table.name)


def same_code_twice(examination: Examination) -> None:
    """A code is unique in its sheet, compared without regard to case."""
    for sheet in CODED:
        rows = examination.book.rows.get(sheet, ())
        _once(examination, sheet, "code", rows, lambda row: row.code.casefold(), lambda row: row.code)


def same_address_twice(examination: Examination) -> None:
    """An e-mail address is one person's."""
    people = [person for person in examination.book.people if person.email]
    _once(examination, "People", "email", people, lambda row: row.email, lambda row: row.email)


def same_way_twice(examination: Examination) -> None:
    """A way between two venues is given once in each direction."""
    _once(
        examination,
        "Travel",
        "to",
        examination.book.travel,
        lambda row: (row.origin.casefold(), row.destination.casefold()),
        lambda row: f"{row.origin} → {row.destination}",
    )


def same_term_twice(examination: Examination) -> None:
    """A person takes up a post once on a day."""
    _once(
        examination,
        "Incumbencies",
        "from",
        examination.book.incumbencies,
        lambda row: (row.post.casefold(), row.person.casefold(), row.begins),
        lambda row: f"{row.post}, {row.person}",
    )


def same_participation_twice(examination: Examination) -> None:
    """A person is named once for a party; for two parties, see ``terms.one_party_a_person``."""
    _once(
        examination,
        "Participants",
        "person",
        examination.book.participants,
        lambda row: (row.person.casefold(), row.party.key),
        lambda row: row.person,
    )


def _once(
    examination: Examination,
    sheet: str,
    column: str,
    rows: Iterable[Any],
    key: Callable[[Any], Hashable],
    shown: Callable[[Any], str],
) -> None:
    first: dict[Hashable, int] = {}
    for row in rows:
        before = first.setdefault(key(row), row.row)
        if before != row.row:
            examination.report("duplicate", sheet, row.row, column, value=shown(row), first=before)
