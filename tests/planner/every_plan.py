"""Every plan of a small problem, by trying everything."""

from dataclasses import replace

from contactdays.planner import Assignment, Plan, check

from .small_weeks import NOT_HELD, SETTLED_AT_THE_END


def still(problem):
    """The problem with every session where it is given, and no round tables."""
    sessions = tuple(replace(each, starts=(), places=()) for each in problem.sessions)
    tables = {table.id for each in problem.rounds for table in each.tables}
    pins = tuple(each for each in problem.pins if each.activity not in tables)
    return replace(problem, sessions=sessions, rounds=(), pins=pins)


def every_plan(problem):
    """Every plan that keeps every hard rule, each request tried everywhere."""
    fixed = tuple(Assignment(s.id, s.start, s.end, s.place, s.attendees) for s in problem.sessions)
    return list(_with(problem, problem.requests, fixed))


def _with(problem, left, placed):
    broken = {violation.rule for violation in check(problem, Plan(placed))}
    if broken - SETTLED_AT_THE_END:
        return
    if not left:
        if not broken & NOT_HELD:
            yield Plan(placed)
        return
    request, *others = left
    yield from _with(problem, others, placed)
    for slot in problem.slots:
        for place in problem.places:
            meeting = Assignment(request.id, slot.start, slot.start + request.duration, place.id, request.participants)
            yield from _with(problem, others, (*placed, meeting))
