from contactdays.core.errors import DomainError


class NoSuchPlan(DomainError):
    """No plan with this ``number`` was published."""

    code = "no_such_plan"


class AlreadyExpected(DomainError):
    """The participant is expected then at published sessions or meetings: ``codes``, in order of time."""

    code = "already_expected"
