"""What agendas are made from, read once for all participants asked for: a handful of queries, however many entries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from contactdays.agendas.history import Standing
from contactdays.bilaterals.models import Meeting
from contactdays.editions.models import Edition
from contactdays.people.enums import AvailabilityKind
from contactdays.people.models import Availability, Incumbency, Participant
from contactdays.people.queries import Presence, participants_of, presence_in
from contactdays.planning.models import Occupancy, Placement, Plan
from contactdays.planning.queries import published_plans
from contactdays.programme.enums import Duty
from contactdays.programme.models import Attendance, Session


class Sources:
    """The published plans of ``edition`` and everything the entries of ``participants`` in them speak of."""

    def __init__(self, edition: Edition, participants: Iterable[Participant]) -> None:
        self.edition = edition
        self.participants = {participant.pk: participant for participant in participants}
        self.plans: list[Plan] = published_plans(edition)

    @cached_property
    def held(self) -> dict[tuple[int, int], dict[str, Standing]]:
        """What each participant has in each plan, by primary keys of plan and participant."""
        found: dict[tuple[int, int], dict[str, Standing]] = defaultdict(dict)
        rows = Occupancy.objects.filter(plan__in=self.plans, participant__in=self.participants).values_list(
            "plan_id",
            "participant_id",
            "placement__session_id",
            "placement__meeting_id",
            "start",
            "end",
            "placement__room_id",
            "placement_id",
        )
        for plan, participant, session, meeting, start, end, room, placement in rows:
            standing = Standing(start, end, room, placement=placement)
            found[plan, participant][activity_key(session, meeting)] = standing
        return found

    @cached_property
    def offered(self) -> dict[tuple[int, int], Standing]:
        """Every session as an optional one, by primary keys of plan and session."""
        rows = Placement.objects.filter(plan__in=self.plans, session__isnull=False)
        return {
            (plan, session): Standing(start, end, room, optional=True, placement=placement)
            for plan, session, start, end, room, placement in rows.values_list(
                "plan_id", "session_id", "start", "end", "room_id", "pk"
            )
        }

    @cached_property
    def may(self) -> dict[int, list[int]]:
        """The sessions each delegation may attend, by primary keys."""
        found: dict[int, list[int]] = defaultdict(list)
        rows = Attendance.objects.filter(duty=Duty.MAY).order_by("session_id")
        for delegation, session in rows.values_list("delegation_id", "session_id"):
            found[delegation].append(session)
        return found

    @cached_property
    def placements(self) -> dict[int, Placement]:
        """The placements that entries speak of, by primary key."""
        wanted = {standing.placement for week in self.held.values() for standing in week.values()}
        wanted |= {standing.placement for standing in self.offered.values()}
        placements = Placement.objects.filter(plan__in=self.plans).select_related("room__venue", "destination__venue")
        return {placement.pk: placement for placement in placements if placement.pk in wanted}

    @cached_property
    def sessions(self) -> dict[int | None, Session]:
        return {session.pk: session for session in Session.objects.all()}

    @cached_property
    def meetings(self) -> dict[int | None, Meeting]:
        meetings = Meeting.objects.select_related(
            "first__post", "first__organisation", "second__post", "second__organisation"
        ).prefetch_related("requests")
        if len(self.participants) == 1:
            meetings = meetings.filter(placements__occupancies__participant__in=self.participants).distinct()
        return {meeting.pk: meeting for meeting in meetings}

    @cached_property
    def speaking(self) -> dict[int, list[Attendance]]:
        """Who speaks at each session, by its primary key."""
        found: dict[int, list[Attendance]] = defaultdict(list)
        rows = Attendance.objects.filter(duty=Duty.SPEAKER).order_by("pk")
        for attendance in rows.select_related("delegation__post", "delegation__organisation"):
            found[attendance.session_id].append(attendance)
        return found

    @cached_property
    def everyone(self) -> dict[int, Participant]:
        return {participant.pk: participant for participant in participants_of(self.edition)}

    @cached_property
    def presence(self) -> Presence:
        return presence_in(self.edition)

    @cached_property
    def private(self) -> dict[int, list[Availability]]:
        """Private blocks, by the primary key of the delegation."""
        found: dict[int, list[Availability]] = defaultdict(list)
        for block in Availability.objects.filter(kind=AvailabilityKind.PRIVATE).order_by("start", "pk"):
            found[block.delegation_id].append(block)
        return found

    @cached_property
    def _incumbencies(self) -> dict[tuple[int, int], list[Incumbency]]:
        found: dict[tuple[int, int], list[Incumbency]] = defaultdict(list)
        for incumbency in Incumbency.objects.order_by("begins", "pk"):
            found[incumbency.post_id, incumbency.person_id].append(incumbency)
        return found

    def incumbency(self, participant: Participant, day: date | None = None) -> Incumbency | None:
        """The incumbency by which ``participant`` holds the post on ``day``, or else their latest one."""
        held = self._incumbencies.get((participant.delegation.post_id or 0, participant.person_id), [])
        covering = [incumbency for incumbency in held if day and incumbency.covers(day)]
        return next(reversed(covering or held), None)


def activity_key(session: int | None, meeting: int | None) -> str:
    """What an activity is called while agendas are made, by primary keys."""
    return f"session {session}" if session else f"meeting {meeting}"
