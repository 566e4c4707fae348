"""Plans of the whole week. A time and a place stand in a placement and nowhere else."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from contactdays.bilaterals.models import Meeting
from contactdays.core.models import EditionOwned
from contactdays.editions.models import Room
from contactdays.people.models import Participant
from contactdays.planning.enums import PlanState, RunState
from contactdays.programme.models import Session


class Plan(EditionOwned):
    """The whole week. A draft until published; then numbered, and never changed again (the database sees to it).

    The figures are those of the run the plan came from, as the checker accepted them: ``value`` is the sum of the
    weights of the meetings held, ``bound`` what no plan can exceed, ``flow_bound`` the same without regard to time,
    ``gaps`` idle stretches inside half-days, ``room_moves`` changes of table between consecutive meetings.
    """

    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    number = models.PositiveIntegerField(null=True, blank=True)
    based_on = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created = models.DateTimeField()
    published = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    value = models.PositiveIntegerField(null=True, blank=True)
    bound = models.PositiveIntegerField(null=True, blank=True)
    flow_bound = models.PositiveIntegerField(null=True, blank=True)
    proven = models.BooleanField(default=False)
    gaps = models.PositiveIntegerField(null=True, blank=True)
    room_moves = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="one_plan_a_number"),
            models.UniqueConstraint(
                fields=["edition"], condition=Q(state=PlanState.DRAFT), name="one_draft_an_edition"
            ),
            models.CheckConstraint(
                condition=Q(state=PlanState.DRAFT, number__isnull=True, published__isnull=True)
                | Q(state=PlanState.PUBLISHED, number__isnull=False, published__isnull=False),
                name="plan_numbered_when_published",
            ),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"plan {self.number}" if self.number else "draft"


class CurrentPlan(EditionOwned):
    """The published plan an edition goes by."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition"], name="one_current_plan")]

    def __str__(self) -> str:
        return f"current: {self.plan_id}"


class Placement(EditionOwned):
    """A session or a meeting stands in a plan from ``start`` to ``end`` in a room. Pins hold time or place fast.

    ``destination`` is where a transfer ends.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="placements")
    session = models.ForeignKey(Session, null=True, blank=True, on_delete=models.PROTECT, related_name="placements")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="placements")
    start = models.DateTimeField()
    end = models.DateTimeField()
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="placements")
    destination = models.ForeignKey(Room, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    time_pinned = models.BooleanField(default=False)
    room_pinned = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(session__isnull=True) ^ Q(meeting__isnull=True), name="placement_of_one_activity"
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="placement_ends_after_it_begins"),
            models.UniqueConstraint(fields=["plan", "session"], name="one_placement_a_session"),
            models.UniqueConstraint(fields=["plan", "meeting"], name="one_placement_a_meeting"),
        ]
        ordering = ["start", "pk"]

    def __str__(self) -> str:
        return f"{self.session_id or self.meeting_id} {self.start:%Y-%m-%d %H:%M}"


class Occupancy(EditionOwned):
    """A participant or a room is taken by a placement. Within a plan none is taken twice at once: the database
    refuses an overlap, whatever code writes it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="occupancies")
    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="occupancies")
    participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="occupancies"
    )
    room = models.ForeignKey(Room, null=True, blank=True, on_delete=models.PROTECT, related_name="occupancies")
    start = models.DateTimeField()
    end = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(participant__isnull=True) ^ Q(room__isnull=True), name="occupancy_of_one"
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="occupancy_ends_after_it_begins"),
        ]
        indexes = [
            models.Index(fields=["plan", "participant", "start"], name="occupancy_of_participant"),
            models.Index(fields=["plan", "room", "start"], name="occupancy_of_room"),
        ]
        ordering = ["start", "pk"]
        verbose_name_plural = "occupancies"

    def __str__(self) -> str:
        return f"{self.participant_id or self.room_id} {self.start:%Y-%m-%d %H:%M}–{self.end:%H:%M}"


class Run(EditionOwned):
    """One use of the planner: what it was given, how far it came, and why some requests were not held.

    ``stages`` and ``reasons`` are the planner's own values as JSON; meetings stand there by code.
    """

    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="runs")
    state = models.CharField(max_length=12, choices=RunState.choices, default=RunState.RUNNING)
    started = models.DateTimeField()
    ended = models.DateTimeField(null=True, blank=True)
    seed = models.IntegerField(default=0)
    problem = models.TextField()
    stages = models.JSONField(default=list)
    reasons = models.JSONField(default=list)
    violations = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"run {self.pk}: {self.state}"
