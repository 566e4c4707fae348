"""Refutations by a SAT solver, with the steps that lead there."""

from collections.abc import Iterable, Sequence

from pysat.solvers import Glucose4


def refute(clauses: Iterable[Sequence[int]], most_conflicts: int) -> list[str] | None:
    """The steps of a refutation of ``clauses`` in the order they were drawn, as lines of a DRUP file.

    A fresh run, not incremental, without a clock: None when the clauses can be satisfied, or when ``most_conflicts``
    conflicts did not decide it. Steps that drop a clause are left out: whoever keeps them all verifies no less.
    """
    with Glucose4(bootstrap_with=[list(clause) for clause in clauses], with_proof=True) as solver:
        solver.conf_budget(most_conflicts)
        if solver.solve_limited() is not False:
            return None
        return [line for line in map(str, solver.get_proof()) if not line.startswith("d")]
