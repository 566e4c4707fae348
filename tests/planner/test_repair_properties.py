"""What every repair promises, on small random weeks."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from contactdays.planner import Infeasible, InvalidChange, Policy, Spared, Stop, check, replan, solve

from .small_changes import best_repair, changes
from .small_weeks import small_weeks

QUICK = Stop(polish_moves=0)
CAREFULLY = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
POLICIES = st.sampled_from(Policy)


def planned(problem):
    try:
        plan = solve(problem, QUICK).plan
    except Infeasible:
        return assume(False)
    assume(not check(problem, plan))
    return plan


def repaired(data, problem, plan, policy, told=None):
    change = data.draw(changes(problem, plan))
    try:
        return change, replan(problem, plan, change, policy, on_progress=told)
    except InvalidChange:
        return assume(False)
    except Infeasible as refusal:
        return change, refusal


def settled_in(plan, change):
    """What is past or frozen and not called off."""
    off = {*change.withdrawn, *(each.activity for each in change.no_shows)}
    until = max(change.now, change.frozen_until or 0)
    return {each.activity for each in plan.assignments if each.start < until or each.activity in change.frozen} - off


@settings(CAREFULLY, max_examples=70)
@given(small_weeks(), POLICIES, st.data())
def test_the_checker_accepts_every_plan_that_is_offered_on_the_way_too(problem, policy, data):
    plan, told = planned(problem), []
    _, repair = repaired(data, problem, plan, policy, told.append)

    for each in told:
        assert [check(each.problem, option.plan) for option in each.options] == [[]] * len(each.options)
    if not isinstance(repair, Infeasible):
        assert repair == told[-1]
        assert all(option.value == option.plan.value <= option.bound for option in repair.options)


@settings(CAREFULLY, max_examples=30)
@given(small_weeks(), POLICIES, st.data())
def test_what_is_past_or_frozen_never_moves(problem, policy, data):
    plan = planned(problem)
    change, repair = repaired(data, problem, plan, policy)
    assume(not isinstance(repair, Infeasible))

    settled = settled_in(plan, change)
    moved = {each.session for each in change.session_moves}
    before = {each.activity: (each.start, each.end, each.place) for each in plan.assignments}
    for option in repair.options:
        after = {each.activity: (each.start, each.end, each.place) for each in option.plan.assignments}
        assert {name: after.get(name) for name in settled - moved} == {name: before[name] for name in settled - moved}
        new = [each for each in option.plan.assignments if each.activity not in before]
        assert all(each.start >= change.settled_until for each in new if each.activity != "new session")


@settings(CAREFULLY, max_examples=40)
@given(small_weeks(), st.data())
def test_no_unaffected_meeting_is_dropped_when_meetings_are_kept(problem, data):
    plan = planned(problem)
    change, repair = repaired(data, problem, plan, Policy.KEEP)
    assume(not isinstance(repair, Infeasible))

    off = {*change.withdrawn, *(each.activity for each in change.no_shows)}
    kept = {each.activity for each in plan.assignments} - set(repair.affected) - off
    for option in repair.options:
        assert kept - {each.activity for each in option.plan.assignments} == set()


@settings(CAREFULLY, max_examples=40)
@given(small_weeks(parties=4, most=3, movable=False), POLICIES, st.data())
def test_the_first_option_is_the_best_by_its_policy(problem, policy, data):
    plan = planned(problem)
    change, repair = repaired(data, problem, plan, policy)

    if isinstance(repair, Infeasible):
        return
    option = repair.options[0]
    at = {each.activity: each.start for each in option.plan.assignments}
    before = {each.activity: each.start for each in plan.assignments}
    near = sum(at.get(name) == before[name] for name in repair.affected)
    assert (option.spares, option.proven) == (Spared.VALUE, True)
    best = best_repair(repair, plan, settled_in(plan, change))
    assert (option.value, -len(option.disturbed), near) == best


@settings(CAREFULLY, max_examples=40)
@given(small_weeks(), POLICIES, st.data())
def test_the_same_arguments_give_the_same_repair(problem, policy, data):
    plan = planned(problem)
    change, repair = repaired(data, problem, plan, policy)
    assume(not isinstance(repair, Infeasible))

    assert replan(problem, plan, change, policy) == repair
