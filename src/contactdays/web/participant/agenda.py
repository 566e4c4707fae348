"""One's own published week, on the screen and on paper."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from contactdays.agendas.queries import agenda_of
from contactdays.web.parts.agenda import agenda_page
from contactdays.web.parts.files import agenda_pdf
from contactdays.web.parts.requests import EditionRequest


def show(request: EditionRequest) -> HttpResponse:
    agenda = agenda_of(request.participant, request.language)
    prepared = {"shown": agenda_page(agenda) if agenda else None, "person": request.participant.person}
    return render(request, "participant/agenda.html", prepared)


def pdf(request: EditionRequest) -> HttpResponse:
    agenda = agenda_of(request.participant, request.language)
    if agenda is None:
        raise Http404
    return agenda_pdf(agenda, request.participant.code)
