"""Sessions, who is to be at them, and their times in the draft plan."""

from collections.abc import Iterator

from contactdays.editions.models import Edition, Room
from contactdays.intake.audience import Key, Place, places_at, register_of
from contactdays.intake.book import Book
from contactdays.intake.rows.sessions import SessionRow
from contactdays.intake.times import instant
from contactdays.intake.writing.delegations import Parties
from contactdays.planning.services import SessionTime, place_sessions
from contactdays.programme.models import Attendance, Session


def write_sessions(book: Book, edition: Edition, rooms: dict[str, Room], parties: Parties) -> None:
    """Write the programme; times go into the draft plan, pinned."""
    sessions = Session.objects.bulk_create(_session(row, edition) for row in book.sessions)
    register = register_of(book)
    attendances: list[Attendance] = []
    for row, session in zip(book.sessions, sessions, strict=True):
        places, _ = places_at(row, register)
        attendances.extend(_attendances(session, places, edition, parties))
    Attendance.objects.bulk_create(attendances)
    place_sessions(
        edition, [_time(row, session, edition, rooms) for row, session in zip(book.sessions, sessions, strict=True)]
    )


def _session(row: SessionRow, edition: Edition) -> Session:
    return Session(
        edition=edition,
        code=row.code,
        kind=row.kind,
        title=row.title,
        short_title=row.short_title,
        duration=row.minutes,
        languages=list(row.languages),
        marking=row.marking,
        press=row.press,
    )


def _attendances(
    session: Session, places: dict[Key, Place], edition: Edition, parties: Parties
) -> Iterator[Attendance]:
    for key, place in places.items():
        yield Attendance(
            edition=edition,
            session=session,
            delegation=parties.delegations[key],
            participant=parties.participants[place.person] if place.person else None,
            duty=place.duty,
        )


def _time(row: SessionRow, session: Session, edition: Edition, rooms: dict[str, Room]) -> SessionTime:
    return SessionTime(
        session=session,
        start=instant(row.day, row.start, edition.zone),
        end=instant(row.day, row.end, edition.zone),
        room=rooms[row.room.casefold()],
        destination=rooms[row.destination.casefold()] if row.destination else None,
    )
