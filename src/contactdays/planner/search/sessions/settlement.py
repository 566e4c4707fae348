"""Movable sessions, settled."""

from dataclasses import dataclass, replace

from contactdays.planner.values import Aim, Objective, Problem, Progress, Result, Tier

FOR_VALUE: tuple[Tier, ...] = ((Objective(Aim.VALUE),),)


@dataclass(frozen=True, slots=True)
class Settlement:
    """``problem`` with every session fixed, and the most that any way to fix them could be worth.

    How few breaks are possible is known of the sessions as they are only, so that no bound on breaks is passed on.
    """

    problem: Problem
    bound: int

    def told(self, progress: Progress) -> Progress:
        """What is true of the problem as it was, of the ``progress`` of a search for this one."""
        if progress.bound is None:
            return progress
        bound = max(progress.bound, self.bound)
        proven = progress.proven and self._is_best(progress.value)
        return replace(progress, bound=bound, breaks_bound=0, proven=proven)

    def found(self, result: Result) -> Result:
        """The same for the ``result``."""
        return replace(
            result,
            bound=max(result.bound, self.bound),
            flow_bound=max(result.flow_bound, self.bound),
            breaks_bound=0,
            proven=result.proven and self._is_best(result.value),
        )

    def _is_best(self, value: int | None) -> bool:
        return value == self.bound and self.problem.objectives[:1] == FOR_VALUE
