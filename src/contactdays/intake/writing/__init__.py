"""A workbook that fits, written into the database. Everything here runs inside one transaction of the caller's."""

from contactdays.editions.models import Edition
from contactdays.intake.book import Book
from contactdays.intake.writing.bilaterals import write_requests
from contactdays.intake.writing.clearing import clear_edition
from contactdays.intake.writing.conference import write_conference
from contactdays.intake.writing.delegations import write_delegations
from contactdays.intake.writing.places import write_places
from contactdays.intake.writing.programme import write_sessions


def write_book(book: Book, edition: Edition) -> None:
    """Let ``edition``, which is in scope, hold what ``book`` says and nothing else."""
    clear_edition(edition)
    conference = write_conference(book, edition)
    places = write_places(book, edition)
    parties = write_delegations(book, edition, conference)
    write_sessions(book, edition, places, parties)
    write_requests(book, edition, parties)
