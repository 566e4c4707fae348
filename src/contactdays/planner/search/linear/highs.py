"""HiGHS, driven the same way every time: one thread, a given seed, no clock."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from .rows import Rows

NOTHING = 1e-6
PRICED = 1e-5


@dataclass(frozen=True, slots=True)
class Answer:
    """What HiGHS says: ``chosen`` columns of the best solution (None without one), and the proven bound.

    ``infeasible``: proven that there is no solution.
    """

    chosen: tuple[int, ...] | None
    bound: float
    infeasible: bool
    nodes: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How HiGHS is limited and watched: nodes at most, a seed, and whether to go on."""

    nodes: int | None = None
    seed: int = 0
    cancelled: Callable[[], bool] | None = None
    improved: Callable[[float, float], None] | None = None


def maximise(
    weights: list[int], rows: Rows, limits: Limits, *, whole: bool = True, start: tuple[int, ...] | None = None
) -> Answer:
    """Maximise the weights of 0-1 columns within ``rows``; with ``whole`` False, of columns from 0 to 1.

    ``start``: columns of a known solution. The gap allowed is nil: weights are whole numbers, so less than 1.
    """
    if not weights:
        infeasible = any(lower > 0 for lower in rows.lower)
        return Answer(None if infeasible else (), 0.0, infeasible, 0)
    solver = _solver(limits)
    _pass(solver, weights, rows, whole)
    if start is not None:
        solver.setSolution(len(weights), np.arange(len(weights)), _marks(len(weights), start))
    _watch(solver, limits)
    solver.run()
    return _answer(solver, weights, whole)


class _Quiet(highspy.Highs):
    """Says nothing, not even its name, which it would as soon as callbacks are enabled."""

    def enableCallbacks(self) -> None:
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()


def _solver(limits: Limits) -> highspy.Highs:
    solver = _Quiet()
    options: dict[str, bool | int | float | str] = {
        "threads": 1,
        "parallel": "off",
        "random_seed": limits.seed % (1 << 31),
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.5,
    }
    if limits.nodes is not None:
        options["mip_max_nodes"] = limits.nodes
    for name, value in options.items():
        solver.setOptionValue(name, value)
    return solver


def _pass(solver: highspy.Highs, weights: list[int], rows: Rows, whole: bool) -> None:
    model = highspy.HighsLp()
    model.num_col_ = len(weights)
    model.num_row_ = len(rows.upper)
    model.col_cost_ = np.array(weights, dtype=float)
    model.col_lower_ = np.zeros(len(weights))
    model.col_upper_ = np.ones(len(weights))
    model.row_lower_ = np.array(rows.lower, dtype=float)
    model.row_upper_ = np.array(rows.upper, dtype=float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(rows.starts, dtype=np.int32)
    model.a_matrix_.index_ = np.array(rows.columns, dtype=np.int32)
    model.a_matrix_.value_ = np.array(rows.factors, dtype=float)
    model.sense_ = highspy.ObjSense.kMaximize
    if whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(weights)
    solver.passModel(model)


def _marks(count: int, columns: tuple[int, ...]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    marks = np.zeros(count)
    marks[list(columns)] = 1
    return marks


def _watch(solver: highspy.Highs, limits: Limits) -> None:
    cancelled, improved = limits.cancelled, limits.improved
    if cancelled is not None:

        def interrupt(event: highspy.HighsCallbackEvent) -> None:
            if cancelled():
                event.interrupt()

        solver.cbMipInterrupt += interrupt
        solver.cbSimplexInterrupt += interrupt
    if improved is not None:

        def tell(event: highspy.HighsCallbackEvent) -> None:
            improved(event.data_out.mip_primal_bound, event.data_out.mip_dual_bound)

        solver.cbMipImprovingSolution += tell


def _answer(solver: highspy.Highs, weights: list[int], whole: bool) -> Answer:
    status = solver.getModelStatus()
    info = solver.getInfo()
    statuses = highspy.HighsModelStatus
    if status in (statuses.kInfeasible, statuses.kUnboundedOrInfeasible):
        return Answer(None, 0.0, True, 0)
    bound = float(info.mip_dual_bound if whole else info.objective_function_value)
    if not whole and status != statuses.kOptimal:
        bound = float(sum(weights))
    if not whole or info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Answer(None, bound, False, 0)
    values = solver.getSolution().col_value
    chosen = tuple(column for column, value in enumerate(values) if value > 0.5)
    return Answer(chosen, bound, False, int(info.mip_node_count))


@dataclass(frozen=True, slots=True)
class Face:
    """What all optima of a relaxation share, as far as its prices tell.

    ``idle`` columns are 0, ``full`` columns 1, and ``tight`` rows as full (or as empty) as they may be: True at
    their upper limit.
    """

    idle: frozenset[int]
    full: tuple[int, ...]
    tight: dict[int, bool]


class Relaxation:
    """The linear relaxation: columns may be anything from 0 to 1."""

    def __init__(self, weights: list[int], rows: Rows, limits: Limits) -> None:
        self._weights = np.array(weights, dtype=float)
        self._solver = _solver(limits)
        _pass(self._solver, weights, rows, False)
        _watch(self._solver, limits)

    def optimum(self, favour: Sequence[float] | None = None) -> tuple[float, list[int]] | None:
        """The greatest weight and the columns that are not 0 there; None when stopped or infeasible.

        ``favour`` is added to the weights, to choose among optima; the weight given then includes it.
        """
        if favour is not None:
            columns = np.arange(len(self._weights), dtype=np.int32)
            self._solver.changeColsCost(len(columns), columns, self._weights + np.array(favour))
            self._solver.clearSolver()
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        values = np.array(self._solver.getSolution().col_value)
        weight = float(self._solver.getInfo().objective_function_value)
        return weight, [int(column) for column in np.flatnonzero(values > NOTHING)]

    def bar(self, columns: Iterable[int], among: range) -> None:
        """From now on ``columns`` are 0; whatever else of ``among`` was barred may be anything again."""
        upper = np.ones(len(among))
        upper[[column - among.start for column in columns]] = 0
        numbers = np.arange(among.start, among.stop, dtype=np.int32)
        self._solver.changeColsBounds(len(numbers), numbers, np.zeros(len(numbers)), upper)

    def shares(self, among: range) -> list[float]:
        """How much of each column of ``among`` is in the optimum found last."""
        return [float(each) for each in self._solver.getSolution().col_value[among.start : among.stop]]

    def prices(self) -> list[float]:
        """What one more unit of each row's upper limit would add at the optimum found last."""
        return [float(each) for each in self._solver.getSolution().row_dual]

    def face(self) -> Face:
        """The face of the optima of the weights last solved for (complementary slackness)."""
        solution = self._solver.getSolution()
        values, prices = np.array(solution.col_value), np.array(solution.col_dual)
        priced = np.abs(prices) > PRICED
        rows = self._solver.getLp()
        activities, duals = np.array(solution.row_value), np.array(solution.row_dual)
        below, above = activities - np.array(rows.row_lower_), np.array(rows.row_upper_) - activities
        return Face(
            idle=frozenset(int(each) for each in np.flatnonzero(priced & (values < 0.5))),
            full=tuple(int(each) for each in np.flatnonzero(priced & (values > 0.5))),
            tight={int(each): bool(above[each] <= below[each]) for each in np.flatnonzero(np.abs(duals) > PRICED)},
        )
