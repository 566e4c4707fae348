"""What a change leaves no freedom to: what is past, frozen, or off."""

from contactdays.planner.values import Assignment, Change, Pin, Plan, Problem


def settled_in(plan: Plan, change: Change, off: frozenset[str]) -> frozenset[str]:
    """What is past or frozen in ``plan``, by activity, and not ``off``."""
    settled = {each.activity for each in plan.assignments if each.start < change.settled_until}
    return frozenset(settled.union(change.frozen)) - off


def off_for_good(problem: Problem, change: Change) -> frozenset[str]:
    """The requests that nobody wants held any more, or to whose meeting somebody does not come."""
    requests = {each.id for each in problem.requests}
    missed = {each.activity for each in change.no_shows if each.activity in requests}
    return frozenset(each for each in (*change.withdrawn, *missed) if each is not None)


def pins_of(
    problem: Problem, held: dict[str, Assignment], settled: frozenset[str], off: frozenset[str]
) -> tuple[Pin, ...]:
    """The pins that stand, and one for everything settled that could move otherwise."""
    fixed = {each.id for each in problem.sessions if not each.movable}
    stand = [each for each in problem.pins if each.activity not in settled and each.activity not in off]
    return (*stand, *(Pin(name, held[name].start, held[name].place) for name in sorted(settled - fixed)))
