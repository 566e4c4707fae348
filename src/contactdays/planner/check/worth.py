"""What the plan claims to be worth."""

from collections.abc import Iterator

from contactdays.planner.values import Violation

from .week import Week


def wrong_value(week: Week) -> Iterator[Violation]:
    """Hard: the value claimed is the sum of the weights of the requests held."""
    value = sum(request.weight for request in week.requests.values() if request.id in week.held)
    if value != week.plan.value:
        yield Violation("wrong_value", facts=(("claimed", week.plan.value), ("value", value)))
