"""Running the planner on the draft."""

import json
from collections.abc import Callable
from dataclasses import asdict

from django.db import transaction

from contactdays import planner
from contactdays.accounts.policy import require
from contactdays.audit import services as audit
from contactdays.bilaterals.models import Meeting
from contactdays.core import clock
from contactdays.editions.models import Edition, Room
from contactdays.planning.enums import PlanState, RunState
from contactdays.planning.errors import CannotBePlanned, DraftChanged, PlanRefused
from contactdays.planning.models import Placement, Plan, Run
from contactdays.planning.moments import Moments, moments_of
from contactdays.planning.names import meeting_id
from contactdays.planning.services.drafts import FIGURES, occupy, open_draft
from contactdays.planning.snapshot import snapshot_of


def run_planner(
    edition: Edition,
    *,
    actor: audit.Actor,
    seed: int = 0,
    stop: planner.Stop | None = None,
    on_progress: Callable[[planner.Progress], None] | None = None,
) -> Run:
    """Plan every bilateral of the draft around its sessions, have the checker accept it, and write it into the draft.

    Raises ``CannotBePlanned``, ``PlanRefused`` or ``DraftChanged``; the draft is then as it was, and the run says why.
    """
    require(actor, "planning.run", edition)
    draft = open_draft(edition)
    problem = snapshot_of(draft, edition).problem
    run = _begin(edition, problem, seed)
    try:
        result = planner.solve(problem, stop or planner.Stop(), seed=seed, on_progress=on_progress)
    except planner.Infeasible as refusal:
        _end(run, RunState.INFEASIBLE, violations=[asdict(violation) for violation in refusal.violations])
        raise CannotBePlanned(rules=refusal.rules, activities=refusal.activities) from refusal
    violations = planner.check(problem, result.plan)
    if violations:
        _end(run, RunState.REFUSED, violations=[asdict(violation) for violation in violations])
        raise PlanRefused(violations=violations)
    _keep(run, draft, problem, result, actor)
    return run


def _begin(edition: Edition, problem: planner.Problem, seed: int) -> Run:
    run = Run(edition=edition, started=clock.now(), seed=seed, problem=planner.problem_text(problem))
    run.save()
    return run


def _end(run: Run, state: RunState, **facts: object) -> None:
    run.state, run.ended = state, clock.now()
    for name, value in facts.items():
        setattr(run, name, json.loads(json.dumps(value)))
    run.save()


@transaction.atomic
def _keep(run: Run, draft: Plan, problem: planner.Problem, result: planner.Result, actor: audit.Actor) -> None:
    edition = draft.edition
    draft = Plan.objects.select_for_update().get(pk=draft.pk)
    if draft.state != PlanState.DRAFT or snapshot_of(draft, edition).problem != problem:
        raise DraftChanged(run=run.pk)
    _place_meetings(draft, edition, result.plan, moments_of(edition))
    for figure in FIGURES:
        setattr(draft, figure, getattr(result, figure))
    draft.save(update_fields=list(FIGURES))
    run.plan = draft
    _end(
        run,
        RunState.DONE,
        stages=[asdict(stage) for stage in result.stages],
        reasons=[asdict(reason) for reason in result.reasons],
    )
    after = {figure: getattr(draft, figure) for figure in FIGURES}
    audit.record("plan.planned", f"run {run.pk}", edition=edition, actor=actor, after=after)


def _place_meetings(draft: Plan, edition: Edition, plan: planner.Plan, moments: Moments) -> None:
    """Replace the meetings of ``draft`` by those of ``plan``; pins stay with the meetings that had them."""
    before = {placement.meeting_id: placement for placement in Placement.objects.filter(plan=draft, session=None)}
    Placement.objects.filter(plan=draft, session=None).delete()
    meetings = {meeting_id(meeting.code): meeting for meeting in Meeting.objects.all()}
    rooms = {room.code: room for room in Room.objects.all()}
    placements = []
    for assignment in plan.assignments:
        if assignment.activity in meetings and assignment.place is not None:
            meeting = meetings[assignment.activity]
            pinned = before.get(meeting.pk)
            placements.append(
                Placement(
                    edition=edition,
                    plan=draft,
                    meeting=meeting,
                    start=moments.instant(assignment.start),
                    end=moments.instant(assignment.end),
                    room=rooms[assignment.place],
                    time_pinned=pinned is not None and pinned.time_pinned,
                    room_pinned=pinned is not None and pinned.room_pinned,
                )
            )
    Placement.objects.bulk_create(placements)
    occupy(placements, edition)
