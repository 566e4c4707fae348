"""What can go wrong on the way to paper."""

from contactdays.core.errors import DomainError


class TypesettingFailed(DomainError):
    """A template could not be compiled: ``template`` names it, ``diagnostic`` is Typst's own report."""

    code = "typesetting_failed"
