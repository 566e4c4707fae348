"""What the database already holds that a workbook must not run into."""

from contactdays.editions.models import Edition
from contactdays.intake.book import Book
from contactdays.intake.checks.examination import Examination
from contactdays.intake.findings import Findings
from contactdays.people.models import Person
from contactdays.planning.queries import published_plans


def report_other_conference(book: Book, standing: Edition, findings: Findings) -> None:
    """An edition stays with the conference it was made for."""
    wanted = book.edition
    if wanted is not None and standing.conference.code.casefold() != wanted.conference.casefold():
        Examination(book, findings).report(
            "edition_elsewhere", "Edition", wanted.row, "conference", value=wanted.code, other=standing.conference.code
        )


def report_published(book: Book, standing: Edition, findings: Findings) -> None:
    """An edition with a published plan is changed in the application, where everybody is told what changed."""
    plans = published_plans(standing)
    if plans and book.edition is not None:
        Examination(book, findings).report(
            "edition_published", "Edition", book.edition.row, "code", value=standing.code, number=plans[-1].number
        )


def report_addresses_taken(book: Book, findings: Findings) -> None:
    """An e-mail address is that of one person of the conference, also of one this workbook does not name."""
    named = {person.code.casefold() for person in book.people}
    taken = {person.email: person.code for person in Person.objects.exclude(email="")}
    for person in book.people:
        owner = taken.get(person.email, "")
        if owner and owner.casefold() not in named:
            Examination(book, findings).report(
                "address_taken", "People", person.row, "email", value=person.email, other=owner
            )
