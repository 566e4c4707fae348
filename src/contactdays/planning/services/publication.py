"""Publishing: the plan, its record and its messages in one transaction."""

from django.db import transaction
from django.db.models import Max

from contactdays import planner
from contactdays.accounts.policy import require
from contactdays.audit import services as audit
from contactdays.core import clock
from contactdays.editions.models import Edition
from contactdays.outbox.services import Letter, post
from contactdays.people.models import Participant
from contactdays.planning.enums import PlanState
from contactdays.planning.errors import NothingToPublish, PlanRefused
from contactdays.planning.models import CurrentPlan, Occupancy, Placement, Plan
from contactdays.planning.queries import current_plan
from contactdays.planning.snapshot import plan_of, snapshot_of


@transaction.atomic
def publish(edition: Edition, *, actor: audit.Actor) -> Plan:
    """Number the draft and make it the edition's current plan: one transaction with its record and its messages.

    The checker must accept it, else ``PlanRefused``. Raises ``NothingToPublish`` without a draft that holds anything.
    """
    require(actor, "planning.publish", edition)
    draft = Plan.objects.select_for_update().filter(state=PlanState.DRAFT).first()
    if draft is None or not Placement.objects.filter(plan=draft).exists():
        raise NothingToPublish(edition=edition.code)
    _require_accepted(draft, edition)
    previous = current_plan(edition)
    draft.number = (Plan.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    draft.state, draft.published, draft.published_by_id = PlanState.PUBLISHED, clock.now(), actor.user_id
    draft.save()
    _make_current(edition, draft)
    told = _tell_those_concerned(edition, previous, draft)
    audit.record(
        "plan.published",
        f"plan {draft.number}",
        edition=edition,
        actor=actor,
        before={"plan": previous.number if previous else None},
        after={"plan": draft.number, "value": draft.value, "messages": told},
    )
    return draft


def _require_accepted(draft: Plan, edition: Edition) -> None:
    snapshot = snapshot_of(draft, edition)
    violations = planner.check(snapshot.problem, plan_of(draft, snapshot, edition))
    if violations:
        raise PlanRefused(violations=violations)


def _make_current(edition: Edition, plan: Plan) -> None:
    current = CurrentPlan.objects.first() or CurrentPlan(edition=edition)
    current.plan = plan
    current.save()


def _tell_those_concerned(edition: Edition, previous: Plan | None, plan: Plan) -> int:
    """One message to each participant whose agenda is new or not as it was. Return how many."""
    before, after = _weeks(previous), _weeks(plan)
    concerned = {participant for participant in {*before, *after} if before.get(participant) != after.get(participant)}
    people = Participant.objects.filter(pk__in=concerned).exclude(person__email="").select_related("person")
    letters = [
        Letter(
            key=f"plan-{edition.code}-{plan.number}-{participant.code}",
            recipient=participant.person.name,
            address=participant.person.email,
            language=participant.person.language,
            template="agenda-changed" if participant.pk in before else "agenda-ready",
            values={"plan": str(plan.number), "edition": edition.code},
        )
        for participant in people.order_by("code")
    ]
    return len(post(letters, edition=edition))


def _weeks(plan: Plan | None) -> dict[int, frozenset[tuple[object, ...]]]:
    """What each participant has in ``plan``: activity, time and room."""
    weeks: dict[int, set[tuple[object, ...]]] = {}
    rows = Occupancy.objects.filter(plan=plan, participant__isnull=False)
    for participant, *held in rows.values_list(
        "participant_id", "placement__session_id", "placement__meeting_id", "start", "end", "placement__room_id"
    ):
        weeks.setdefault(participant, set()).add(tuple(held))
    return {participant: frozenset(held) for participant, held in weeks.items()}


def published_plan(plan: Plan, edition: Edition) -> str:
    """``plan`` as the planner's JSON, for anybody to check against its problem."""
    return planner.plan_text(plan_of(plan, snapshot_of(plan, edition), edition))
