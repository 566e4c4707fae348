"""One session as an organiser sees it: when, where, who must, who may, who speaks."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render

from contactdays.people.naming import name_of_delegation
from contactdays.planning.attending import Attending, attending_at, session_in
from contactdays.planning.moves import moves_of
from contactdays.programme.enums import Duty
from contactdays.web.organiser.shown_plan import plan_query, shown_plan
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.parts.search import folded


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody at a session, and the code under which the board looks for them."""

    name: str
    code: str
    person: str


def session(request: EditionRequest, code: str) -> HttpResponse:
    plan = shown_plan(request)
    placement = session_in(plan, code) if plan else None
    if plan is None or placement is None or placement.session is None:
        raise Http404
    people = attending_at(placement.session)
    zone = request.edition.zone
    prepared = {
        "plan": plan,
        "session": placement.session,
        "placement": placement,
        "start": placement.start.astimezone(zone),
        "end": placement.end.astimezone(zone),
        "before": moves_of(plan).session_before(placement),
        "zone": zone,
        "speakers": _guests(people, Duty.SPEAKER),
        "must": _guests(people, Duty.MUST),
        "may": _guests(people, Duty.MAY),
        "in_plan": plan_query(request),
    }
    return render(request, "organiser/session.html", prepared)


def _guests(people: Iterable[Attending], duty: Duty) -> list[Guest]:
    """Those with this ``duty``, by name."""
    guests = [
        Guest(name_of_delegation(each.delegation), each.delegation.code, each.person)
        for each in people
        if each.duty == duty
    ]
    return sorted(guests, key=lambda guest: folded(guest.name))
