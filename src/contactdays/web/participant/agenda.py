"""One's own published week, on the screen and on paper."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from contactdays.agendas.errors import NoSuchPlan
from contactdays.agendas.queries import PersonalWeek, agenda_of, personal_week
from contactdays.agendas.services import see_plan
from contactdays.core import clock
from contactdays.web.participant.glance import glance_at
from contactdays.web.participant.moment import Phase, moment_of, ways_of
from contactdays.web.participant.offline import owned
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.agenda import Reading, agenda_page
from contactdays.web.parts.changes import shown_changes, told_by_entry
from contactdays.web.parts.files import agenda_pdf
from contactdays.web.parts.requests import EditionRequest


def show(request: EditionRequest) -> HttpResponse:
    """The week at this moment. A first look counts as having seen the plan that is shown."""
    week = personal_week(request.participant, request.language)
    as_of = clock.now().astimezone(request.edition.zone)
    prepared = {"person": request.participant.person, "as_of": as_of, **(_prepared(request, week) if week else {})}
    if week is not None and week.seen is None:
        see_plan(request.participant, week.agenda.plan_number, actor=request.user)
    return owned(render(request, "participant/agenda.html", prepared), request.user)


def _prepared(request: EditionRequest, week: PersonalWeek) -> dict[str, Any]:
    moment = moment_of(week.agenda, request.edition, clock.now(), ways_of(request.edition))
    changes = shown_changes(week.changes, week.agenda)
    now = moment.now if moment.phase is Phase.DURING else None
    return {
        "shown": agenda_page(week.agenda, Reading(now, told_by_entry(changes))),
        "moment": moment,
        "glance": glance_at(week.agenda, moment.now),
        "today": moment.now.date(),
        "changes": changes,
        "seen": week.seen,
        "seen_at": week.seen.at.astimezone(request.edition.zone) if week.seen else None,
    }


@require_POST
def see(request: EditionRequest) -> HttpResponse:
    """Note that the changes of the plan in the form were seen; 404 for a plan that was never published."""
    number = request.POST.get("plan", "")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise Http404
    try:
        see_plan(request.participant, int(number), actor=request.user)
    except NoSuchPlan:
        raise Http404 from None
    return redirect(address_in(request, "participant:agenda"))


def pdf(request: EditionRequest) -> HttpResponse:
    agenda = agenda_of(request.participant, request.language)
    if agenda is None:
        raise Http404
    return agenda_pdf(agenda, request.participant.code)
