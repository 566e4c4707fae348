"""The fewest breaks that the meetings of the greatest value allow, and evenly if that is asked."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactdays.planner import Infeasible, Interval, Request, Stop, StoppedEarly, check, solve
from tests.planner.known_week import problem_with
from tests.planner.small_weeks import small_weeks

QUICK = Stop(polish_moves=300)


@settings(max_examples=40, deadline=None)
@given(small_weeks())
def test_a_proof_of_few_breaks_keeps_the_value_and_the_rules(problem):
    try:
        rough = solve(problem, Stop(polish_moves=0))
    except Infeasible:
        return
    result = solve(problem, QUICK, proof=True)
    assert (result.value, check(problem, result.plan)) == (rough.value, [])
    assert result.breaks_bound <= result.breaks
    if not any(each.movable for each in problem.sessions):
        assert result.breaks_bound == result.breaks
        assert result.breaks <= solve(problem, QUICK).breaks


@settings(max_examples=40, deadline=None)
@given(small_weeks(), st.integers(0, 1))
def test_breaks_are_never_further_apart_than_the_problem_allows(problem, apart):
    even = replace(problem, breaks_apart=apart)
    try:
        result = solve(even, QUICK)
    except (Infeasible, StoppedEarly):
        return
    assert check(even, result.plan) == []


def test_meetings_of_the_best_value_that_cannot_be_held_so_evenly_end_the_search():
    early, late = Interval(60, 80), Interval(100, 120)
    wanted = (
        Request("first", ("embassy", "port"), 15, 5, window=early),
        Request("last", ("embassy", "bank"), 15, 5, window=late),
    )
    problem = problem_with(requests=wanted, sessions=(), pins=(), breaks_apart=0)

    assert solve(replace(problem, breaks_apart=1), QUICK).breaks == 1
    with pytest.raises(StoppedEarly) as caught:
        solve(problem, QUICK)
    assert caught.value.code == "uneven_breaks"
