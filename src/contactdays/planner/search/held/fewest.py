"""The fewest breaks of a roster, by asking for none, then one, then two: the first that can be had is the optimum."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from pysat.solvers import Solver

from .counting import Count, summed
from .prefix import Encoding, add_limit, encode
from .roster import Limit, Roster

CLIMB = 64
CONFLICTS = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """What is known so far: the best plan (a choice for each meeting) and its breaks, None before there is one.

    ``bound``: no plan has fewer breaks. ``refuted``: there is no plan.
    """

    chosen: tuple[int, ...] | None = None
    breaks: int | None = None
    bound: int = 0
    refuted: bool = False

    def and_also(self, other: "Found") -> "Found":
        """What both know together; of two plans with as few breaks, this one's."""
        plan = other if self.breaks is None or (other.breaks is not None and other.breaks < self.breaks) else self
        return Found(plan.chosen, plan.breaks, max(self.bound, other.bound), self.refuted or other.refuted)

    @property
    def closed(self) -> bool:
        """Whether nothing is left to find out."""
        return self.refuted or (self.breaks is not None and self.bound >= self.breaks)


def ascend(roster: Roster, start: Found, *, lazy: bool) -> Iterator[Found]:
    """Every better plan and every better bound, until all is known; ``start`` is what is known before.

    ``lazy``: limits are bound only where a plan breaks them, which is quick while they are loose. Otherwise they
    are bound from the beginning, and some plan is looked for first, however many breaks it has.
    """
    ascent = _Ascent(roster, lazy)
    found = start
    if found.chosen is None and not lazy:
        found = ascent.any_plan(found)
        yield found
    for better in ascent.climb(found):
        found = better
        yield found
    while not found.closed:
        found = ascent.step(found)
        yield found


def first_plan(roster: Roster) -> Found:
    """The plan that the search which binds all limits from the beginning has before any other; or refuted."""
    return _Ascent(roster, lazy=False).any_plan(Found())


def settled(roster: Roster, breaks: int) -> Found:
    """The plan with at most ``breaks`` breaks, known to be possible and the fewest, that one search by itself finds."""
    plan = _Ascent(roster, lazy=False).plan(breaks)
    return Found(refuted=True) if plan is None else Found(*plan, breaks)


class _Ascent:
    def __init__(self, roster: Roster, lazy: bool) -> None:
        self.roster = roster
        self.encoding: Encoding = encode(roster, limits=() if lazy else None)
        self.clauses = self.encoding.clauses
        self.left = list(roster.limits) if lazy else []
        self.most = sum(map(len, self.encoding.breaks))

    def any_plan(self, found: Found) -> Found:
        """``found`` with a plan, or refuted."""
        plan = self.plan(self.most)
        return Found(refuted=True) if plan is None else Found(*plan, found.bound)

    def climb(self, found: Found) -> Iterator[Found]:
        """Greater bounds while they are cheap: one solver that keeps what it learns, a few conflicts a bound."""
        with (
            self._bounded(min(CLIMB, self.most)) as total,
            Solver("glucose4", bootstrap_with=self.clauses.clauses) as solver,
        ):
            for bound in range(found.bound, min(CLIMB, len(total))):
                solver.conf_budget(CONFLICTS)
                if found.closed or solver.solve_limited(assumptions=[-total[bound]]) is not False:
                    return
                found = replace(found, bound=bound + 1) if solver.get_core() else Found(refuted=True)
                yield found

    def step(self, found: Found) -> Found:
        """``found`` with a plan that meets its bound, or with a greater bound, or refuted."""
        plan = self.plan(found.bound)
        if plan is not None:
            return Found(*plan, found.bound)
        return Found(refuted=True) if found.bound >= self.most else replace(found, bound=found.bound + 1)

    @contextmanager
    def _bounded(self, most: int) -> Iterator[Count]:
        """The count of all breaks up to ``most``; empty when there cannot be so many.

        Its clauses are forgotten afterwards, those of limits are not.
        """
        known = len(self.clauses.clauses)
        total = [] if most > self.most else summed(self.clauses, [each for each in self.encoding.breaks if each], most)
        counted = len(self.clauses.clauses)
        try:
            yield total
        finally:
            self.clauses.forget(known, counted)

    def plan(self, breaks: int) -> tuple[tuple[int, ...], int] | None:
        """A plan with at most ``breaks`` breaks, and how many it has.

        A new solver each time: the bound is then a plain clause, of which CaDiCaL makes much more than of an
        assumption.
        """
        with self._bounded(breaks + 1) as total, Solver("cadical195", bootstrap_with=self.clauses.clauses) as solver:
            for literal in total[breaks:]:
                solver.add_clause([-literal])
            while solver.solve():
                model = set(solver.get_model() or ())
                chosen = tuple(n for n, literal in enumerate(self.encoding.taken) if literal in model)
                broken = [limit for limit in self.left if _breaks_limit(limit, set(chosen))]
                if not broken:
                    return chosen, sum(literal in model for count in self.encoding.breaks for literal in count)
                self._bind(broken, solver)
        return None

    def _bind(self, broken: list[Limit], solver: Solver) -> None:
        known = len(self.clauses.clauses)
        for limit in broken:
            self.left.remove(limit)
            add_limit(self.encoding, self.roster, limit)
        solver.append_formula(self.clauses.clauses[known:])


def _breaks_limit(limit: Limit, chosen: set[int]) -> bool:
    held = (factor for each, factor in zip(limit.choices, limit.factors, strict=True) if each in chosen)
    return sum(held) > limit.most
