"""Errors of the domain: a code and data. Wording and HTTP belong to the edge."""


class DomainError(Exception):
    """A rule of the domain was about to be broken; nothing was written.

    ``code`` names the rule for programs, ``data`` holds what is wrong and where. The edge finds the words.
    """

    code = "domain_error"

    def __init__(self, **data: object) -> None:
        super().__init__(self.code, data)
        self.data = data

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in sorted(self.data.items()))
        return f"{self.code}: {details}" if details else self.code


class Unscoped(DomainError):
    """A query or write was begun outside any edition (or conference)."""

    code = "unscoped"


class OutsideScope(DomainError):
    """A row of one edition (or conference) was to be written while another was in scope."""

    code = "outside_scope"
