"""The path for weeks with too many options, taken here by weeks small enough to know better."""

import pytest
from hypothesis import HealthCheck, given, settings

from contactdays.planner import Infeasible, Request, Stop, Wish, check, plan_text, solve
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.large import large

from .known_week import party
from .small_weeks import small_weeks
from .test_solve import crossroads

QUICK = Stop(polish_moves=1_000)
CAREFULLY = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def everything_is_large(monkeypatch):
    monkeypatch.setattr(large, "MOST_OPTIONS", 0)


def solved(problem, stop=QUICK, **given_):
    try:
        return solve(problem, stop, **given_)
    except Infeasible as refusal:
        return refusal


@settings(CAREFULLY, max_examples=200)
@given(problem=small_weeks())
def test_the_checker_accepts_every_plan_of_the_large_path(everything_is_large, problem):
    result = solved(problem)

    if not isinstance(result, Infeasible):
        assert check(problem, result.plan) == []
        assert result.plan.value == result.value <= result.bound


@settings(CAREFULLY, max_examples=60)
@given(problem=small_weeks())
def test_the_large_path_gives_the_same_plan_again(everything_is_large, problem):
    first, second = solved(problem), solved(problem)

    if not isinstance(first, Infeasible):
        assert plan_text(first.plan) == plan_text(second.plan)


def test_the_large_path_comes_to_the_optimum_of_a_small_week(everything_is_large, monkeypatch):
    """Seven parties, all of whom want to meet all others, at most three times each, at three tables."""
    problem = crossroads(parties=7, tables=3)
    near = solve(problem, Stop(polish_moves=20_000))
    monkeypatch.undo()

    exact = solve(problem, Stop(polish_moves=20_000))

    assert (near.value, near.breaks) == (exact.value, exact.breaks)
    assert exact.proven


def test_compulsory_meetings_come_before_all_others(everything_is_large):
    requests = [Request(f"r{n}", ("host", f"p{n}"), 15, 9, Wish.WANT) for n in range(4)]
    duty = Request("duty", ("host", "p9"), 15, 0, Wish.MUST)
    parties = (party("host", cap=1), *(party(f"p{n}") for n in (0, 1, 2, 3, 9)))

    result = solve(crossroads(requests=(*requests, duty), participants=parties), QUICK)

    assert [each.activity for each in result.plan.assignments] == ["duty"]


def test_stages_are_told_with_plans_and_a_stop_keeps_the_best(everything_is_large):
    told = []

    result = solve(crossroads(), Stop(cancelled=lambda: True), on_progress=told.append)

    assert [each.stage for each in result.stages] == ["bound", "select", "polish", "rooms"]
    assert [each.stage for each in told if each.plan is not None] == ["select", "rooms"]
    assert check(crossroads(), result.plan) == []


def test_only_many_options_make_a_week_large():
    assert large.crowd_in(lay_out(crossroads())) is None
