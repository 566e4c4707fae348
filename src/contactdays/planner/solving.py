"""The stages of a search, one after the other: bound, select, polish, rooms, reasons."""

from collections.abc import Callable
from dataclasses import replace

from .certify import certified
from .check.objectives import score
from .explaining import reasons
from .fewer import are_even, with_fewest_breaks
from .placing import placed
from .search.anneal.polish import Polisher
from .search.conflict.conflict import require_no_conflict_seen
from .search.ground.breaks import gaps_of
from .search.ground.fixed import require_sessions_hold
from .search.ground.grid import Grid, lay_out
from .search.ground.options import ways_of
from .search.ground.stands import stands_of
from .search.large.large import crowd_in
from .search.linear.highs import Limits
from .search.model.bound import flow_bound
from .search.model.model import Model
from .search.rounds import seats_of
from .search.selection.costs import moving_costs
from .search.selection.select import Selection, select
from .search.selection.tiers import Met
from .search.sessions.settle import settle
from .solve_held import all_held, solve_held
from .solve_large import solve_large
from .telling import FRACTIONS, Told
from .values import Aim, Infeasible, Plan, Problem, Progress, Result, Seat, Stop, StoppedEarly

NO_LIMITS = Stop()


def solve(
    problem: Problem,
    stop: Stop = NO_LIMITS,
    *,
    seed: int = 0,
    warm_start: Plan | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    proof: bool = False,
) -> Result:
    """The most valuable plan of ``problem``, with few breaks and few room moves.

    The value is proven the greatest (``Result.proven``) unless ``stop`` ended the search before. The same
    problem, limits, seed and warm start give the same result. ``warm_start``: a plan of the problem, or of one
    like it, to start from. ``on_progress`` is told of every stage and of better plans in between. ``proof``:
    also prove, if that can be done, that no fewer breaks are possible with the same meetings. Where there are
    too many options (``search.large``) the plan comes near the flow bound instead, and takes no warm start. The
    plan carries certificates for what is proven of it.

    Raises Infeasible when no plan keeps every hard rule, with the rules and activities that conflict, and
    StoppedEarly when ``stop`` ended the search before there was a plan that does.
    """
    result = _search(problem, stop, seed, warm_start, on_progress, proof)
    valued = problem.comes_first(Aim.VALUE)
    settled = any(each.movable for each in problem.sessions)  # what is known of breaks is known of one settlement
    fewest = None if settled or not (result.breaks_bound or problem.comes_first(Aim.BREAKS)) else result.breaks_bound
    plan = certified(problem, result.plan, bound=result.bound if valued else None, breaks_bound=fewest)
    return replace(result, plan=plan)


def _search(
    problem: Problem,
    stop: Stop,
    seed: int,
    warm_start: Plan | None,
    on_progress: Callable[[Progress], None] | None,
    proof: bool,
) -> Result:
    """``solve`` without certificates."""
    if any(each.movable for each in problem.sessions):
        settlement = settle(problem, Limits(stop.nodes, seed, stop.cancelled), warm_start)
        tell = on_progress and (lambda progress: on_progress(settlement.told(progress)))
        try:
            settled = _search(settlement.problem, stop, seed, warm_start, tell, proof)
        except Infeasible as refusal:
            if problem.breaks_apart is None:
                raise
            raise StoppedEarly("stopped_early") from refusal  # settling does not look at breaks: others might do
        return settlement.found(settled)
    told = Told(on_progress)
    require_sessions_hold(problem)
    seats = seats_of(problem, Limits(seed=seed))
    grid = lay_out(problem)
    require_no_conflict_seen(grid)
    crowd = crowd_in(grid)
    found = None if crowd is None else solve_large(crowd, stop, seed, seats, told)
    if found is not None:
        return found
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    if all_held(grid, ways):
        return solve_held(grid, ways, stop, seed, seats, told)
    flow = flow_bound(grid, ways, Limits(seed=seed))
    limits = _limits(stop, seed, flow, told)
    told.close(Progress("bound", None, flow, None, FRACTIONS["bound"]))
    selection = select(grid, ways, flow, limits, warm_start, _teller(grid, flow, seats, told))
    first = placed(grid, selection.model.ways, selection.held(), selection.value, seats)
    costs = moving_costs(selection.model)
    polisher = Polisher(selection.model, selection.chosen, seed, costs, trading=selection.by_value_alone)
    gaps_before = polisher.best.gaps
    told.close(_reached("select", selection, first, gaps_before))
    _polish(polisher, selection, stop, told)
    gaps = polisher.best.gaps
    selection = replace(selection, chosen=polisher.columns, value=polisher.value)
    told.close(_reached("polish", selection, None, gaps))
    fewest = 0
    if proof or not are_even(grid, selection.held()):
        prover = _prover(grid, seats, told)
        selection, fewest = with_fewest_breaks(selection, cancelled=stop.cancelled, told=prover)
        gaps = sum(gaps_of(grid, selection.held()).values())
    plan = placed(grid, selection.model.ways, selection.held(), selection.value, seats)
    told.close(replace(_reached("rooms", selection, plan, gaps), breaks_bound=fewest))
    return Result(
        plan=plan,
        value=selection.value,
        bound=selection.bound,
        flow_bound=flow,
        proven=selection.proven and _is_reached(problem, selection, plan),
        gaps_before=gaps_before,
        gaps=gaps,
        room_moves=plan.room_moves or 0,
        breaks=plan.breaks or 0,
        breaks_bound=fewest,
        stages=tuple(told.stages),
        reasons=reasons(problem, plan),
    )


def _teller(grid: Grid, flow: int, seats: tuple[Seat, ...], told: Told) -> Met | None:
    """Tells what a selection meets on its way, as plans; nothing is placed where nobody listens."""

    def tell(model: Model, chosen: tuple[int, ...]) -> None:
        held = [model.ways.options[column] for column in chosen]
        value = sum(grid.requests[each.request].weight for each in held)
        plan = placed(grid, model.ways, held, value, seats, sweeps=0)
        shown = plan if are_even(grid, held) else None
        told.tell(Progress("select", value, flow, None, FRACTIONS["bound"], breaks=plan.breaks, plan=shown))

    return tell if told.on_progress is not None else None


def _prover(grid: Grid, seats: tuple[Seat, ...], told: Told) -> Callable[[Selection, int], None]:
    """Tells what is found on the way to the fewest breaks."""

    def tell(selection: Selection, fewest: int) -> None:
        plan = placed(grid, selection.model.ways, selection.held(), selection.value, seats, sweeps=0)
        told.tell(replace(_reached("proof", selection, plan, None), breaks_bound=fewest))

    return tell


def _is_reached(problem: Problem, selection: Selection, plan: Plan) -> bool:
    """Whether the plan is, tier by tier, as good as the selection says that any can be, seats left out.

    Tiers of breaks or changes of place alone count as long as a tier that selects comes after them.
    """
    bounds = {each.tier: each.bound for each in selection.goals}
    figures = score(problem, replace(plan, seats=()))[: max(bounds) + 1]
    return all(not isinstance(figure, int) or figure >= bounds.get(tier, 0) for tier, figure in enumerate(figures))


def _reached(stage: str, selection: Selection, plan: Plan | None, gaps: int | None) -> Progress:
    return Progress(
        stage=stage,
        value=selection.value,
        bound=selection.bound,
        gaps=gaps,
        fraction=FRACTIONS[stage],
        breaks=None if plan is None else plan.breaks,
        proven=selection.proven,
        plan=plan if are_even(selection.model.grid, selection.held()) else None,
    )


def _limits(stop: Stop, seed: int, flow: int, told: Told) -> Limits:
    def improved(value: float, bound: float) -> None:
        told.tell(Progress("select", round(value), round(min(bound, flow)), None, FRACTIONS["bound"]))

    return Limits(nodes=stop.nodes, seed=seed, cancelled=stop.cancelled, improved=improved)


def _polish(polisher: Polisher, selection: Selection, stop: Stop, told: Told) -> None:
    reached, span = FRACTIONS["select"], FRACTIONS["polish"] - FRACTIONS["select"]

    def batch(share: float) -> bool:
        best = polisher.best
        fraction = reached + span * share
        told.tell(Progress("polish", polisher.value, selection.bound, best.gaps, fraction, breaks=best.breaks))
        return stop.cancelled is not None and stop.cancelled()

    polisher.anneal(stop.polish_moves, batch)
