"""Delegations of posts and organisations, the people who take part, and when they are away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from contactdays.editions.models import Edition
from contactdays.intake.audience import Key
from contactdays.intake.book import Book
from contactdays.intake.members import Member, members_of
from contactdays.intake.rows.parties import AvailabilityRow
from contactdays.intake.times import instant
from contactdays.intake.writing.conference import ConferenceRows
from contactdays.people.models import Availability, Delegation, Participant

LONGEST_CODE = 40


@dataclass(frozen=True, slots=True)
class Parties:
    """Delegations by kind and code, participants by the person's code, all in lower case."""

    delegations: dict[Key, Delegation]
    participants: dict[str, Participant]


def write_delegations(book: Book, edition: Edition, conference: ConferenceRows) -> Parties:
    """Let every post and organisation of ``book`` have its delegation and every member be a participant.

    Those there already are kept and changed, those no longer named are deleted.
    """
    delegations, left_over = _write_delegations(book, edition, conference)
    participants = _write_participants(members_of(book), edition, conference, delegations)
    Delegation.objects.filter(pk__in=left_over).delete()
    parties = Parties(delegations, participants)
    Availability.objects.bulk_create(_availability(row, edition, parties) for row in book.availabilities)
    return parties


def _write_delegations(
    book: Book, edition: Edition, conference: ConferenceRows
) -> tuple[dict[Key, Delegation], list[int]]:
    before = {(row.post_id, row.organisation_id): row for row in Delegation.objects.all()}
    wanted: dict[Key, Delegation] = {}
    for post in book.posts:
        owner = conference.posts[post.code.casefold()]
        kept = before.pop((owner.pk, None), None)
        wanted["post", post.code.casefold()] = kept or Delegation(edition=edition, post=owner)
    for organisation in book.organisations:
        partner = conference.organisations[organisation.code.casefold()]
        kept = before.pop((None, partner.pk), None)
        wanted["organisation", organisation.code.casefold()] = kept or Delegation(edition=edition, organisation=partner)
    Delegation.objects.bulk_create(row for row in wanted.values() if row.pk is None)
    return wanted, [row.pk for row in before.values()]


def _write_participants(
    members: list[Member], edition: Edition, conference: ConferenceRows, delegations: dict[Key, Delegation]
) -> dict[str, Participant]:
    before = {row.person_id: row for row in Participant.objects.all()}
    rows: dict[str, Participant] = {}
    for member, code in _coded(members, conference):
        person = conference.people[member.person]
        row = before.pop(person.pk, None) or Participant(edition=edition, person=person)
        row.code, row.delegation = code, delegations[member.party.key]
        named = member.named
        row.function = named.function if named else type(row.function)()
        row.spokesperson, row.listed = bool(named and named.spokesperson), bool(named and named.listed)
        rows[member.person] = row
    Participant.objects.filter(pk__in=[row.pk for row in before.values()]).delete()
    _save(rows.values())
    return rows


def _save(rows: Iterable[Participant]) -> None:
    """Codes that move from one participant to another are given up first: each is one participant's at any moment."""
    kept = [row for row in rows if row.pk is not None]
    codes = {row.pk: row.code for row in kept}
    for row in kept:
        row.code = f"~{row.pk}"
    Participant.objects.bulk_update(kept, ["code"])
    for row in kept:
        row.code = codes[row.pk]
    Participant.objects.bulk_update(kept, ["code", "delegation", "function", "spokesperson", "listed"])
    Participant.objects.bulk_create(row for row in rows if row.pk is None)


def _coded(members: list[Member], conference: ConferenceRows) -> Iterator[tuple[Member, str]]:
    """Each member with a code: of who holds the post the post's, ``-2`` after it for a second; else the person's."""
    taken: set[str] = set()
    for member in sorted(members, key=lambda each: each.incumbency is None):
        post = conference.posts.get(member.party.key[1]) if member.incumbency else None
        wished = post.code if post else conference.people[member.person].code
        yield member, _free(wished, taken)


def _free(wished: str, taken: set[str]) -> str:
    code, number = wished, 1
    while code.casefold() in taken:
        number += 1
        code = f"{wished[: LONGEST_CODE - len(str(number)) - 1]}-{number}"
    taken.add(code.casefold())
    return code


def _availability(row: AvailabilityRow, edition: Edition, parties: Parties) -> Availability:
    participant = parties.participants[row.person.casefold()] if row.person else None
    delegation = parties.delegations[row.party.key] if row.party else None
    return Availability(
        edition=edition,
        delegation=delegation or participant.delegation,  # type: ignore[union-attr]
        participant=participant,
        kind=row.kind,
        start=instant(row.day, row.start or time.min, edition.zone),
        end=_end(row, edition),
        reason=row.reason,
    )


def _end(row: AvailabilityRow, edition: Edition) -> datetime:
    if row.end is not None:
        return instant(row.day, row.end, edition.zone)
    return instant(row.day + timedelta(days=1), time.min, edition.zone)
