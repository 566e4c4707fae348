"""Requests: one a direction, of one mind about whether to meet, and not more binding ones than can be held."""

from collections import Counter, defaultdict

from contactdays.bilaterals.enums import Wish
from contactdays.intake.checks.examination import Examination
from contactdays.intake.rows.parties import Party
from contactdays.intake.rows.requests import RequestRow

Pair = frozenset[tuple[str, str]]


def one_a_direction(examination: Examination) -> None:
    """A party asks another once."""
    first: dict[object, RequestRow] = {}
    for request in examination.book.requests:
        before = first.setdefault((request.applicant.key, request.invitee.key), request)
        if before is not request:
            column = "to post" if request.invitee.post else "to organisation"
            examination.report("asked_twice", "Requests", request.row, column, other=before.code, first=before.row)


def must_or_never(examination: Examination) -> None:
    """No pair must meet and must never meet, whoever says which."""
    for requests in _by_pair(examination).values():
        binding = [request for request in requests if request.wish == Wish.MUST]
        barred = [request for request in requests if request.wish == Wish.NEVER]
        if binding and barred:
            one, other = sorted((binding[0], barred[0]), key=lambda request: request.row)
            examination.report("must_and_never", "Requests", other.row, "wish", other=one.code, first=one.row)


def must_of_somebody(examination: Examination) -> None:
    """A binding request is between parties that somebody stands for during the week."""
    if examination.book.edition is None:
        return
    for request in examination.book.requests:
        for party, prefix in ((request.applicant, "from"), (request.invitee, "to")):
            code = party.post.casefold()
            if request.wish == Wish.MUST and code in examination.held and not examination.held[code]:
                examination.report("must_of_vacant", "Requests", request.row, f"{prefix} post", value=party.post)


def musts_within_cap(examination: Examination) -> None:
    """No party has more binding meetings than it may hold. Reported at the request that is one too many."""
    edition = examination.book.edition
    if edition is None:
        return
    count: Counter[tuple[str, str]] = Counter()
    caps = {"post": edition.cap_post, "organisation": edition.cap_organisation}
    for pair, requests in _by_pair(examination).items():
        binding = next((request for request in requests if request.wish == Wish.MUST), None)
        for party in (binding.applicant, binding.invitee) if binding and len(pair) == 2 else ():
            count[party.key] += 1
            if count[party.key] == caps[party.key[0]] + 1 and binding is not None:
                _report_cap(examination, binding, party, caps[party.key[0]])


def _report_cap(examination: Examination, request: RequestRow, party: Party, cap: int) -> None:
    direction = "from" if party is request.applicant else "to"
    column = f"{direction} post" if party.post else f"{direction} organisation"
    examination.report("musts_over_cap", "Requests", request.row, column, value=party.code, cap=cap)


def lengths_agree(examination: Examination) -> None:
    """Two parties that asked each other for different lengths are noted; the longer one counts."""
    edition = examination.book.edition
    if edition is None:
        return
    for requests in _by_pair(examination).values():
        lengths = [request.length or edition.meeting_length for request in requests]
        if len(set(lengths)) > 1:
            last = requests[-1]
            values = {"other": requests[0].code, "minutes": max(lengths)}
            examination.report("lengths_differ", "Requests", last.row, "length", **values)


def _by_pair(examination: Examination) -> dict[Pair, list[RequestRow]]:
    found: dict[Pair, list[RequestRow]] = defaultdict(list)
    for request in examination.book.requests:
        found[request.pair].append(request)
    return found
