"""Requests, and one meeting for each pair that asked."""

from collections import defaultdict

from contactdays.bilaterals.models import Meeting, Request
from contactdays.editions.models import Edition
from contactdays.intake.book import Book
from contactdays.intake.rows.requests import RequestRow
from contactdays.intake.writing.delegations import Parties

Pair = frozenset[tuple[str, str]]


def write_requests(book: Book, edition: Edition, parties: Parties) -> None:
    """Write the requests; the two of a pair that asked each other share one meeting."""
    pairs: dict[Pair, list[RequestRow]] = defaultdict(list)
    for row in book.requests:
        pairs[row.pair].append(row)
    made = Meeting.objects.bulk_create(_meeting(rows, edition, parties) for rows in pairs.values())
    meetings = dict(zip(pairs, made, strict=True))
    Request.objects.bulk_create(
        Request(
            edition=edition,
            code=row.code,
            applicant=parties.delegations[row.applicant.key],
            invitee=parties.delegations[row.invitee.key],
            meeting=meetings[row.pair],
            purpose=row.purpose,
            priority=row.priority,
            wish=row.wish,
        )
        for row in book.requests
    )


def _meeting(rows: list[RequestRow], edition: Edition, parties: Parties) -> Meeting:
    """The meeting of a pair, called after its first request in order of codes; the longer of two lengths counts."""
    sides = (parties.delegations[rows[0].applicant.key], parties.delegations[rows[0].invitee.key])
    first, second = sorted(sides, key=lambda delegation: delegation.pk)
    return Meeting(
        edition=edition,
        code=min((row.code for row in rows), key=str.casefold),
        first=first,
        second=second,
        duration=max(row.length or edition.meeting_length for row in rows),
    )
