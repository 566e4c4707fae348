"""Who sits where at round tables after a change."""

from dataclasses import replace

from contactdays.planner.check import check
from contactdays.planner.search.linear.highs import Limits
from contactdays.planner.search.rounds import seats_of
from contactdays.planner.values import Assignment, Pin, Plan, Problem, Round, Seat, Session


def seats_after(changed: Problem, sessions: tuple[Session, ...], before: Plan, limits: Limits) -> tuple[Seat, ...]:
    """Seats as they were, of those who are there; a round where this breaks a rule is seated anew.

    Raises Infeasible when a round cannot be seated at all.
    """
    if not changed.rounds:
        return ()
    there = {(each.id, name) for each in sessions for name in each.attendees}
    kept = tuple(each for each in before.seats if (each.session, each.participant) in there)
    held = tuple(Assignment(each.id, each.start, each.end, each.place, each.attendees) for each in sessions)
    programme = replace(changed, sessions=sessions, requests=(), published=(), pins=_of_tables(changed, changed.rounds))
    rounds = {each.session for each in changed.rounds}
    broken = {name for each in check(programme, Plan(held, seats=kept)) for name in each.activities} & rounds
    anew = tuple(each for each in changed.rounds if each.session in broken)
    seated = seats_of(replace(programme, rounds=anew, pins=_of_tables(changed, anew)), limits)
    return (*(each for each in kept if each.session not in broken), *seated)


def _of_tables(problem: Problem, rounds: tuple[Round, ...]) -> tuple[Pin, ...]:
    tables = {table.id for each in rounds for table in each.tables}
    return tuple(each for each in problem.pins if each.activity in tables)
