"""Venues, the ways between them, rooms and tables, and the windows for bilaterals."""

from contactdays.editions.models import Edition, MeetingWindow, Room, Travel, Venue
from contactdays.intake.book import Book
from contactdays.intake.times import instant


def write_places(book: Book, edition: Edition) -> dict[str, Room]:
    """Write where and when; return the rooms by code in lower case."""
    venues = _write_venues(book, edition)
    Travel.objects.bulk_create(
        Travel(
            edition=edition,
            origin=venues[row.origin.casefold()],
            destination=venues[row.destination.casefold()],
            minutes=row.minutes,
        )
        for row in book.travel
    )
    MeetingWindow.objects.bulk_create(
        MeetingWindow(
            edition=edition,
            start=instant(row.day, row.start, edition.zone),
            end=instant(row.day, row.end, edition.zone),
        )
        for row in book.windows
    )
    return _write_rooms(book, edition, venues)


def _write_venues(book: Book, edition: Edition) -> dict[str, Venue]:
    rows = [
        Venue(edition=edition, code=row.code, name=row.name, names=row.names, address=row.address)
        for row in book.venues
    ]
    venues = {venue.code.casefold(): venue for venue in Venue.objects.bulk_create(rows)}
    if book.edition is not None:
        edition.main_venue = venues[book.edition.venue.casefold()]
        edition.save(update_fields=["main_venue"])
    return venues


def _write_rooms(book: Book, edition: Edition, venues: dict[str, Venue]) -> dict[str, Room]:
    """Rooms first, then what stands in them."""
    rooms: dict[str, Room] = {}
    for part in (False, True):
        made = [
            Room(
                edition=edition,
                code=row.code,
                name=row.name,
                names=row.names,
                venue=venues[row.venue.casefold()],
                kind=row.kind,
                capacity=row.capacity,
                capacity_assumed=row.assumed,
                part_of=rooms[row.part_of.casefold()] if row.part_of else None,
                bilaterals=row.bilaterals,
                booths=row.booths,
            )
            for row in book.rooms
            if bool(row.part_of) is part
        ]
        rooms |= {room.code.casefold(): room for room in Room.objects.bulk_create(made)}
    return rooms
