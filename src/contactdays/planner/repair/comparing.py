"""In what two plans differ."""

from collections import defaultdict

from contactdays.planner.values import Assignment, Differences, Moved, Plan


def differences(before: Plan, after: Plan) -> Differences:
    """Everything in which ``after`` differs from ``before``."""
    old = {each.activity: each for each in before.assignments}
    new = {each.activity: each for each in after.assignments}
    both = [Moved(old[each.activity], each) for each in after.assignments if each.activity in old]
    return Differences(
        moved=tuple(each for each in both if _when(each.before) != _when(each.after)),
        rehoused=tuple(
            each for each in both if _when(each.before) == _when(each.after) and each.before.place != each.after.place
        ),
        dropped=tuple(each for each in before.assignments if each.activity not in new),
        added=tuple(each for each in after.assignments if each.activity not in old),
        told=_told(before, after),
    )


def _when(assignment: Assignment) -> tuple[int, int]:
    return assignment.start, assignment.end


def _told(before: Plan, after: Plan) -> tuple[str, ...]:
    one, other = _programmes(before), _programmes(after)
    return tuple(sorted(each for each in one.keys() | other.keys() if one[each] != other[each]))


def _programmes(plan: Plan) -> dict[str, set[tuple[str, int, int, str | None]]]:
    """What each participant sees of a plan."""
    found: dict[str, set[tuple[str, int, int, str | None]]] = defaultdict(set)
    for each in plan.assignments:
        for participant in each.participants:
            found[participant].add((each.activity, each.start, each.end, each.place))
    for seat in plan.seats:
        found[seat.participant].add((seat.session, 0, 0, seat.table))
    return found
