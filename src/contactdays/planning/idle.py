"""Idle gaps: free slots of a half-day between two in which a delegation is busy."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from contactdays import planner
from contactdays.editions.models import Edition
from contactdays.planning.models import Plan
from contactdays.planning.snapshot import plan_of, snapshot_of


def idle_gaps(plan: Plan, edition: Edition) -> dict[str, int]:
    """The idle gaps of each delegation that is busy in the hours for meetings, by its code; together, the plan's."""
    snapshot = snapshot_of(plan, edition)
    held = plan_of(plan, snapshot, edition)
    return gaps_by_participant(snapshot.problem, held.assignments)


def gaps_by_participant(problem: planner.Problem, held: Iterable[planner.Assignment]) -> dict[str, int]:
    """The gaps of each participant that is busy in some slot: with a session that touches it, or with a meeting."""
    slots = sorted(problem.slots)
    busy: dict[str, set[int]] = defaultdict(set)
    in_session: dict[str, list[planner.Interval]] = defaultdict(list)
    sessions = {each.id for each in problem.sessions}
    for each in held:
        touched = _touched(slots, each.start, each.end)
        for participant in each.participants:
            busy[participant].update(touched)
            if each.activity in sessions:
                in_session[participant].append(planner.Interval(each.start, each.end))
    return {
        each.id: sum(_idle(slots, busy[each.id], number, each, in_session[each.id]) for number in range(len(slots)))
        for each in problem.participants
        if busy[each.id]
    }


def _touched(slots: Sequence[planner.Slot], start: int, end: int) -> list[int]:
    first = max(0, bisect_right([slot.start for slot in slots], start) - 1)
    return [number for number, slot in enumerate(slots[first:], first) if slot.start < end and start < slot.end]


def _idle(
    slots: Sequence[planner.Slot],
    busy: set[int],
    number: int,
    participant: planner.Participant,
    sessions: Sequence[planner.Interval],
) -> bool:
    """Whether slot ``number`` is free and lies between two busy ones of its half-day."""
    slot = slots[number]
    same = [other for other in busy if slots[other].half_day == slot.half_day]
    if number in busy or not same or not min(same) < number < max(same):
        return False
    return (
        _covered(slot, participant.available)
        and _covered(slot, participant.in_office)
        and not any(each.start < slot.end and slot.start < each.end for each in sessions)
    )


def _covered(slot: planner.Slot, stretches: Iterable[planner.Interval]) -> bool:
    """Whether ``stretches``, which may touch each other, hold the whole of ``slot``."""
    reached = slot.start
    for each in sorted(stretches):
        if each.start <= reached < each.end:
            reached = each.end
    return reached >= slot.end
