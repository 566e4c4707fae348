"""What is wrong with a file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from contactdays.core.errors import DomainError

MOST = 50


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in ``line`` of the file, at the part ``key`` (``issuer.phone``, ``quotes[2].text``, ``body``, or
    empty for the whole file). ``code`` names what, ``values`` what was found and allowed."""

    line: int
    key: str
    code: str
    values: dict[str, Any] = field(default_factory=dict)


class UnreadableRelease(DomainError):
    """The file ``name`` is no release. ``findings`` are the first fifty faults, ``more`` counts the rest."""

    code = "press_unreadable_release"

    def __init__(self, name: str, findings: Iterable[Finding]) -> None:
        ordered = sorted(findings, key=lambda finding: finding.line)
        super().__init__(name=name, findings=tuple(ordered[:MOST]), more=len(ordered[MOST:]))
        self.name, self.findings, self.more = name, tuple(ordered[:MOST]), len(ordered[MOST:])
