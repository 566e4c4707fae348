"""Violations as lines of text."""

from datetime import datetime, timedelta

from contactdays.planner import Problem, Violation


def line(problem: Problem, violation: Violation) -> str:
    """The rule's name, then what it is about as ``name=value``; times also as instants in UTC."""
    parts = [violation.rule]
    if violation.activities:
        parts.append("activities=" + ",".join(violation.activities))
    if violation.participants:
        parts.append("participants=" + ",".join(violation.participants))
    if violation.place is not None:
        parts.append(f"place={violation.place}")
    if violation.start is not None:
        at = datetime.fromisoformat(problem.origin) + timedelta(minutes=violation.start)
        parts.append(f"start={violation.start} at={at:%Y-%m-%dT%H:%MZ}")
    parts += [f"{name}={value}" for name, value in violation.facts]
    return " ".join(parts)
