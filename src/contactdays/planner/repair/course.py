"""The course of a repair: what has been found so far, and who is told."""

from collections.abc import Callable
from dataclasses import replace

from contactdays.planner.values import Policy, Problem, Repair, RepairOption

from .evenness import is_even
from .standing import Standing


class Course:
    """Options as they come; one that is like another, or breaks the rule of even breaks, is left out."""

    def __init__(
        self, changed: Problem, policy: Policy, standing: Standing, told: Callable[[Repair], None] | None
    ) -> None:
        self.changed = changed
        self.policy = policy
        self.standing = standing
        self.told = told
        self.first: RepairOption | None = None
        self.found: list[RepairOption] = []

    @property
    def offered(self) -> tuple[RepairOption, ...]:
        """What has been found or, until something has, the first answer."""
        first = () if self.first is None else (self.first,)
        return tuple(self.found) or first

    def begin(self, first: RepairOption | None) -> None:
        """A first answer, if there is one."""
        if first is not None and is_even(self.changed, first):
            self.first = first
            self._tell()

    def limit(self, bound: int) -> None:
        """A better bound on the value of all; the first answer is told again with it."""
        if self.first is not None and bound < self.first.bound:
            self.first = replace(self.first, bound=max(bound, self.first.value))
            self._tell()

    def take(self, option: RepairOption) -> None:
        """An option of the search."""
        if is_even(self.changed, option) and not any(_alike(each, option) for each in self.found):
            self.found.append(option)
            self._tell()

    def repair(self) -> Repair:
        """All there is to offer."""
        affected, unaffected = tuple(self.standing.affected), len(self.standing.unaffected)
        return Repair(self.changed, self.policy, affected, unaffected, self.offered)

    def _tell(self) -> None:
        if self.told is not None:
            self.told(self.repair())


def _alike(one: RepairOption, other: RepairOption) -> bool:
    return (one.value, one.disturbed) == (other.value, other.disturbed)
