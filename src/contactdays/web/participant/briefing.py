"""Who one meets: one meeting, or all those of a day on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404, HttpResponse
from django.shortcuts import render

from contactdays.agendas.briefings import Briefing, briefings_of
from contactdays.agendas.formats import clock_time, end_time
from contactdays.core import clock
from contactdays.web.participant.offline import owned
from contactdays.web.parts.requests import EditionRequest


@dataclass(frozen=True, slots=True)
class ShownBriefing:
    """A briefing with its day and hours by the edition's clock."""

    briefing: Briefing
    day: date
    start: str
    end: str


def show(request: EditionRequest, code: str) -> HttpResponse:
    """The briefing of one of one's own meetings; anybody else's, or one that is not held, is not there."""
    found = briefings_of(request.participant, request.language, code=code)
    if not found:
        raise Http404
    shown = _shown(request, found[0])
    return _page(request, "participant/briefing.html", {"shown": shown, "day": shown.day})


def show_day(request: EditionRequest) -> HttpResponse:
    """All briefings of ``?day=2026-02-04``, to print; of the whole week without a day. 404 for what is no date."""
    day = _day(request.GET.get("day", ""))
    found = briefings_of(request.participant, request.language, day=day)
    prepared = {"briefings": [_shown(request, each) for each in found], "day": day}
    return _page(request, "participant/briefings.html", prepared)


def _page(request: EditionRequest, template: str, prepared: Mapping[str, object]) -> HttpResponse:
    as_of = clock.now().astimezone(request.edition.zone)
    return owned(render(request, template, {**prepared, "as_of": as_of}), request.user)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise Http404 from None


def _shown(request: EditionRequest, briefing: Briefing) -> ShownBriefing:
    start: datetime = briefing.entry.start.astimezone(request.edition.zone)
    end = briefing.entry.end.astimezone(request.edition.zone)
    return ShownBriefing(briefing, start.date(), clock_time(start), end_time(start, end))
