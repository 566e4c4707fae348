"""A workbook as rows that fit, each a frozen value, and the codes of those that do not."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from contactdays.intake.findings import Findings
from contactdays.intake.rows.edition import EditionRow, read_edition
from contactdays.intake.rows.parties import (
    AvailabilityRow,
    OrganisationRow,
    ParticipantRow,
    read_availability,
    read_organisation,
    read_participant,
)
from contactdays.intake.rows.places import (
    RoomRow,
    TravelRow,
    VenueRow,
    WindowRow,
    read_room,
    read_travel,
    read_venue,
    read_window,
)
from contactdays.intake.rows.posts import (
    IncumbencyRow,
    PersonRow,
    PostRow,
    read_incumbency,
    read_person,
    read_post,
)
from contactdays.intake.rows.requests import RequestRow, read_request
from contactdays.intake.rows.row import Row
from contactdays.intake.rows.sessions import SessionRow, read_session
from contactdays.intake.tables import Table
from contactdays.intake.values import as_words


class Coded(Protocol):
    """A row with a code of its own."""

    @property
    def code(self) -> str: ...


C = TypeVar("C", bound=Coded)
READERS: dict[str, Callable[[Row], Any]] = {
    "Edition": read_edition,
    "Venues": read_venue,
    "Travel": read_travel,
    "Rooms": read_room,
    "Windows": read_window,
    "Posts": read_post,
    "People": read_person,
    "Incumbencies": read_incumbency,
    "Organisations": read_organisation,
    "Participants": read_participant,
    "Sessions": read_session,
    "Availability": read_availability,
    "Requests": read_request,
}


@dataclass(frozen=True, slots=True)
class Book:
    """The rows of a workbook by published sheet name, and its tables, which know how things are called in the file.

    ``codes`` are those of all rows of a sheet, in lower case, also of rows that do not fit: what refers to them is
    not wrong besides.
    """

    tables: Mapping[str, Table]
    rows: Mapping[str, tuple[Any, ...]]
    codes: Mapping[str, frozenset[str]]
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def edition(self) -> EditionRow | None:
        rows = self.rows.get("Edition", ())
        return rows[0] if rows else None

    @property
    def venues(self) -> tuple[VenueRow, ...]:
        return self.rows.get("Venues", ())

    @property
    def travel(self) -> tuple[TravelRow, ...]:
        return self.rows.get("Travel", ())

    @property
    def rooms(self) -> tuple[RoomRow, ...]:
        return self.rows.get("Rooms", ())

    @property
    def windows(self) -> tuple[WindowRow, ...]:
        return self.rows.get("Windows", ())

    @property
    def posts(self) -> tuple[PostRow, ...]:
        return self.rows.get("Posts", ())

    @property
    def people(self) -> tuple[PersonRow, ...]:
        return self.rows.get("People", ())

    @property
    def incumbencies(self) -> tuple[IncumbencyRow, ...]:
        return self.rows.get("Incumbencies", ())

    @property
    def organisations(self) -> tuple[OrganisationRow, ...]:
        return self.rows.get("Organisations", ())

    @property
    def participants(self) -> tuple[ParticipantRow, ...]:
        return self.rows.get("Participants", ())

    @property
    def sessions(self) -> tuple[SessionRow, ...]:
        return self.rows.get("Sessions", ())

    @property
    def availabilities(self) -> tuple[AvailabilityRow, ...]:
        return self.rows.get("Availability", ())

    @property
    def requests(self) -> tuple[RequestRow, ...]:
        return self.rows.get("Requests", ())


def read_book(tables: Mapping[str, Table], findings: Findings, *, epoch_1904: bool) -> Book:
    """Read every row of ``tables``; what does not fit goes to ``findings``."""
    rows = {name: tuple(_read(READERS[name], table, findings, epoch_1904)) for name, table in tables.items()}
    codes = {name: frozenset(_codes(table)) for name, table in tables.items()}
    counts = {name: len(table.rows()) for name, table in tables.items()}
    return Book(tables, rows, codes, counts)


def _read(read: Callable[[Row], Any], table: Table, findings: Findings, epoch_1904: bool) -> Iterator[Any]:
    for number in sorted(table.rows()):
        found = read(Row(table, number, findings, epoch_1904=epoch_1904))
        if found is not None:
            yield found


def _codes(table: Table) -> Iterator[str]:
    column = table.columns.get("code", 0)
    for cells in table.rows().values():
        if column in cells:
            yield " ".join(as_words(cells[column]).split()).casefold()


def by_code(rows: tuple[C, ...]) -> dict[str, C]:
    """Rows by their code in lower case; of two with the same code the first."""
    found: dict[str, C] = {}
    for row in rows:
        found.setdefault(row.code.casefold(), row)
    return found
