"""Minutes of a problem as instants."""

from datetime import datetime, timedelta

from contactdays.planner import Problem


def when(problem: Problem, minute: int) -> str:
    """A minute as an instant with its date; as the number of its slot where slots are numbered."""
    if problem.numbered:
        return f"slot {minute + 1}"
    return f"{datetime.fromisoformat(problem.origin) + timedelta(minutes=minute):%Y-%m-%dT%H:%MZ}"
