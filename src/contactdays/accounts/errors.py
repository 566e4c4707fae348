from contactdays.core.errors import DomainError


class NotAllowed(DomainError):
    """The actor may not do this to that object."""

    code = "not_allowed"
