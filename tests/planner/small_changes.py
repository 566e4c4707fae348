"""Random changes to small weeks, and the best repair by trying everything."""

from dataclasses import replace

from hypothesis import strategies as st

from contactdays.planner import (
    Absence,
    Assignment,
    Change,
    Closure,
    NoShow,
    Plan,
    Policy,
    Request,
    Session,
    SessionMove,
    Wish,
    check,
)

from .small_weeks import SETTLED_AT_THE_END

NOW = (0, 0, 60, 80, 90, 200)
MOMENTS = (60, 80, 95, 120, 200, 220)


@st.composite
def changes(draw, problem, plan):
    """What might happen to ``plan``; mostly one or two things, and nothing that contradicts what stands."""
    now = draw(st.sampled_from(NOW))
    people = st.sampled_from([each.id for each in problem.participants])
    kinds = st.sampled_from(("away", "closed", "moved", "session", "request", "withdrawn", "missing", "gone"))
    happened = {"now": now, "frozen_until": draw(st.sampled_from((None, None, None, 80)))}
    for kind in draw(st.lists(kinds, unique=True, max_size=3)):
        happened |= draw(EVENTS[kind](problem, plan, now, people))
    ahead = [each.activity for each in plan.assignments if each.start >= now]
    touched = {*happened.get("withdrawn", ()), *(each.activity for each in happened.get("no_shows", ()))}
    touched |= {each.session for each in happened.get("session_moves", ())}
    free = sorted(set(ahead) - touched)
    if free and not draw(st.integers(0, 3)):
        happened["frozen"] = (draw(st.sampled_from(free)),)
    return Change(**happened)


@st.composite
def stretches(draw, now):
    start = draw(st.sampled_from([None, *(each for each in MOMENTS if each >= now)]))
    end = draw(st.sampled_from([None, *(each + 20 for each in MOMENTS if each + 20 > max(now, start or 0))]))
    return start, end


@st.composite
def absences(draw, problem, plan, now, people):
    return {"absences": (Absence(draw(people), *draw(stretches(now))),)}


@st.composite
def closures(draw, problem, plan, now, people):
    place = draw(st.sampled_from([each.id for each in problem.places]))
    return {"closures": (Closure(place, *draw(stretches(now))),)}


@st.composite
def session_moves(draw, problem, plan, now, people):
    ahead = {each.activity: each for each in plan.assignments if each.start >= now}
    able = [each.id for each in problem.sessions if each.id in ahead]
    if not able:
        return {}
    name = draw(st.sampled_from(able))
    start = draw(st.sampled_from([None, *(each for each in MOMENTS if each >= now)]))
    end = (ahead[name].start if start is None else start) + draw(st.sampled_from((10, 30)))
    place = draw(st.sampled_from((None, *(each.id for each in problem.places))))
    return {"session_moves": (SessionMove(name, start, end, place),)}


@st.composite
def new_sessions(draw, problem, plan, now, people):
    start = draw(st.sampled_from([each for each in MOMENTS if each >= now]))
    place = draw(st.sampled_from((None, *(each.id for each in problem.places))))
    attendees = tuple(draw(st.lists(people, unique=True, max_size=2)))
    return {"new_sessions": (Session("new session", start, start + 20, place, attendees),)}


@st.composite
def new_requests(draw, problem, plan, now, people):
    pair = tuple(draw(st.lists(people, unique=True, min_size=2, max_size=2)))
    wish = draw(st.sampled_from((Wish.WANT, Wish.WANT, Wish.MUST)))
    return {"new_requests": (Request("new request", pair, 15, draw(st.integers(0, 9)), wish),)}


@st.composite
def withdrawals(draw, problem, plan, now, people):
    begun = {each.activity for each in plan.assignments if each.start < now}
    open_ = [each.id for each in problem.requests if each.id not in begun]
    return {"withdrawn": (draw(st.sampled_from(open_)),)} if open_ else {}


@st.composite
def no_shows(draw, problem, plan, now, people):
    requests = {each.id for each in problem.requests}
    ahead = [each for each in plan.assignments if each.start >= now and each.activity in requests]
    if not ahead:
        return {}
    missed = draw(st.sampled_from(ahead))
    return {"no_shows": (NoShow(draw(st.sampled_from(missed.participants)), missed.activity),)}


@st.composite
def departures(draw, problem, plan, now, people):
    return {"no_shows": (NoShow(draw(people), start=draw(st.sampled_from([each for each in MOMENTS if each >= now]))),)}


EVENTS = {
    "away": absences,
    "closed": closures,
    "moved": session_moves,
    "session": new_sessions,
    "request": new_requests,
    "withdrawn": withdrawals,
    "missing": no_shows,
    "gone": departures,
}


def best_repair(repair, plan, settled):
    """(value, minus the unaffected disturbed, affected at their time) of the best plan there is, None without one.

    Every request of the changed problem is tried everywhere; which meetings are affected is taken from ``repair``.
    """
    problem = _without_rounds(repair.problem)
    old = {each.activity: each for each in plan.assignments}
    requests = {each.id for each in repair.problem.requests if each.wish is not Wish.NEVER}
    kept = (old.keys() & requests) - set(repair.affected) - settled
    fixed = tuple(
        Assignment(each.id, each.start, each.end, each.place, each.attendees) for each in repair.problem.sessions
    )
    found = []
    for meetings in _ways(problem, problem.requests, fixed):
        at = {each.activity: each.start for each in meetings}
        if repair.policy is Policy.KEEP and not kept <= at.keys():
            continue
        value = sum(each.weight for each in repair.problem.requests if each.id in at)
        stay = sum(at.get(name) == old[name].start for name in kept)
        near = sum(at.get(name) == old[name].start for name in repair.affected)
        found.append((value, stay - len(kept), near))
    return max(found, default=None)


def _without_rounds(problem):
    """Who sits where does not matter for who meets whom."""
    tables = {table.id for each in problem.rounds for table in each.tables}
    return replace(problem, rounds=(), pins=tuple(each for each in problem.pins if each.activity not in tables))


def _ways(problem, left, placed):
    broken = {violation.rule for violation in check(problem, Plan(placed, 0))}
    if broken - SETTLED_AT_THE_END:
        return
    if not left:
        if not broken - {"wrong_value"}:
            yield placed
        return
    request, *others = left
    yield from _ways(problem, others, placed)
    for slot in problem.slots:
        for place in problem.places:
            end = slot.start + request.duration
            meeting = Assignment(request.id, slot.start, end, place.id, request.participants)
            yield from _ways(problem, others, (*placed, meeting))
