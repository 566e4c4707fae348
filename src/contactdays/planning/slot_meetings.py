"""The meetings of one slot, with everything a list of them tells."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from contactdays.bilaterals.enums import Wish
from contactdays.bilaterals.models import Meeting
from contactdays.editions.models import Edition
from contactdays.people.models import Delegation, Participant
from contactdays.planning.models import Occupancy, Placement, Plan
from contactdays.planning.moves import Before, Moves, moves_of


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a meeting and those of its people whom the meeting takes."""

    delegation: Delegation
    people: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class SlotMeeting:
    """A meeting in its place. ``priority`` is the higher of its requests'; ``before`` where it stood in the plan
    before, when it has moved; ``new`` when that plan did not hold it."""

    placement: Placement
    parties: tuple[Party, Party]
    priority: int
    must: bool
    before: Before | None
    new: bool


def meetings_in_slot(plan: Plan, edition: Edition, start: datetime) -> list[SlotMeeting]:
    """The meetings of ``plan`` that begin in the slot at ``start``, by the code of their place."""
    end = start + timedelta(minutes=edition.meeting_pitch)
    placements = (
        Placement.objects.filter(plan=plan, meeting__isnull=False, start__gte=start, start__lt=end)
        .select_related(
            "room",
            "meeting__first__post",
            "meeting__first__organisation",
            "meeting__second__post",
            "meeting__second__organisation",
        )
        .prefetch_related("meeting__requests")
        .order_by("room__code", "start")
    )
    found = list(placements)
    people, moves = _people_in(found), moves_of(plan)
    return [_slot_meeting(each, each.meeting, people, moves) for each in found if each.meeting is not None]


def _slot_meeting(
    placement: Placement, meeting: Meeting, people: dict[tuple[int, int], list[Participant]], moves: Moves
) -> SlotMeeting:
    requests = list(meeting.requests.all())
    first, second = (Party(each, tuple(people[placement.pk, each.pk])) for each in (meeting.first, meeting.second))
    return SlotMeeting(
        placement=placement,
        parties=(first, second),
        priority=max((each.priority for each in requests), default=0),
        must=any(each.wish == Wish.MUST for each in requests),
        before=moves.meeting_before(meeting.pk, placement.start, placement.room_id),
        new=moves.is_new(meeting.pk),
    )


def _people_in(placements: Iterable[Placement]) -> dict[tuple[int, int], list[Participant]]:
    """By placement and delegation: the participants it takes."""
    found: dict[tuple[int, int], list[Participant]] = defaultdict(list)
    rows = (
        Occupancy.objects.filter(placement__in=[each.pk for each in placements], participant__isnull=False)
        .select_related("participant__person")
        .order_by("participant__code")
    )
    for row in rows:
        found[row.placement_id, row.participant.delegation_id].append(row.participant)
    return found
