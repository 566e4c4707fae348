from contactdays.core.errors import DomainError


class OutsideEdition(DomainError):
    """The stretch does not lie within the days ``first`` to ``last`` of the edition."""

    code = "outside_edition"
