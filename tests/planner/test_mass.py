"""Options as arrays: those that single values give, and rows that keep every rule."""

from hypothesis import HealthCheck, given, settings

from contactdays.planner import Infeasible
from contactdays.planner.search.ground.fixed import require_sessions_hold
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.options import ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.large.flow import flow_of
from contactdays.planner.search.large.mass import mass_of
from contactdays.planner.search.linear.highs import Limits
from contactdays.planner.search.model.bound import flow_bound

from .small_weeks import small_weeks

CAREFULLY = settings(
    deadline=None,
    derandomize=True,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def laid_out(problem):
    """The grid and its stands; None when the sessions break a rule."""
    try:
        require_sessions_hold(problem)
    except Infeasible:
        return None
    grid = lay_out(problem)
    return grid, stands_of(grid, apart=False)


@settings(CAREFULLY)
@given(small_weeks())
def test_options_as_arrays_are_those_that_single_values_give(problem):
    """All of them, but for wholes whose parts are used too and places that only staying in makes possible."""
    laid = laid_out(problem)
    if laid is None:
        return
    grid, stands = laid
    mass = mass_of(grid, stands)

    options = mass.options(range(len(mass.request)))

    expected = ways_of(grid, stands, apart=False).options
    assert set(options) <= set(expected)
    assert [each.request for each in options] == sorted(each.request for each in options)
    if not any(each.blocks for each in stands) and not grid.problem.sessions:
        assert set(options) == set(expected)
        assert len(options) == len(expected)


@settings(CAREFULLY, max_examples=60)
@given(small_weeks())
def test_the_flow_bound_is_no_less_than_that_of_single_values(problem):
    """It may be more: what each party could do is counted more roughly."""
    laid = laid_out(problem)
    if laid is None:
        return
    grid, stands = laid

    flow = flow_of(mass_of(grid, stands), Limits())

    assert flow.bound >= flow_bound(grid, ways_of(grid, stands, apart=False), Limits())
    assert sum(grid.requests[each].weight for each in flow.wanted) >= flow.bound
