"""The figures of one plan: each a sentence, a drawing and its table."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from contactdays.accounts.policy import can
from contactdays.agendas.formats import language_names
from contactdays.editions.models import Edition, MeetingWindow
from contactdays.people.enums import HomeRegion, OrganisationKind, WorldRegion
from contactdays.people.models import Organisation
from contactdays.planning.balance import half_days, requests_balance
from contactdays.planning.models import Plan
from contactdays.planning.moves import moves_of
from contactdays.planning.programme_balance import COMPULSORY, OPEN, OPTIONAL, ProgrammeBalance, programme_balance
from contactdays.planning.queries import draft_of, plan_figures, plan_numbered
from contactdays.planning.selection import Selection, held_meetings
from contactdays.planning.slots import slots_of
from contactdays.programme.enums import SessionKind
from contactdays.web.organiser.figure_sections import (
    Section,
    half_day_section,
    hours,
    request_section,
    share_section,
)
from contactdays.web.organiser.post_sections import gap_section, post_section, value_section
from contactdays.web.organiser.verdict import verdict_of
from contactdays.web.parts.requests import EditionRequest

Name = Callable[[str], str]


def draft(request: EditionRequest) -> HttpResponse:
    return _page(request, draft_of(request.edition))


def plan(request: EditionRequest, number: int) -> HttpResponse:
    return _page(request, plan_numbered(request.edition, number))


def _page(request: EditionRequest, found: Plan | None) -> HttpResponse:
    if found is None or not can(request.user, "planning.view", found):
        raise Http404
    posts, starving = post_section(found, request.edition)
    prepared = {
        "plan": found,
        "verdict": verdict_of(plan_figures(found)),
        "value": value_section(found),
        "requests": _requests(found),
        "posts": posts,
        "starving": starving,
        "week": (gap_section(found, request.edition), _places(found, request.edition)),
        "programme": _programme(programme_balance(found)),
    }
    return render(request, "organiser/plan_figures.html", prepared)


def _requests(found: Plan) -> tuple[Section, ...]:
    balance = requests_balance(found)
    return (
        request_section("priority", _("Priority"), balance.priority, _priority),
        request_section("region", _("Region of the post"), balance.world_region, _labels(WorldRegion)),
        request_section("sector", _("Sector"), balance.sector, lambda key: key or _("not given")),
        request_section("kind", _("Kind of organisation"), balance.kind, _labels(OrganisationKind)),
        request_section("home", _("Region of the organisation"), balance.home_region, _labels(HomeRegion)),
    )


def _priority(key: str) -> str:
    return _("priority %(number)s") % {"number": key}


def _labels(choices: type[WorldRegion] | type[OrganisationKind] | type[HomeRegion] | type[SessionKind]) -> Name:
    named = dict(choices.choices)
    return lambda key: str(named.get(key, key)) if key else _("not given")


def _places(found: Plan, edition: Edition) -> Section:
    windows = list(MeetingWindow.objects.order_by("start"))
    slots = slots_of(found, edition, held_meetings(found), Selection(), moves_of(found))
    return half_day_section(half_days(edition, windows, slots))


def _programme(balance: ProgrammeBalance) -> tuple[Section, ...]:
    language = get_language() or "en"
    minutes = {each.key: each.minutes for each in balance.duties}
    duty = _("%(must)s are compulsory for somebody, %(may)s are optional.") % {
        "must": hours(minutes.get(COMPULSORY, 0)),
        "may": hours(minutes.get(OPTIONAL, 0)),
    }
    spoken = _("A session in several languages counts in each.")
    speaking = _("A session counts for each government that speaks in it; the King counts as federal.")
    total = _("The programme lasts %(hours)s; sessions at the same time count each.") % {
        "hours": hours(sum(each.minutes for each in balance.kinds))
    }
    duties = {COMPULSORY: _("compulsory"), OPTIONAL: _("optional"), OPEN: _("nobody named")}
    return (
        share_section("kinds", _("Kind of session"), total, balance.kinds, _labels(SessionKind)),
        share_section("duties", _("Compulsory or optional"), duty, balance.duties, lambda key: duties[key]),
        share_section(
            "languages", _("Language"), spoken, balance.languages, lambda key: language_names((key,), language)
        ),
        share_section("governments", _("Government that speaks"), speaking, balance.governments, _government(language)),
    )


def _government(language: str) -> Name:
    communities = Organisation.objects.filter(kind=OrganisationKind.COMMUNITY_GOVERNMENT)
    names = {each.code: each.name_in(language) for each in communities} | {
        key: str(label) for key, label in HomeRegion.choices
    }
    return lambda key: names.get(key, key)
