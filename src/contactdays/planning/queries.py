"""Reading plans: what stands in them, and their figures."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from contactdays.bilaterals.models import Meeting
from contactdays.editions.models import Edition
from contactdays.people.models import Delegation
from contactdays.planning.enums import PlanState
from contactdays.planning.models import CurrentPlan, Placement, Plan, Run


def current_plan(edition: Edition) -> Plan | None:
    """The published plan ``edition`` goes by, or None before the first publication."""
    current = CurrentPlan.objects.select_related("plan", "plan__published_by").first()
    return current.plan if current else None


def draft_of(edition: Edition) -> Plan | None:
    """The draft, or None when there is none."""
    return Plan.objects.filter(state=PlanState.DRAFT).first()


def published_plans(edition: Edition) -> list[Plan]:
    """All published plans, oldest first."""
    return list(Plan.objects.filter(state=PlanState.PUBLISHED).select_related("published_by").order_by("number"))


def plans_of(edition: Edition) -> list[Plan]:
    """The draft, if any, then the published plans, newest first."""
    draft = draft_of(edition)
    return ([draft] if draft else []) + published_plans(edition)[::-1]


def plan_numbered(edition: Edition, number: int) -> Plan | None:
    """The published plan with this number, or None."""
    return Plan.objects.filter(state=PlanState.PUBLISHED, number=number).select_related("published_by").first()


def placements_in(plan: Plan) -> list[Placement]:
    """Every placement of ``plan`` with its activity and place, in order of time."""
    return list(_with_everything(Placement.objects.filter(plan=plan)))


def _with_everything(placements: QuerySet[Placement]) -> QuerySet[Placement]:
    return placements.select_related(
        "session", "meeting", "room__venue", "room__part_of", "destination__venue", "destination__part_of"
    ).order_by("start", "pk")


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """A plan in numbers. ``held`` of ``asked`` meetings that may be held; value against its bounds."""

    held: int
    asked: int
    sessions: int
    value: int | None
    bound: int | None
    flow_bound: int | None
    proven: bool
    gaps: int | None
    room_moves: int | None


def plan_figures(plan: Plan) -> PlanFigures:
    counts = Placement.objects.filter(plan=plan).aggregate(
        held=Count("pk", filter=Q(meeting__isnull=False)), sessions=Count("pk", filter=Q(session__isnull=False))
    )
    return PlanFigures(
        held=counts["held"],
        asked=Meeting.objects.count(),
        sessions=counts["sessions"],
        value=plan.value,
        bound=plan.bound,
        flow_bound=plan.flow_bound,
        proven=plan.proven,
        gaps=plan.gaps,
        room_moves=plan.room_moves,
    )


@dataclass(frozen=True, slots=True)
class Unheld:
    """A meeting that is not held, the code of the reason, and the delegations the reason concerns."""

    meeting: Meeting
    reason: str
    concerned: tuple[Delegation, ...]


def unheld_of(plan: Plan) -> list[Unheld]:
    """The meetings ``plan`` does not hold, as its run explained them; empty for a plan no run has made."""
    run = Run.objects.filter(plan=plan).order_by("-pk").first()
    if run is None:
        return []
    meetings = _meetings_by_id()
    delegations = {each.code: each for each in Delegation.objects.select_related("post", "organisation")}
    return [
        Unheld(
            meetings[reason["request"]],
            reason["code"],
            tuple(delegations[code] for code in reason["participants"] if code in delegations),
        )
        for reason in run.reasons
        if reason["request"] in meetings
    ]


def _meetings_by_id() -> dict[str, Meeting]:
    meetings = Meeting.objects.select_related(
        "first__post", "first__organisation", "second__post", "second__organisation"
    ).prefetch_related("requests")
    return {f"meeting:{meeting.code}": meeting for meeting in meetings}


@dataclass(frozen=True, slots=True)
class Fullness:
    """How many meetings a post holds in a plan, of how many it was asked for or asked itself."""

    delegation: Delegation
    held: int
    asked: int
    cap: int


def fullness_of_posts(plan: Plan, edition: Edition) -> list[Fullness]:
    """Every post, fullest first."""
    held = _counted(Meeting.objects.filter(placements__plan=plan))
    asked = _counted(Meeting.objects.all())
    posts = Delegation.objects.filter(post__isnull=False).select_related("post")
    rows = [Fullness(post, held[post.pk], asked[post.pk], edition.cap_post) for post in posts]
    return sorted(rows, key=lambda row: (-row.held, -row.asked, row.delegation.code))


def _counted(meetings: "QuerySet[Meeting]") -> Counter[int]:
    pairs: Iterable[tuple[int, int]] = meetings.values_list("first_id", "second_id")
    return Counter(delegation for pair in pairs for delegation in pair)
