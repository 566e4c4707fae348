"""Whether a change can be true of the problem and plan that it is about."""

from collections.abc import Iterable, Iterator

from contactdays.planner.values import Assignment, Change, InvalidChange, Plan, Problem, SessionMove

from .absences import FOREVER, absences_of, closures_of


def require_sound(problem: Problem, plan: Plan, change: Change) -> None:
    """Raise InvalidChange where ``change`` names what is not there, contradicts itself, or touches what stands."""
    held = {each.activity: each for each in plan.assignments}
    _require_known(problem, change)
    _require_held(held, change)
    _require_new(problem, change)
    for name in _off(change):
        _require_open(held, change, name)
    for number, move in enumerate(change.session_moves):
        _require_movable(held, change, move, f"session_moves[{number}]")
    _require_underway_undisturbed(problem, plan, change)


def _require_known(problem: Problem, change: Change) -> None:
    participants = {each.id for each in problem.participants}
    places = {each.id for each in problem.places}
    _known("absences", (each.participant for each in change.absences), participants)
    _known("no_shows", (each.participant for each in change.no_shows), participants)
    _known("closures", (each.place for each in change.closures), places)
    _known("session_moves", (each.session for each in change.session_moves), {each.id for each in problem.sessions})
    _known("withdrawn", change.withdrawn, {each.id for each in problem.requests})
    for number, move in enumerate(change.session_moves):
        if move.place is not None and move.place not in places:
            raise InvalidChange("unknown_id", f"session_moves[{number}].place", id=move.place)


def _known(field: str, ids: Iterable[str], known: set[str]) -> None:
    for number, each in enumerate(ids):
        if each not in known:
            raise InvalidChange("unknown_id", f"{field}[{number}]", id=each)


def _require_held(held: dict[str, Assignment], change: Change) -> None:
    """What is frozen, and what somebody does not come to, is in the plan."""
    for number, name in enumerate(change.frozen):
        if name not in held:
            raise InvalidChange("not_held", f"frozen[{number}]", id=name)
    for number, each in enumerate(change.no_shows):
        if each.activity is None:
            continue
        if each.activity not in held:
            raise InvalidChange("not_held", f"no_shows[{number}]", id=each.activity)
        if each.participant not in held[each.activity].participants:
            raise InvalidChange(
                "does_not_attend", f"no_shows[{number}]", id=each.activity, participant=each.participant
            )


def _require_new(problem: Problem, change: Change) -> None:
    known = {each.id for each in problem.sessions} | {each.id for each in problem.requests}
    _distinct("new_sessions", [each.id for each in change.new_sessions], known)
    _distinct("new_requests", [each.id for each in change.new_requests], known)


def _distinct(field: str, ids: Iterable[str], known: set[str]) -> None:
    for number, each in enumerate(ids):
        if each in known:
            raise InvalidChange("duplicate_id", f"{field}[{number}]", id=each)
        known.add(each)


def _off(change: Change) -> Iterator[str]:
    yield from change.withdrawn
    yield from (each.activity for each in change.no_shows if each.activity is not None)


def _require_open(held: dict[str, Assignment], change: Change, name: str) -> None:
    """What is called off has not begun, and is not frozen."""
    if name in held and held[name].start < change.now:
        raise InvalidChange("against_past", "change", activity=name)
    if name in change.frozen:
        raise InvalidChange("against_frozen", "change", activity=name)


def _require_movable(held: dict[str, Assignment], change: Change, move: SessionMove, where: str) -> None:
    """A session that is over does not move, one that has begun may end later, and none that is frozen moves."""
    session = held.get(move.session)
    if session is None:
        raise InvalidChange("not_held", where, id=move.session)
    begun = session.start < change.now
    if begun and (session.end <= change.now or move.start is not None or move.place is not None):
        raise InvalidChange("against_past", where, activity=move.session)
    if move.session in change.frozen or (not begun and session.start < change.settled_until):
        raise InvalidChange("against_frozen", where, activity=move.session)
    if move.end is not None and move.end <= (session.start if move.start is None else move.start):
        raise InvalidChange("empty_interval", where, start=session.start, end=move.end)


def _require_underway_undisturbed(problem: Problem, plan: Plan, change: Change) -> None:
    """What is going on now is over before its people leave or its place is lost; sessions bear who leaves."""
    underway = [each for each in plan.assignments if each.start < change.now < each.end]
    if not underway:
        return
    absent, closed = absences_of(plan, change), closures_of(problem, change)
    meetings = {each.id for each in problem.requests}
    for each in underway:
        stretches = [stretch for name in each.participants for stretch in absent.get(name, ())]
        lost = closed.get(each.place, ()) if each.place is not None else ()
        if _meets(each, [*(stretches if each.activity in meetings else ()), *lost]):
            raise InvalidChange("against_past", "change", activity=each.activity)


def _meets(assignment: Assignment, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start < assignment.end and assignment.start < min(end, FOREVER) for start, end in stretches)
