"""Which plan a page of the organiser shows: the one asked for, else the current one, else the draft."""

from django.http import Http404

from contactdays.accounts.policy import can
from contactdays.planning.models import Plan
from contactdays.planning.queries import current_plan, draft_of, plan_numbered
from contactdays.web.parts.requests import EditionRequest


def shown_plan(request: EditionRequest) -> Plan | None:
    """The plan of ``?plan=`` (a number or ``draft``); None before there is any.

    Raises ``Http404`` for a plan that is not there or not for this reader.
    """
    asked = request.GET.get("plan", "")
    if not asked:
        plan = current_plan(request.edition) or draft_of(request.edition)
    elif asked == "draft":
        plan = draft_of(request.edition)
    else:
        plan = plan_numbered(request.edition, int(asked)) if asked.isdecimal() and len(asked) < 7 else None
    if (asked and plan is None) or (plan is not None and not can(request.user, "planning.view", plan)):
        raise Http404
    return plan


def plan_query(request: EditionRequest) -> str:
    """What keeps to the plan of this request in an address: ``?plan=draft``, or nothing."""
    asked = request.GET.get("plan", "")
    return f"?plan={asked}" if asked else ""
