"""What can be wrong with what the planner is given; every error carries a code and its facts."""

from collections.abc import Iterable

from .cause import Cause
from .violation import Violation

Fact = str | int | None | tuple[str, ...]


class PlannerError(Exception):
    """The root of the planner's errors. ``code`` names the kind, ``facts`` what it is about."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code} ({told})" if told else self.code

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross from the process of a search to its caller's as they are."""
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[PlannerError], arguments: tuple[object, ...], state: dict[str, object]) -> PlannerError:
    error = kind.__new__(kind)
    error.args = arguments
    error.__dict__.update(state)
    return error


class InvalidInput(PlannerError):
    """A problem or plan that cannot be read or contradicts itself; ``where`` is the place in it."""

    def __init__(self, code: str, where: str, **facts: Fact) -> None:
        super().__init__(code, where=where, **facts)
        self.where = where


class InvalidProblem(InvalidInput):
    """The problem, or its file, is refused."""


class InvalidPlan(InvalidInput):
    """The plan, or its file, is refused."""


class InvalidChange(InvalidInput):
    """The change, or its file, is refused, or it contradicts the problem and plan that it is about."""

    @classmethod
    def of(cls, other: InvalidInput) -> "InvalidChange":
        """The same refusal, as one of a change."""
        facts = {name: fact for name, fact in other.facts.items() if name != "where"}
        return cls(other.code, other.where, **facts)


class Infeasible(PlannerError):
    """No plan can keep every hard rule; ``rules`` and ``activities`` name a set that conflicts.

    ``violations`` lists the breaches when fixed sessions clash among themselves, and is empty otherwise.
    ``causes``: the conflict rule by rule, none to spare; empty when only its names are known.
    """

    def __init__(
        self,
        rules: Iterable[str],
        activities: Iterable[str],
        violations: Iterable[Violation] = (),
        causes: Iterable[Cause] = (),
    ) -> None:
        self.rules = tuple(rules)
        self.activities = tuple(activities)
        self.violations = tuple(violations)
        self.causes = tuple(causes)
        super().__init__("infeasible", rules=self.rules, activities=self.activities)


class StoppedEarly(PlannerError):
    """The caller stopped the search before it had a plan that keeps every hard rule."""
