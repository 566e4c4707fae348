"""Where a movable session may be held."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from contactdays.planner.values import Infeasible, Pin, Plan, Problem, Session, Violation

from .fixed import breaches


class Candidate(NamedTuple):
    """The movable session number ``session`` as it may be held: a fixed one. ``stays``: where it was given."""

    session: int
    held: Session
    stays: bool


def candidates(problem: Problem) -> list[Candidate]:
    """Every way to hold each movable session that breaks no rule by itself or beside the fixed sessions.

    In the order of the problem, the start and place given first. Raises Infeasible when a session has none.
    """
    programme = replace(problem, requests=(), pins=(), published=(), rounds=(), sessions=fixed(problem))
    pins = {each.activity: each for each in problem.pins}
    found: list[Candidate] = []
    for number, session in enumerate(movable(problem)):
        ways = [each for each in _ways(session) if _as_pinned(each, pins.get(session.id))]
        beside = _beside(programme, session)
        refused = [_refusals(beside, each, ferried(problem)) for each in ways]
        if all(refused):
            _refuse(session, refused[0] if refused else [])
        possible = [each for each, reasons in zip(ways, refused, strict=True) if not reasons]
        found += [Candidate(number, each, _stays(each, session)) for each in possible]
    return found


def movable(problem: Problem) -> tuple[Session, ...]:
    """The sessions that may be held otherwise than given."""
    return tuple(each for each in problem.sessions if each.movable)


def fixed(problem: Problem) -> tuple[Session, ...]:
    """The sessions that may not."""
    return tuple(each for each in problem.sessions if not each.movable)


def ferried(problem: Problem) -> set[str]:
    """Who may be taken from one place to another by a session that is not fixed."""
    return {
        attendee
        for each in movable(problem)
        if each.place is not None and each.destination is not None
        for attendee in each.attendees
    }


def settled(problem: Problem, held: dict[str, Session]) -> Problem:
    """``problem`` with the movable sessions in ``held`` (by id) fixed as they are there."""
    return replace(problem, sessions=tuple(held.get(each.id, each) for each in problem.sessions))


def as_planned(problem: Problem, plan: Plan) -> Problem:
    """``problem`` with every movable session that ``plan`` holds where it may be fixed there."""
    at = {each.activity: (each.start, each.place) for each in plan.assignments}
    held = {
        each.id: way for each in movable(problem) for way in _ways(each) if (way.start, way.place) == at.get(each.id)
    }
    return settled(problem, held) if held else problem


def _ways(session: Session) -> Iterator[Session]:
    length = session.end - session.start
    for start in dict.fromkeys((session.start, *session.starts)):
        for place in dict.fromkeys((session.place, *session.places)):
            yield replace(session, start=start, end=start + length, place=place, starts=(), places=())


def _beside(programme: Problem, session: Session) -> Problem:
    """The programme as far as it concerns who attends ``session``."""
    there = set(session.attendees)
    others = tuple(
        replace(each, attendees=tuple(name for name in each.attendees if name in there)) for each in programme.sessions
    )
    known = tuple(each for each in programme.participants if each.id in there)
    return replace(programme, participants=known, sessions=others)


def _as_pinned(way: Session, pin: Pin | None) -> bool:
    return pin is None or (pin.start in (None, way.start) and pin.place in (None, way.place))


def _stays(way: Session, given: Session) -> bool:
    return (way.start, way.place) == (given.start, given.place)


def _refusals(programme: Problem, way: Session, ferried: set[str]) -> list[Violation]:
    """What ``way`` breaks; ways of those who may be ferried are left to the search."""
    found = breaches(replace(programme, sessions=(*programme.sessions, way)))
    return [
        each
        for each in found
        if way.id in each.activities and not (each.rule == "travel_time" and ferried.intersection(each.participants))
    ]


def _refuse(session: Session, breached: list[Violation]) -> None:
    rules = sorted({each.rule for each in breached} or {"broken_pin"})
    activities = sorted({session.id, *(each for breach in breached for each in breach.activities)})
    raise Infeasible(rules, activities, breached)
