"""Who takes part in the edition a workbook describes, and which posts are held on which day."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from contactdays.intake.book import Book
from contactdays.intake.rows.edition import EditionRow
from contactdays.intake.rows.parties import ParticipantRow, Party
from contactdays.intake.rows.posts import IncumbencyRow


@dataclass(frozen=True, slots=True)
class Member:
    """A person (code in lower case) taking part for a party: in office during the week, named in a row, or both."""

    person: str
    party: Party
    incumbency: IncumbencyRow | None = None
    named: ParticipantRow | None = None


def days_of(edition: EditionRow) -> list[date]:
    """The days of the edition, in order."""
    return [edition.first_day + timedelta(days=day) for day in range((edition.last_day - edition.first_day).days + 1)]


def members_of(book: Book) -> list[Member]:
    """Those in office that week by post in the file's order, then those named in rows; each person and party once."""
    named = {(row.person.casefold(), row.party.key): row for row in book.participants}
    members: dict[tuple[str, tuple[str, str]], Member] = {}
    for incumbency in in_office(book):
        party = Party(post=incumbency.post)
        key = incumbency.person.casefold(), party.key
        members.setdefault(key, Member(key[0], party, incumbency, named.get(key)))
    for key, row in named.items():
        members.setdefault(key, Member(key[0], row.party, None, row))
    return list(members.values())


def in_office(book: Book) -> Iterator[IncumbencyRow]:
    """The incumbencies that cover a day of the edition, by post in the file's order, then by beginning."""
    edition = book.edition
    if edition is None:
        return
    terms: dict[str, list[IncumbencyRow]] = defaultdict(list)
    for row in book.incumbencies:
        if any(row.covers(day) for day in days_of(edition)):
            terms[row.post.casefold()].append(row)
    for post in book.posts:
        yield from sorted(terms.pop(post.code.casefold(), []), key=lambda row: (row.begins, row.row))


def held_days(book: Book) -> dict[str, frozenset[date]]:
    """The days of the edition on which somebody holds each post, by the post's code in lower case."""
    held: dict[str, set[date]] = {post.code.casefold(): set() for post in book.posts}
    days = days_of(book.edition) if book.edition else []
    for row in in_office(book):
        held[row.post.casefold()].update(day for day in days if row.covers(day))
    return {post: frozenset(found) for post, found in held.items()}
