"""A plan repaired: a first answer at once, the best by the policy behind it, and other ways out."""

from collections.abc import Callable, Iterator

from contactdays.planner.search.conflict.conflict import explain_conflict
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.large.flow import flow_of
from contactdays.planner.search.large.mass import mass_of
from contactdays.planner.search.linear.highs import Limits
from contactdays.planner.search.model.bound import flow_bound
from contactdays.planner.search.selection.tiers import climb
from contactdays.planner.values import Change, Plan, Policy, Problem, Repair, RepairOption, Spared, Stop, StoppedEarly

from .board import Board, board_of, is_large, working_problem
from .course import Course
from .effects import apply
from .evenness import evened
from .first_answer import first_answer
from .offering import Offers
from .settled import off_for_good, settled_in
from .standing import standing_of
from .wanted import ORDERED, goals_for

NO_LIMITS = Stop()


def replan(
    problem: Problem,
    plan: Plan,
    change: Change,
    policy: Policy = Policy.KEEP,
    *,
    seed: int = 0,
    stop: Stop = NO_LIMITS,
    on_progress: Callable[[Repair], None] | None = None,
) -> Repair:
    """Ways to repair ``plan`` (of ``problem``, with no rule broken) after ``change``; the policy's own comes first.

    What is past or frozen never moves. An unaffected meeting is one that breaks no rule of the changed problem
    where it is. ``keep`` drops none of these; among such plans it takes the most valuable, and of those one that
    takes fewest meetings from their time. ``value`` looks at value first even if unaffected meetings give way.
    Then come fewest changes of place, and few breaks for those who are disturbed anyway. Other options spare
    people before value, or the senior among them, and are there when they really differ.

    ``on_progress`` is told the first answer and every better one. The same arguments give the same repair.
    Raises InvalidChange; Infeasible when something settled cannot stand or what must be held cannot, with the
    rules and activities in conflict; StoppedEarly when ``stop`` ended the search without any plan.
    """
    changed = apply(problem, plan, change)
    off = off_for_good(problem, change)
    standing = standing_of(changed, settled_in(plan, change, off))
    limits = Limits(nodes=stop.nodes, seed=seed, cancelled=stop.cancelled)
    course = Course(changed, policy, standing, on_progress)
    offers = Offers(changed, plan, board_of(changed, standing, policy, narrow=True), limits)
    course.begin(_first(offers))
    if is_large(changed):
        bound = _bound_of(working_problem(changed, standing, policy, narrow=False), limits)
    else:
        offers = Offers(changed, plan, board_of(changed, standing, policy, narrow=False), limits)
        course.begin(_first(offers) if course.first is None else None)
        bound = flow_bound(offers.board.grid, offers.board.model.ways, Limits(seed=seed))
    course.limit(bound)
    for option in _options(offers, bound, limits):
        course.take(option)
    if not course.offered:
        if changed.breaks_apart is None:
            raise StoppedEarly("stopped_early")
        course.take(evened(changed, offers, stop, seed))
    return course.repair()


def _first(offers: Offers) -> RepairOption | None:
    """What can be had at once, if anything."""
    board = offers.board
    chosen = first_answer(board)
    if chosen is None:
        return None
    most = sum(each.weight for each in board.grid.requests)
    return offers.option(Spared.PEOPLE, chosen, goals_for(board, Spared.PEOPLE), most, proven=False)


def _bound_of(problem: Problem, limits: Limits) -> int:
    """How much a large week could be worth at best."""
    grid = lay_out(problem)
    return flow_of(mass_of(grid, stands_of(grid, apart=False)), Limits(seed=limits.seed)).bound


def _options(offers: Offers, bound: int, limits: Limits) -> Iterator[RepairOption]:
    """One option after the other, the policy's own first; fewer when cancelled. ``bound`` on the value of all."""
    board = offers.board
    start = first_answer(board)
    for spares in _ways_out(board):
        if limits.cancelled is not None and limits.cancelled():
            return
        goals = goals_for(board, spares)
        known = () if spares is Spared.PEOPLE else (bound,)
        climbed = climb(board.model, goals, start, limits, known)
        if climbed.infeasible and not board.narrow:
            raise explain_conflict(board.model, limits)
        if climbed.chosen is None:
            return
        start = climbed.chosen
        bound = climbed.bounds[0] if spares is Spared.VALUE else bound
        proven = not board.narrow and climbed.reached[:ORDERED] == climbed.bounds[:ORDERED]
        yield offers.option(spares, start, goals, bound, proven=proven)


def _ways_out(board: Board) -> tuple[Spared, ...]:
    """On a narrow board nobody is disturbed in any case; seniority can be spared where it differs."""
    if board.narrow:
        return (Spared.PEOPLE,)
    senior = len({each.weight for each in board.grid.problem.participants}) > 1
    return (Spared.VALUE, Spared.PEOPLE, *((Spared.SENIORITY,) if senior else ()))
