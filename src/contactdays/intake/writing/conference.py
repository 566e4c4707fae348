"""Posts, people, organisations and incumbencies: what belongs to the conference and spans years."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from contactdays.editions.models import Edition
from contactdays.intake.book import Book
from contactdays.intake.rows.posts import PersonRow
from contactdays.intake.writing.upsert import by_lower_code, upsert
from contactdays.people.models import Incumbency, Organisation, Person, Post


@dataclass(frozen=True, slots=True)
class ConferenceRows:
    """The conference's rows by code in lower case."""

    posts: dict[str, Post]
    people: dict[str, Person]
    organisations: dict[str, Organisation]


def write_conference(book: Book, edition: Edition) -> ConferenceRows:
    """Write what ``book`` says of the conference's posts, people, organisations and incumbencies."""
    conference = edition.conference_id
    posts = upsert(Post, conference, (_post(row) for row in book.posts))
    people = _write_people(book.people, conference)
    organisations = upsert(Organisation, conference, (_organisation(row) for row in book.organisations))
    rows = ConferenceRows(posts, people, organisations)
    _write_incumbencies(book, edition, rows)
    return rows


def _post(row: Any) -> dict[str, Any]:
    names = ("code", "kind", "city", "city_names", "country", "region", "opens", "closes", "note")
    return {name: getattr(row, name) for name in names} | {"accredited_to": list(row.accredited_to)}


def _organisation(row: Any) -> dict[str, Any]:
    names = ("code", "name", "names", "kind", "sector", "region")
    return {name: getattr(row, name) for name in names} | {"countries": list(row.countries)}


def _write_people(rows: tuple[PersonRow, ...], conference: int) -> dict[str, Person]:
    """Addresses that move from one person to another are given up first: each is one person's at any moment."""
    before, wanted = by_lower_code(Person), {row.code.casefold(): row.email for row in rows}
    moving = [person.pk for code, person in before.items() if person.email and wanted.get(code) != person.email]
    kept = [person.pk for code, person in before.items() if code not in wanted]
    Person.objects.filter(pk__in=set(moving) - set(kept)).update(email="")
    return upsert(Person, conference, (_person(row) for row in rows))


def _person(row: PersonRow) -> dict[str, Any]:
    names = ("code", "given_name", "family_name", "original_name", "original_language", "gender", "language", "email")
    return {name: getattr(row, name) for name in names}


def _write_incumbencies(book: Book, edition: Edition, rows: ConferenceRows) -> None:
    """For the posts of ``book`` its word counts from this edition on; terms that ended before stay as history."""
    posts = [rows.posts[post.code.casefold()] for post in book.posts]
    not_over = Q(ends__isnull=True) | Q(ends__gte=edition.first_day)
    Incumbency.objects.filter(not_over, post__in=posts).delete()
    given = [
        Incumbency(
            conference_id=edition.conference_id,
            post=rows.posts[row.post.casefold()],
            person=rows.people[row.person.casefold()],
            role=row.role,
            begins=row.begins,
            ends=row.ends,
        )
        for row in book.incumbencies
    ]
    begun = {(row.post_id, row.person_id, row.begins) for row in given}
    same = [row.pk for row in Incumbency.objects.all() if (row.post_id, row.person_id, row.begins) in begun]
    Incumbency.objects.filter(pk__in=same).delete()
    Incumbency.objects.bulk_create(given)
