"""The meetings behind the band of the board: a day slot by slot, and one slot place by place."""

from datetime import date, datetime, time

from django.http import Http404, HttpResponse
from django.shortcuts import render

from contactdays.editions.models import MeetingWindow
from contactdays.planning.moves import moves_of
from contactdays.planning.selection import Selection, held_meetings
from contactdays.planning.slot_meetings import meetings_in_slot
from contactdays.planning.slots import slot_starts, slots_of
from contactdays.web.organiser.looking_for import looking_for
from contactdays.web.organiser.shown_plan import plan_query, shown_plan
from contactdays.web.parts.requests import EditionRequest


def day(request: EditionRequest, day: date) -> HttpResponse:
    """The slots of one day: how many meetings each holds, and how many places are free."""
    plan = shown_plan(request)
    if plan is None or day not in request.edition.days:
        raise Http404
    selection = looking_for(request).selection
    slots = slots_of(plan, request.edition, held_meetings(plan), selection, moves_of(plan))
    prepared = {
        "plan": plan,
        "day": day,
        "slots": [slot for slot in slots if slot.start.date() == day],
        "selecting": selection != Selection(),
        "in_plan": plan_query(request),
    }
    return render(request, "organiser/board_day.html", prepared)


def slot(request: EditionRequest, day: date, moment: time) -> HttpResponse:
    """The meetings of the slot that begins at ``moment``; 404 when none begins then."""
    plan = shown_plan(request)
    starts = slot_starts(request.edition, MeetingWindow.objects.order_by("start"))
    start = datetime.combine(day, moment, tzinfo=request.edition.zone)
    if plan is None or start not in starts:
        raise Http404
    number = starts.index(start)
    on_this_day = [each for each in starts if each.date() == day]
    prepared = {
        "plan": plan,
        "day": day,
        "start": starts[number],
        "rows": meetings_in_slot(plan, request.edition, start),
        "earlier": next((each for each in reversed(on_this_day) if each < start), None),
        "later": next((each for each in on_this_day if each > start), None),
        "zone": request.edition.zone,
        "in_plan": plan_query(request),
    }
    return render(request, "organiser/board_slot.html", prepared)
