from contactdays.core.errors import DomainError


class NoSuchPlan(DomainError):
    """No plan with this ``number`` was published."""

    code = "no_such_plan"
