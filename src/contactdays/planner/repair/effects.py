"""What a change makes of a problem."""

from dataclasses import replace

from contactdays.planner.search.ground.stretches import union, without
from contactdays.planner.values import Change, Interval, InvalidChange, InvalidInput, Plan, Problem

from .absences import absences_of, closures_of
from .programme import pins_after, rounds_after, sessions_after
from .settled import off_for_good, pins_of, settled_in
from .soundness import require_sound
from .wishes import requests_after


def apply(problem: Problem, plan: Plan, change: Change) -> Problem:
    """``problem`` after ``change``: ``plan`` is what is published, and what is past or frozen in it is pinned.

    Whoever is absent is not expected at sessions meanwhile. Requests withdrawn, and meetings to which somebody
    does not come, are never to be held. What is not settled has a window from ``change.settled_until`` on.

    Raises InvalidChange when the change contradicts the problem, the plan or itself, and Infeasible when a
    request that must be held can only lie in what is settled.
    """
    require_sound(problem, plan, change)
    held = {each.activity: each for each in plan.assignments}
    absent, closed = absences_of(plan, change), closures_of(problem, change)
    sessions = sessions_after(problem, held, change, absent)
    off = off_for_good(problem, change)
    settled = settled_in(plan, change, off)
    try:
        return replace(
            problem,
            participants=tuple(
                replace(each, available=_left(each.available, absent[each.id])) if each.id in absent else each
                for each in problem.participants
            ),
            places=tuple(
                replace(each, open=_left(each.open, closed[each.id])) if each.id in closed else each
                for each in problem.places
            ),
            sessions=sessions,
            requests=requests_after(problem, change, settled, off),
            pins=pins_after(pins_of(problem, held, settled, off), problem.rounds, sessions),
            rounds=rounds_after(problem.rounds, sessions),
            published=plan.assignments,
        )
    except InvalidInput as refused:
        raise InvalidChange.of(refused) from refused


def _left(intervals: tuple[Interval, ...], lost: list[tuple[int, int]]) -> tuple[Interval, ...]:
    return tuple(Interval(start, end) for start, end in without(union(intervals), lost))
