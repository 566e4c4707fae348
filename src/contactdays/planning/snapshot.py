"""The database as the planner's problem, and a plan's placements as the planner's plan."""

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from contactdays import planner
from contactdays.bilaterals.enums import Wish
from contactdays.bilaterals.models import Meeting
from contactdays.editions.models import Edition, MeetingWindow, Room, Travel
from contactdays.people.enums import AvailabilityKind
from contactdays.people.models import Availability, Delegation
from contactdays.people.queries import Presence, presence_in
from contactdays.planning.models import Placement, Plan
from contactdays.planning.moments import Moments, day_of, midnight, moments_of
from contactdays.planning.names import activity_of, meeting_id, session_id
from contactdays.planning.queries import placements_in
from contactdays.programme.enums import Duty
from contactdays.programme.models import Attendance


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the planner is given, with the delegations behind its participants, by their code."""

    problem: planner.Problem
    delegations: dict[str, Delegation]
    presence: Presence


def snapshot_of(draft: Plan, edition: Edition) -> Snapshot:
    """The problem that ``draft`` poses: its sessions stand fixed, its pinned meetings are pinned."""
    moments, presence = moments_of(edition), presence_in(edition)
    delegations = {
        delegation.code: delegation
        for delegation in Delegation.objects.select_related("post", "organisation").order_by("pk")
    }
    codes = {delegation.pk: code for code, delegation in delegations.items()}
    placements = placements_in(draft)
    problem = planner.Problem(
        origin=moments.origin.isoformat(),
        participants=_participants(edition, moments, presence, delegations),
        slots=_slots(edition, moments),
        places=_places(edition, moments),
        travel=_travel(),
        change_over=edition.change_over,
        sessions=_sessions(edition, moments, presence, codes, placements),
        requests=_requests(edition, codes),
        pins=_pins(moments, placements),
        days=_days(edition, moments),
    )
    return Snapshot(problem, delegations, presence)


def _days(edition: Edition, moments: Moments) -> tuple[planner.Interval, ...]:
    edges = [moments.minute(midnight(edition, day)) for day in (*edition.days, edition.last_day + timedelta(days=1))]
    return tuple(planner.Interval(start, end) for start, end in itertools.pairwise(edges))


def _participants(
    edition: Edition, moments: Moments, presence: Presence, delegations: dict[str, Delegation]
) -> tuple[planner.Participant, ...]:
    days = dict(zip(edition.days, _days(edition, moments), strict=True))
    absences: dict[int, list[Availability]] = defaultdict(list)
    for availability in Availability.objects.order_by("start", "pk"):
        absences[availability.delegation_id].append(availability)
    return tuple(
        planner.Participant(
            id=code,
            available=_available(days, moments, absences.get(delegation.pk, [])),
            in_office=_in_office(days, presence, delegation),
            cap=edition.cap_post if delegation.post_id else edition.cap_organisation,
            kind="post" if delegation.post_id else "organisation",
        )
        for code, delegation in delegations.items()
    )


def _available(
    days: dict[date, planner.Interval], moments: Moments, rows: list[Availability]
) -> tuple[planner.Interval, ...]:
    """The whole edition, or the hours of ``only`` where there are any; less every absence."""
    only = [row for row in rows if row.kind == AvailabilityKind.ONLY]
    free = [_interval(moments, row) for row in only] or list(days.values())
    for row in rows:
        if row.kind != AvailabilityKind.ONLY:
            free = list(_without(free, _interval(moments, row)))
    return tuple(sorted(free))


def _interval(moments: Moments, row: Availability | MeetingWindow | Placement) -> planner.Interval:
    return planner.Interval(moments.minute(row.start), moments.minute(row.end))


def _without(free: Iterable[planner.Interval], away: planner.Interval) -> Iterable[planner.Interval]:
    for stretch in free:
        if stretch.start < min(stretch.end, away.start):
            yield planner.Interval(stretch.start, min(stretch.end, away.start))
        if max(stretch.start, away.end) < stretch.end:
            yield planner.Interval(max(stretch.start, away.end), stretch.end)


def _in_office(
    days: dict[date, planner.Interval], presence: Presence, delegation: Delegation
) -> tuple[planner.Interval, ...]:
    return tuple(interval for day, interval in days.items() if (delegation.pk, day) not in presence.vacant)


def _slots(edition: Edition, moments: Moments) -> tuple[planner.Slot, ...]:
    """Each window from its start, one slot a pitch, as long as a meeting fits in."""
    slots = []
    for half_day, window in enumerate(MeetingWindow.objects.order_by("start")):
        start, end = moments.minute(window.start), moments.minute(window.end)
        while start + edition.meeting_length <= end:
            slots.append(planner.Slot(start, start + edition.meeting_pitch, half_day))
            start += edition.meeting_pitch
    return tuple(slots)


def _places(edition: Edition, moments: Moments) -> tuple[planner.Place, ...]:
    days = _days(edition, moments)
    week = (planner.Interval(days[0].start, days[-1].end),)
    return tuple(
        planner.Place(
            id=room.code,
            capacity=room.capacity,
            building=room.venue.code,
            open=week,
            meetings=room.bilaterals,
            part_of=room.part_of.code if room.part_of else None,
        )
        for room in Room.objects.select_related("venue", "part_of").order_by("code")
    )


def _travel() -> tuple[tuple[str, str, int], ...]:
    ways = Travel.objects.select_related("origin", "destination").order_by("origin__code", "destination__code")
    return tuple((way.origin.code, way.destination.code, way.minutes) for way in ways)


def _sessions(
    edition: Edition, moments: Moments, presence: Presence, codes: dict[int, str], placements: list[Placement]
) -> tuple[planner.Session, ...]:
    attending = delegations_by_session()
    return tuple(
        planner.Session(
            id=session_id(placement.session.code),
            start=moments.minute(placement.start),
            end=moments.minute(placement.end),
            place=placement.room.code,
            attendees=tuple(
                codes[delegation]
                for delegation in attending.get(placement.session.pk, [])
                if (delegation, day_of(edition, placement.start)) not in presence.vacant
            ),
            destination=placement.destination.code if placement.destination else None,
        )
        for placement in placements
        if placement.session is not None
    )


def delegations_by_session() -> dict[int, list[int]]:
    """Who must be at each session or speaks there, by primary keys, in order."""
    expected: dict[int, list[int]] = defaultdict(list)
    rows = Attendance.objects.exclude(duty=Duty.MAY).order_by("session_id", "delegation_id")
    for session, delegation in rows.values_list("session_id", "delegation_id"):
        expected[session].append(delegation)
    return expected


def _requests(edition: Edition, codes: dict[int, str]) -> tuple[planner.Request, ...]:
    meetings = Meeting.objects.prefetch_related("requests").order_by("code")
    return tuple(
        planner.Request(
            id=meeting_id(meeting.code),
            participants=(codes[meeting.first_id], codes[meeting.second_id]),
            duration=meeting.duration,
            weight=_weight(edition, meeting),
            wish=_wish(meeting),
        )
        for meeting in meetings
    )


def _weight(edition: Edition, meeting: Meeting) -> int:
    requests = list(meeting.requests.all())
    highest = max(request.priority for request in requests)
    return int(edition.priority_weights[highest - 1]) + (edition.weight_mutual if len(requests) > 1 else 0)


def _wish(meeting: Meeting) -> planner.Wish:
    wishes = {request.wish for request in meeting.requests.all()}
    if Wish.NEVER in wishes:
        return planner.Wish.NEVER
    return planner.Wish.MUST if Wish.MUST in wishes else planner.Wish.WANT


def _pins(moments: Moments, placements: list[Placement]) -> tuple[planner.Pin, ...]:
    return tuple(
        planner.Pin(
            activity=activity_of(placement),
            start=moments.minute(placement.start) if placement.time_pinned else None,
            place=placement.room.code if placement.room_pinned else None,
        )
        for placement in placements
        if placement.meeting is not None and (placement.time_pinned or placement.room_pinned)
    )


def plan_of(draft: Plan, snapshot: Snapshot, edition: Edition) -> planner.Plan:
    """The placements of ``draft`` as the planner's plan, with the value that ``draft`` claims."""
    moments = moments_of(edition)
    expected = {session.id: session.attendees for session in snapshot.problem.sessions}
    parties = {request.id: request.participants for request in snapshot.problem.requests}
    assignments = tuple(
        planner.Assignment(
            activity=(activity := activity_of(placement)),
            start=moments.minute(placement.start),
            end=moments.minute(placement.end),
            place=placement.room.code,
            participants=expected.get(activity, parties.get(activity, ())),
        )
        for placement in placements_in(draft)
    )
    return planner.Plan(assignments, value=draft.value or 0)
