"""The sessions and their round tables after a change."""

from collections.abc import Iterable
from dataclasses import replace

from contactdays.planner.values import Assignment, Change, Pin, Problem, Round, Session, SessionMove

from .absences import Lost


def sessions_after(problem: Problem, held: dict[str, Assignment], change: Change, absent: Lost) -> tuple[Session, ...]:
    """Old and new ones, where they are now, with those of their attendees who are there."""
    moves = {each.session: each for each in change.session_moves}
    moved = [_moved(each, held, moves.get(each.id)) for each in (*problem.sessions, *change.new_sessions)]
    return tuple(replace(each, attendees=_expected(each, held.get(each.id), absent)) for each in moved)


def _moved(session: Session, held: dict[str, Assignment], move: SessionMove | None) -> Session:
    """A session that is moved is fixed where it is moved to; what the move leaves open stays as it is held."""
    if move is None:
        return session
    now = held[session.id]
    start = now.start if move.start is None else move.start
    end = start + now.end - now.start if move.end is None else move.end
    place = now.place if move.place is None else move.place
    return replace(session, start=start, end=end, place=place, starts=(), places=())


def _expected(session: Session, held: Assignment | None, absent: Lost) -> tuple[str, ...]:
    start, end = session.start, session.end
    if held is not None and session.movable:
        start, end = held.start, held.end
    return tuple(
        name
        for name in session.attendees
        if not any(begin < end and start < finish for begin, finish in absent.get(name, ()))
    )


def rounds_after(rounds: Iterable[Round], sessions: Iterable[Session]) -> tuple[Round, ...]:
    """Round tables without the rankings of those who are not there."""
    attendees = {each.id: set(each.attendees) for each in sessions}
    return tuple(
        replace(each, rankings=tuple(one for one in each.rankings if one.participant in attendees[each.session]))
        for each in rounds
    )


def pins_after(pins: Iterable[Pin], rounds: Iterable[Round], sessions: Iterable[Session]) -> tuple[Pin, ...]:
    """Pins, those of people to a table for who is there."""
    attendees = {each.id: each.attendees for each in sessions}
    there = {table.id: attendees[each.session] for each in rounds for table in each.tables}
    return tuple(pin for each in pins for pin in _of_those(each, there.get(each.activity, each.participants)))


def _of_those(pin: Pin, there: tuple[str, ...]) -> tuple[Pin, ...]:
    left = tuple(each for each in pin.participants if each in there)
    if pin.participants and not left and pin.start is None and pin.place is None:
        return ()
    return (replace(pin, participants=left),)
