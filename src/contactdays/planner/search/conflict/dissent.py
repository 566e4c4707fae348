"""Why the movable sessions and the compulsory meetings cannot all be held."""

from contactdays.planner.search.ground.order import with_predecessors
from contactdays.planner.search.linear.highs import Limits, maximise
from contactdays.planner.search.linear.rows import Rows
from contactdays.planner.search.model.joint import Joint
from contactdays.planner.values import Infeasible

FAMILIES = ("precedence", "travel_time", "cap_per_day", "cap", "double_booking")

Duty = tuple[str, int]


def sessions_conflict(joint: Joint, limits: Limits, refusal: Infeasible | None) -> Infeasible:
    """The error that names sessions and compulsory requests that conflict, and the rules that they meet.

    None of them to spare (deletion filter); but where only the selections with the sessions fixed show the
    conflict, all movable sessions are named, and the conflict of the last selection: ``refusal``.
    """
    rows = joint.model.rows
    kept = _duties(joint)
    if refusal is not None and _done(joint, kept, rows, limits):
        names = {each.held.id for each in joint.candidates} | set(refusal.activities)
        return Infeasible(refusal.rules, sorted(names), refusal.violations)
    for duty in _duties(joint):
        fewer = [each for each in kept if each != duty]
        if not _done(joint, fewer, rows, limits):
            kept = fewer
    dropped: set[str] = set()
    for family in FAMILIES:
        if not _done(joint, kept, rows.without(dropped | {family}), limits):
            dropped.add(family)
    rules = [*dict.fromkeys(_rule(joint, each) for each in kept), *(each for each in FAMILIES if each not in dropped)]
    return Infeasible(sorted(rules), sorted(_name(joint, each) for each in kept))


def _duties(joint: Joint) -> list[Duty]:
    """What has to be done: ("session", number) and ("request", number)."""
    grid = joint.model.grid
    sessions = sorted({each.session for each in joint.candidates})
    requests = [number for number, each in enumerate(grid.requests) if grid.compulsory(each)]
    return [*(("session", each) for each in sessions), *(("request", each) for each in requests)]


def _rule(joint: Joint, duty: Duty) -> str:
    kind, number = duty
    if kind == "session":
        return "missing_session"
    return "broken_pin" if joint.model.grid.requests[number].id in joint.model.grid.pins else "missing_must"


def _name(joint: Joint, duty: Duty) -> str:
    kind, number = duty
    if kind == "request":
        return joint.model.grid.requests[number].id
    return next(each.held.id for each in joint.candidates if each.session == number)


def _done(joint: Joint, duties: list[Duty], rows: Rows, limits: Limits) -> bool:
    """Whether all ``duties`` can be done when nothing else is, but what comes before them."""
    model = joint.model
    wanted = {number for kind, number in duties if kind == "request"}
    allowed = with_predecessors(model.grid, wanted)
    sessions = {number for kind, number in duties if kind == "session"}
    meetings = [column for column, option in enumerate(model.ways.options) if option.request in allowed]
    held = [joint.offset + number for number, each in enumerate(joint.candidates) if each.session in sessions]
    if not {model.ways.options[column].request for column in meetings} >= wanted:
        return False
    numbers = {column: number for number, column in enumerate([*meetings, *held])}
    return maximise([0] * len(numbers), rows.among(numbers), limits).chosen is not None
