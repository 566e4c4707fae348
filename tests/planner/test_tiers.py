"""What is held is the best by the problem's objectives in their order, against everything tried."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactdays.planner import Aim, Assignment, Infeasible, Interval, Objective, Stop, Wish, check, score, solve
from contactdays.planner.search.ground.fixed import require_sessions_hold
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.options import ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.linear.highs import Limits
from contactdays.planner.search.model.bound import flow_bound
from contactdays.planner.search.selection.arcs import flow_bounds
from contactdays.planner.search.selection.goals import goals_of
from contactdays.planner.search.selection.select import select

from .every_plan import every_plan, still
from .known_week import PROBLEM
from .small_weeks import small_weeks

CAREFULLY = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
WEIGHED = (Aim.VALUE, Aim.EMPTY, Aim.FAIRNESS, Aim.PREFERENCES)


@st.composite
def tiers(draw):
    """Some of the aims that concern what is held, in some order, some together; fairest of all now and then."""
    aims = draw(st.permutations(WEIGHED))[: draw(st.integers(1, 3))]
    first = draw(st.integers(1, len(aims)))
    split = [tuple(Objective(each, draw(st.integers(1, 9))) for each in part) for part in (aims[:first], aims[first:])]
    found = [each for each in split if each]
    if draw(st.booleans()):
        found.insert(draw(st.integers(0, len(found))), (Objective(Aim.LEXIMIN),))
    return tuple(found)


def selected(problem):
    require_sessions_hold(problem)
    grid = lay_out(problem)
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    return select(grid, ways, flow_bound(grid, ways, Limits()), Limits())


def levels(figure):
    """A tier's score as goals tell it: a tuple of counts as how many have at least one, at least two, ..."""
    if isinstance(figure, int):
        return [figure]
    return [sum(each >= k for each in figure) for k in range(1, max(figure, default=0) + 1)]


def figured(figure, goals, aims):
    """A tier's score as long as the tier has goals."""
    if isinstance(figure, int):
        return [figure]
    tier = aims.index((Objective(Aim.LEXIMIN),))
    most = sum(goal.tier == tier for goal in goals)
    return [sum(each >= k for each in figure) for k in range(1, most + 1)]


@settings(CAREFULLY, max_examples=50)
@given(small_weeks(parties=4, most=3), tiers(), st.integers(0, 2))
def test_every_tier_is_the_best_there_is(problem, aims, preferring):
    wished = (Interval(60, 80), Interval(200, 240))
    requests = tuple(
        replace(each, preferred=wished) if number == preferring else each
        for number, each in enumerate(problem.requests)
    )
    problem = replace(still(problem), requests=requests, objectives=aims)
    plans = every_plan(problem)

    try:
        reached = selected(problem).goals
    except Infeasible:
        assert not plans
        return

    best = max(score(problem, each) for each in plans)
    for number, figure in enumerate(best):
        values = [each.value for each in reached if each.tier == number]
        expected = levels(figure)
        assert [*values[: len(expected)], *filter(None, values[len(expected) :])] == expected
    assert all(each.proven for each in reached)


@settings(CAREFULLY, max_examples=40)
@given(small_weeks(parties=4, most=3), tiers())
def test_no_plan_is_better_than_the_flow_bounds(problem, aims):
    problem = replace(still(problem), objectives=aims)
    grid = lay_out(problem)
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    goals = goals_of(grid, ways)

    bounds = flow_bounds(grid, ways, goals, Limits())

    for plan in every_plan(problem):
        told = [level for figure in score(problem, plan) for level in figured(figure, goals, aims)]
        assert told <= bounds[: len(told)]


@settings(CAREFULLY, max_examples=30)
@given(small_weeks(parties=4, most=3), st.sampled_from((60, 80, 200)), st.booleans())
def test_what_is_published_stands_as_far_as_it_can(problem, start, value_first):
    aims = ((Objective(Aim.STABILITY),), (Objective(Aim.VALUE),))
    stood = tuple(
        Assignment(each.id, start, start + each.duration, problem.places[0].id, each.participants)
        for each in problem.requests[:2]
    )
    problem = replace(still(problem), published=stood, objectives=aims[::-1] if value_first else aims)
    plans = every_plan(problem)

    try:
        reached = selected(problem).goals
    except Infeasible:
        assert not plans
        return

    best = max(score(problem, each) for each in plans)
    assert reached[0].proven and reached[0].value >= best[0]
    assert all(each.value <= each.bound for each in reached)


@settings(CAREFULLY, max_examples=35)
@given(small_weeks(parties=4, most=3), tiers(), st.booleans())
def test_polishing_takes_nothing_from_the_tiers_before_breaks(problem, aims, stable):
    stood = tuple(
        Assignment(each.id, 80, 80 + each.duration, problem.places[0].id, each.participants)
        for each in problem.requests[:2]
    )
    requests = tuple(replace(each, preferred=(Interval(80, 120),)) for each in problem.requests)
    aims = (*aims, (Objective(Aim.STABILITY),)) if stable else aims
    problem = replace(still(problem), requests=requests, published=stood, objectives=(*aims, (Objective(Aim.BREAKS),)))
    plans = every_plan(problem)

    try:
        result = solve(problem, Stop(polish_moves=400))
    except Infeasible:
        assert not plans
        return

    meetings = len(aims) - stable
    reached, best = score(problem, result.plan), max(score(problem, each) for each in plans)
    assert check(problem, result.plan) == []
    assert (reached[:meetings], result.proven) == (best[:meetings], True)


@settings(CAREFULLY, max_examples=50)
@given(small_weeks(parties=4, most=3), st.sampled_from((Aim.BREAKS, Aim.ROOM_MOVES, Aim.STABILITY)))
def test_what_is_not_reached_is_not_called_proven(problem, first):
    stood = tuple(
        Assignment(each.id, 80, 80 + each.duration, problem.places[-1].id, each.participants)
        for each in problem.requests
    )
    tiers = ((Objective(first),), (Objective(Aim.VALUE),))
    problem = replace(still(problem), published=stood, objectives=tiers)
    plans = every_plan(problem)

    try:
        result = solve(problem, Stop(polish_moves=400))
    except Infeasible:
        assert not plans
        return

    best = max(score(problem, each)[0] for each in plans)
    assert score(problem, result.plan)[0] <= best
    assert not result.proven or score(problem, result.plan)[0] == best


def test_the_plan_so_far_is_told_after_each_tier():
    tiers = ((Objective(Aim.EMPTY),), (Objective(Aim.VALUE),), (Objective(Aim.FAIRNESS),))
    problem = replace(PROBLEM, objectives=tiers)
    told = []

    solve(problem, Stop(polish_moves=400), on_progress=told.append)

    plans = [each.plan for each in told if each.stage == "select" and each.plan is not None]
    scores = [score(problem, each) for each in plans]
    assert len(plans) == 1 + len(tiers)  # the start, after each tier but the last, and the selection
    assert scores == sorted(scores)
    assert [check(problem, each) for each in plans] == [[]] * len(plans)


@settings(max_examples=40, deadline=None)
@given(small_weeks(), st.permutations((Aim.PREFERENCES, Aim.VALUE, Aim.EMPTY)), st.integers(0, 2))
def test_polishing_spoils_nothing_that_was_asked_for(problem, aims, early):
    starts = (60, 80, 200)
    preferred = (Interval(starts[early], starts[early] + 40),)
    requests = tuple(replace(each, preferred=preferred, wish=Wish.WANT) for each in problem.requests)
    asked = replace(problem, requests=requests, pins=(), objectives=tuple((Objective(each),) for each in aims))
    try:
        rough, smooth = solve(asked, Stop(polish_moves=0)), solve(asked, Stop(polish_moves=2000))
    except Infeasible:
        return
    assert score(asked, smooth.plan) == score(asked, rough.plan)
