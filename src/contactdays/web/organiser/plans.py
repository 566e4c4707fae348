"""Plans and their figures."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from contactdays.accounts.policy import can
from contactdays.planning.models import Plan
from contactdays.planning.queries import (
    current_plan,
    draft_of,
    fullness_of_posts,
    plan_figures,
    plan_numbered,
    plans_of,
    unheld_of,
)
from contactdays.web.organiser.figures import causes, plan_row, post_counts, post_row, unheld_row
from contactdays.web.organiser.verdict import verdict_of
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest

PAGE_LENGTH = 50


def home(request: EditionRequest) -> HttpResponse:
    """The desk begins with the plans."""
    return redirect(address_in(request, "organiser:plans"))


def overview(request: EditionRequest) -> HttpResponse:
    """The draft and every published plan, newest first."""
    current = current_plan(request.edition)
    rows = [plan_row(each, request.edition, current) for each in plans_of(request.edition)]
    return render(request, "organiser/plans.html", {"rows": rows})


def draft(request: EditionRequest) -> HttpResponse:
    return _plan_page(request, draft_of(request.edition))


def plan(request: EditionRequest, number: int) -> HttpResponse:
    return _plan_page(request, plan_numbered(request.edition, number))


def _plan_page(request: EditionRequest, found: Plan | None) -> HttpResponse:
    if found is None or not can(request.user, "planning.view", found):
        raise Http404
    unheld, posts = unheld_of(found), [post_row(each) for each in fullness_of_posts(found, request.edition)]
    asked_for = [each for each in unheld if each.reason == request.GET.get("reason")]
    listed = asked_for or unheld
    page = Paginator(listed, PAGE_LENGTH).get_page(request.GET.get("page"))
    prepared = {
        "row": plan_row(found, request.edition, current_plan(request.edition)),
        "verdict": verdict_of(plan_figures(found)),
        "causes": causes(unheld),
        "of_one_reason": bool(asked_for),
        "shown": page,
        "unheld": [unheld_row(each) for each in page],
        "posts": posts,
        "counts": post_counts(posts),
    }
    return render(request, "organiser/plan.html", prepared)
