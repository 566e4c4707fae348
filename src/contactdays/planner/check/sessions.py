"""The fixed part of the week, and that everything in the plan is known."""

from collections.abc import Iterator

from contactdays.planner.values import Violation

from .week import Week


def missing_session(week: Week) -> Iterator[Violation]:
    """Hard: every fixed session is in the plan."""
    for session in week.sessions.values():
        if session.id not in week.held:
            yield Violation("missing_session", (session.id,), (), session.place, session.start)


def moved_session(week: Week) -> Iterator[Violation]:
    """Hard: a session keeps its length and its attendees, and a time and a place that it may have."""
    for session in week.sessions.values():
        fixed = session.end - session.start, sorted(session.attendees)
        for each in week.held.get(session.id, []):
            allowed = each.start in (session.start, *session.starts) and each.place in (session.place, *session.places)
            if not allowed or (each.end - each.start, sorted(each.participants)) != fixed:
                yield Violation("moved_session", (session.id,), (), each.place, each.start)


def unknown_activity(week: Week) -> Iterator[Violation]:
    """Hard: the plan holds sessions and requests of the problem, and nothing else."""
    for each in week.plan.assignments:
        if each.activity not in week.sessions and each.activity not in week.requests:
            yield Violation("unknown_activity", (each.activity,), (), each.place, each.start)


def duplicate_activity(week: Week) -> Iterator[Violation]:
    """Hard: an activity is held once."""
    for activity, items in week.held.items():
        if len(items) > 1:
            facts = (("times", len(items)),)
            yield Violation("duplicate_activity", (activity,), (), None, items[1].start, facts)
