"""The pages everyone may read. They know nothing of who is signed in, so that one copy serves all."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contactdays.agendas.ical import to_ical
from contactdays.agendas.public import public_agenda
from contactdays.core import clock
from contactdays.planning.public_programme import ProgrammeDay, public_programme
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.public.entries import Setting, entry_days
from contactdays.web.public.front import front_page
from contactdays.web.public.linked_data import as_json, session_event, week_event
from contactdays.web.public.now import on_now
from contactdays.web.public.press.headlines import headlines, listed_texts, telling_of
from contactdays.web.public.programme import published_moment, score_of
from contactdays.web.public.sessions import days_beside, session_page

LATEST_NEWS = 3


@require_safe
def front(request: EditionRequest) -> HttpResponse:
    """What the ministry announces: theme, dates, place, who comes, whom they meet."""
    days = public_programme(request.edition, request.language)
    prepared = {
        "front": front_page(request.edition, request.language, days),
        "on": on_now(request.edition, days, clock.now()),
        "news": headlines(listed_texts(request.language)[:LATEST_NEWS], request.edition),
        "linked": _linked_week(request, days),
    }
    return render(request, "public/front.html", prepared)


@require_safe
def programme(request: EditionRequest) -> HttpResponse:
    """The public sessions of the published plan, day by day."""
    days = public_programme(request.edition, request.language)
    on = on_now(request.edition, days, clock.now())
    prepared = {
        "days": entry_days(days, Setting(request.edition, request.language, on)),
        "score": score_of(days),
        "on": on,
        "published": published_moment(request.edition),
        "linked": _linked_week(request, days),
    }
    return render(request, "public/programme.html", prepared)


@require_safe
def day(request: EditionRequest, day: date) -> HttpResponse:
    """The public sessions of one day, fit for one sheet of paper."""
    shown = [each for each in public_programme(request.edition, request.language) if each.day == day]
    if not shown:
        raise Http404
    on = on_now(request.edition, shown, clock.now())
    before, after = days_beside(request.edition, day)
    prepared = {
        "shown": entry_days(shown, Setting(request.edition, request.language, on))[0],
        "before": before,
        "after": after,
        "published": published_moment(request.edition),
        "linked": _linked_week(request, shown),
    }
    return render(request, "public/day.html", prepared)


@require_safe
def session(request: EditionRequest, code: str) -> HttpResponse:
    """One public session of the published plan; any other code is not found."""
    days = public_programme(request.edition, request.language)
    shown = session_page(days, code, on_now(request.edition, days, clock.now()))
    if shown is None:
        raise Http404
    linked = as_json(session_event(shown.item, _programme_address(request))) if shown.item.title else ""
    news = telling_of(code, request.edition, request.language)
    return render(request, "public/session.html", {"shown": shown, "news": news, "linked": linked})


@require_safe
def calendar(request: EditionRequest) -> HttpResponse:
    """The public programme as iCalendar; not there before the first publication."""
    agenda = public_agenda(request.edition, request.language)
    if agenda is None:
        raise Http404
    return HttpResponse(to_ical(agenda), content_type="text/calendar; charset=utf-8")


@require_safe
def accessibility(request: EditionRequest) -> HttpResponse:
    return render(request, "public/accessibility.html")


@require_safe
def privacy(request: EditionRequest) -> HttpResponse:
    return render(request, "public/privacy.html")


def _linked_week(request: EditionRequest, days: "tuple[ProgrammeDay, ...] | list[ProgrammeDay]") -> str:
    return as_json(week_event(request.edition, request.language, _programme_address(request), days))


def _programme_address(request: EditionRequest) -> str:
    return request.build_absolute_uri(address_in(request, "public:programme"))
