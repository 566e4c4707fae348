"""Venues, rooms, the ways between them, and the windows for bilaterals."""

from itertools import combinations, pairwise

from contactdays.editions.enums import RoomKind
from contactdays.intake.book import by_code
from contactdays.intake.checks.clocks import report_odd_times
from contactdays.intake.checks.examination import Examination


def tables_in_rooms(examination: Examination) -> None:
    """A table stands in a room of the same venue, and not in another table or in itself."""
    rooms = by_code(examination.book.rooms)
    for room in examination.book.rooms:
        whole = rooms.get(room.part_of.casefold())
        if whole is None:
            continue
        if whole.kind == RoomKind.TABLE or whole.part_of or whole.code.casefold() == room.code.casefold():
            examination.report("part_of_a_part", "Rooms", room.row, "part of", value=room.part_of)
        elif whole.venue.casefold() != room.venue.casefold():
            examination.report("part_elsewhere", "Rooms", room.row, "part of", value=room.part_of, venue=whole.venue)


def windows_in_the_week(examination: Examination) -> None:
    """A window lies on a day of the edition and takes turns with the others."""
    edition = examination.book.edition
    if edition is None:
        return
    for window in examination.book.windows:
        if not edition.holds(window.day):
            _outside(examination, "Windows", window.row, window.day)
        report_odd_times(examination, "Windows", window.row, window.day, {"from": window.start, "to": window.end})
    for before, after in pairwise(sorted(examination.book.windows, key=lambda row: (row.day, row.start, row.row))):
        if before.day == after.day and after.start < before.end:
            examination.report("windows_overlap", "Windows", after.row, "from", other=before.row)


def _outside(examination: Examination, sheet: str, row: int, day: object) -> None:
    edition = examination.book.edition
    if edition is not None:
        examination.report("day_outside", sheet, row, "date", value=day, first=edition.first_day, last=edition.last_day)


def ways_between_venues(examination: Examination) -> None:
    """Between any two venues whose rooms are used there is a way, direct or over others."""
    book = examination.book
    in_use = {session.room.casefold() for session in book.sessions}
    in_use |= {session.destination.casefold() for session in book.sessions if session.destination}
    rooms = [room for room in book.rooms if room.bilaterals or room.code.casefold() in in_use]
    venues = {room.venue.casefold(): room for room in reversed(rooms)}
    for one, other in combinations(sorted(venues), 2):
        if (one, other) not in examination.ways and {one, other} <= book.codes.get("Venues", frozenset()):
            examination.report(
                "travel_missing", "Rooms", venues[other].row, "venue", one=venues[one].venue, other=venues[other].venue
            )
