"""What refers to a row of another sheet refers to one that is there."""

from collections.abc import Iterator
from typing import Any

from contactdays.intake.checks.examination import Examination
from contactdays.intake.rows.parties import Party

Reference = tuple[str, int, str, str, str]
"""Sheet, row and column of the reference, the sheet it refers to, the code it gives."""


def known_codes(examination: Examination) -> None:
    """Every code that refers is one of the sheet it refers to."""
    for sheet, row, column, target, code in _references(examination.book.rows):
        if code and code.casefold() not in examination.book.codes.get(target, frozenset()):
            examination.report("unknown_reference", sheet, row, column, value=code, meaning=target)


def _references(rows: Any) -> Iterator[Reference]:
    for row in rows.get("Edition", ()):
        yield "Edition", row.row, "venue", "Venues", row.venue
    for row in rows.get("Travel", ()):
        yield "Travel", row.row, "from", "Venues", row.origin
        yield "Travel", row.row, "to", "Venues", row.destination
    for row in rows.get("Rooms", ()):
        yield "Rooms", row.row, "venue", "Venues", row.venue
        yield "Rooms", row.row, "part of", "Rooms", row.part_of
    for row in rows.get("Incumbencies", ()):
        yield "Incumbencies", row.row, "post", "Posts", row.post
        yield "Incumbencies", row.row, "person", "People", row.person
    for row in rows.get("Participants", ()):
        yield "Participants", row.row, "person", "People", row.person
        yield from _party("Participants", row.row, row.party)
    for row in rows.get("Sessions", ()):
        yield "Sessions", row.row, "room", "Rooms", row.room
        yield "Sessions", row.row, "destination", "Rooms", row.destination
    for row in rows.get("Availability", ()):
        yield "Availability", row.row, "person", "People", row.person
        yield from _party("Availability", row.row, row.party or Party())
    for row in rows.get("Requests", ()):
        yield from _party("Requests", row.row, row.applicant, "from ")
        yield from _party("Requests", row.row, row.invitee, "to ")


def _party(sheet: str, row: int, party: Party, prefix: str = "") -> Iterator[Reference]:
    yield sheet, row, f"{prefix}post", "Posts", party.post
    yield sheet, row, f"{prefix}organisation", "Organisations", party.organisation
