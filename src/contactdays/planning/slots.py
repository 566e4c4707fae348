"""The slots of the meeting windows in a plan: how many places are free in each, and how many meetings it holds."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from contactdays.editions.models import Edition, MeetingWindow, Room
from contactdays.planning.models import Occupancy, Plan
from contactdays.planning.moves import Moves
from contactdays.planning.selection import HeldMeeting, Selection


@dataclass(frozen=True, slots=True)
class BoardSlot:
    """A slot in local time: ``free`` of ``places`` are in no use; it holds ``meetings``, of which ``selected`` are
    looked at and ``changed`` stood elsewhere, or not at all, in the plan before."""

    start: datetime
    end: datetime
    places: int
    free: int
    meetings: int
    selected: int
    changed: int


def slot_starts(edition: Edition, windows: Iterable[MeetingWindow]) -> list[datetime]:
    """When the slots of ``windows`` begin, in local time: one a pitch, as long as a meeting fits in."""
    length, pitch = timedelta(minutes=edition.meeting_length), timedelta(minutes=edition.meeting_pitch)
    starts = []
    for window in windows:
        start = window.start
        while start + length <= window.end:
            starts.append(start.astimezone(edition.zone))
            start += pitch
    return starts


def slots_of(
    plan: Plan, edition: Edition, held: Sequence[HeldMeeting], selection: Selection, moves: Moves
) -> list[BoardSlot]:
    """Every slot of the edition in ``plan``, in order of time."""
    starts = slot_starts(edition, MeetingWindow.objects.order_by("start"))
    places = set(Room.objects.filter(bilaterals=True).values_list("pk", flat=True))
    taken = _taken_places(plan, edition, starts)
    by_slot: dict[datetime, list[HeldMeeting]] = defaultdict(list)
    for each in held:
        by_slot[slot_holding(starts, each.start)].append(each)
    return [
        BoardSlot(
            start=start,
            end=start + timedelta(minutes=edition.meeting_pitch),
            places=len(places),
            free=len(places) - len(taken[start] & places),
            meetings=len(by_slot[start]),
            selected=sum(map(selection.keeps_meeting, by_slot[start])),
            changed=sum(_changed(each, moves) for each in by_slot[start]),
        )
        for start in starts
    ]


def slot_holding(starts: Sequence[datetime], moment: datetime) -> datetime:
    """The last of ``starts`` that is not after ``moment``; the first when there is none before."""
    return starts[max(0, bisect_right(starts, moment) - 1)] if starts else moment


def _changed(held: HeldMeeting, moves: Moves) -> bool:
    return moves.is_new(held.meeting) or moves.meeting_before(held.meeting, held.start, held.room) is not None


def _taken_places(plan: Plan, edition: Edition, starts: Sequence[datetime]) -> dict[datetime, set[int]]:
    """By slot: the meeting places that something occupies while a meeting of it would last."""
    length = timedelta(minutes=edition.meeting_length)
    taken: dict[datetime, set[int]] = defaultdict(set)
    rows = Occupancy.objects.filter(plan=plan, room__bilaterals=True).values_list("room_id", "start", "end")
    for room, begin, end in rows:
        for start in starts[bisect_right(starts, begin - length) : bisect_left(starts, end)]:
            taken[start].add(room)
    return taken
