"""What every search promises, on small random weeks."""

from hypothesis import HealthCheck, given, settings

from contactdays.planner import Assignment, Infeasible, Plan, Stop, check, plan_text, solve

from .small_weeks import best_worth, in_place, movable_weeks, small_weeks

QUICK = Stop(polish_moves=400)
CAREFULLY = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def gist(violations):
    """What was broken by whom, in whichever order it is told."""
    return {(each.rule, frozenset(each.activities), each.participants, each.start) for each in violations}


def solved(problem):
    try:
        return solve(problem, QUICK)
    except Infeasible as refusal:
        return refusal


@settings(CAREFULLY, max_examples=250)
@given(small_weeks())
def test_the_checker_accepts_every_plan_that_is_found(problem):
    result = solved(problem)

    if not isinstance(result, Infeasible):
        assert check(problem, result.plan) == []
        assert result.plan.value == result.value <= result.bound <= result.flow_bound
        assert result.proven == (result.value == result.bound)
        assert result.gaps <= result.gaps_before


@settings(CAREFULLY, max_examples=150)
@given(small_weeks(parties=4, most=3))
def test_the_value_is_the_best_there_is(problem):
    result = solved(problem)

    best = best_worth(problem)
    if best is None:
        assert isinstance(result, Infeasible)
    else:
        assert (result.value, in_place(problem, result.plan.assignments)) == best
        assert result.proven


@settings(CAREFULLY, max_examples=40)
@given(movable_weeks())
def test_movable_sessions_make_way_exactly_as_far_as_meetings_are_worth_it(problem):
    result = solved(problem)

    best = best_worth(problem)
    if best is None:
        assert isinstance(result, Infeasible)
    else:
        assert (result.value, in_place(problem, result.plan.assignments)) == best
        assert check(problem, result.plan) == []


@settings(CAREFULLY, max_examples=60)
@given(small_weeks(movable=False))
def test_fixed_sessions_are_refused_exactly_when_the_checker_would_refuse_them(problem):
    fixed = tuple(Assignment(s.id, s.start, s.end, s.place, s.attendees) for s in problem.sessions)
    broken = [v for v in check(problem, Plan(fixed)) if v.rule not in {"missing_must", "broken_pin", "missing_seat"}]

    result = solved(problem)

    named = result.violations if isinstance(result, Infeasible) else ()
    assert gist(named) == gist(broken)


@settings(CAREFULLY, max_examples=40)
@given(small_weeks())
def test_the_same_seed_gives_the_same_plan(problem):
    first, second = solved(problem), solved(problem)

    if isinstance(first, Infeasible):
        assert (first.rules, first.activities) == (second.rules, second.activities)
    else:
        assert plan_text(first.plan) == plan_text(second.plan)
        assert first == second
