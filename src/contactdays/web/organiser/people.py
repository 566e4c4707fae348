"""Everyone who takes part, and each person's agenda as an organiser may see it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from contactdays.accounts.policy import can
from contactdays.agendas.entries import Agenda
from contactdays.agendas.queries import agenda_of, participant_by_code
from contactdays.editions.models import Edition
from contactdays.people.models import Incumbency, Participant
from contactdays.people.naming import name_of_delegation, role_of
from contactdays.people.queries import participants_of
from contactdays.web.parts.agenda import agenda_page, as_others_see
from contactdays.web.parts.files import agenda_pdf
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.parts.search import folded

PAGE_LENGTH = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the directory; ``searched`` is what a search looks through."""

    code: str
    name: str
    sorted_by: str
    original: str
    original_language: str
    role: str
    stands_for: str
    searched: str


def directory(request: EditionRequest) -> HttpResponse:
    """People by name; with ``q``, those whose name, post, country or organisation holds every word of it."""
    query = request.GET.get("q", "")[:200]
    words = folded(query).split()
    rows = sorted(_rows(request.edition), key=lambda row: row.sorted_by)
    found = [row for row in rows if all(word in row.searched for word in words)]
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    return render(request, "organiser/people.html", {"shown": page, "query": query})


def _rows(edition: Edition) -> Iterator[Row]:
    held = {(each.post_id, each.person_id): each for each in Incumbency.objects.order_by("begins", "pk")}
    for participant in participants_of(edition):
        yield _row(participant, held.get((participant.delegation.post_id or 0, participant.person_id)))


def _row(participant: Participant, incumbency: Incumbency | None) -> Row:
    person, delegation = participant.person, participant.delegation
    stands_for, role = name_of_delegation(delegation), role_of(participant, incumbency)
    post = delegation.post
    codes = [participant.code, *([post.city, post.country, *post.accredited_to] if post else [])]
    return Row(
        code=participant.code,
        name=person.name,
        sorted_by=folded(f"{person.family_name} {person.given_name}"),
        original=person.original_name,
        original_language=person.original_language,
        role="" if role == stands_for else role,
        stands_for=stands_for,
        searched=folded(" ".join([person.name, person.original_name, stands_for, role, *codes])),
    )


def agenda(request: EditionRequest, code: str) -> HttpResponse:
    participant, shown = _readable(request, code)
    prepared = {
        "shown": agenda_page(shown) if shown else None,
        "person": participant.person,
        "code": code,
    }
    return render(request, "organiser/agenda.html", prepared)


def agenda_as_pdf(request: EditionRequest, code: str) -> HttpResponse:
    participant, shown = _readable(request, code)
    if shown is None:
        raise Http404
    return agenda_pdf(shown, participant.code)


def _readable(request: EditionRequest, code: str) -> tuple[Participant, Agenda | None]:
    """The participant and their agenda in the language of the page; 404 for whoever may not read it."""
    participant = participant_by_code(request.edition, code)
    if participant is None or not can(request.user, "agendas.read", participant):
        raise Http404
    found = agenda_of(participant, request.language)
    with override(request.language):
        return participant, as_others_see(found) if found else None
