"""What has to come first."""

from collections.abc import Iterator

from contactdays.planner.values import Violation

from .week import Week


def precedence(week: Week) -> Iterator[Violation]:
    """Hard: a meeting is held only after all that its request puts before it have been held."""
    for request, each in week.meetings():
        for before in request.after:
            ends = [other.end for other in week.held.get(before, ())]
            if not ends or max(ends) > each.start:
                yield Violation("precedence", (before, request.id), (), each.place, each.start)
