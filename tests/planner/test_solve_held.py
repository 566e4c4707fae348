"""Everything held, as few breaks as can be: the whole way from a problem to a plan."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactdays.planner import Infeasible, Interval, check, objectives, parse_b2bsp, plan_text, solve
from contactdays.planner.check.breaks import breaks_of
from contactdays.planner.check.week import lay_out
from contactdays.planner.values import Assignment, Plan, Stop

FAIR = """
nBusiness = 4; nMeetings = 4; nTables = 2; nTotalSlots = 4; nMorningSlots = 2;
requested = [| 1, 2, 3 | 1, 3, 3 | 2, 4, 2 | 3, 4, 1 |];
forbidden = [{0}, {0}, {2}, {0}];
"""


@st.composite
def fairs(draw):
    """Tiny problems in which all is to be held and breaks come first."""
    slots, people = draw(st.integers(2, 5)), draw(st.integers(3, 5))
    pairs = draw(
        st.lists(
            st.lists(st.integers(1, people), min_size=2, max_size=2, unique=True).map(sorted),
            min_size=1,
            max_size=5,
            unique_by=tuple,
        )
    )
    rows = " | ".join(f"{one}, {other}, {draw(st.sampled_from((1, 2, 3, 3, 3)))}" for one, other in pairs)
    holes = ", ".join("{" + draw(st.sampled_from(("0", "1", "2"))) + "}" for _ in range(people))
    return parse_b2bsp(
        f"nBusiness = {people}; nMeetings = {len(pairs)}; nTables = {draw(st.integers(1, 3))};"
        f"nTotalSlots = {slots}; nMorningSlots = {draw(st.integers(1, slots - 1))};"
        f"requested = [| {rows} |]; forbidden = [{holes}];"
    )


def fewest(problem):
    """The fewest breaks of a plan that the checker accepts, or None: every time of every meeting tried."""
    found = []
    for starts in product([slot.start for slot in problem.slots], repeat=len(problem.requests)):
        tables = {start: iter(problem.places) for start in starts}
        held = tuple(
            Assignment(each.id, start, start + 1, getattr(next(tables[start], None), "id", "none"), each.participants)
            for each, start in zip(problem.requests, starts, strict=True)
        )
        plan = Plan(held, len(held))
        if check(problem, plan) == []:
            found.append(sum(breaks_of(lay_out(problem, plan)).values()))
    return min(found, default=None)


@settings(max_examples=25, deadline=None)
@given(fairs())
def test_the_fewest_breaks_of_all_are_found_and_proven_or_there_is_no_plan(problem):
    best = fewest(problem)
    if best is None:
        with pytest.raises(Infeasible):
            solve(problem, Stop(polish_moves=2000))
        return
    result = solve(problem, Stop(polish_moves=2000))
    assert (result.breaks, result.breaks_bound, result.proven) == (best, best, True)
    assert check(problem, result.plan) == []
    assert objectives(problem, result.plan)["breaks"] == best


def test_the_same_problem_and_seed_give_the_same_plan():
    problem = parse_b2bsp(FAIR)
    plans = {plan_text(solve(problem, seed=5).plan, problem) for _ in range(3)}
    assert len(plans) == 1


def test_every_better_plan_is_told_with_its_bound():
    problem = parse_b2bsp(FAIR)
    told = []
    result = solve(problem, on_progress=told.append)
    plans = [each for each in told if each.plan is not None]
    assert plans
    assert all(check(problem, each.plan) == [] for each in plans)
    assert all(each.breaks_bound <= result.breaks <= each.breaks for each in plans)


def test_a_participant_away_all_day_leaves_no_plan():
    problem = parse_b2bsp(FAIR)
    away = replace(problem.participants[0], available=(Interval(100, 101),))
    with pytest.raises(Infeasible):
        solve(replace(problem, participants=(away, *problem.participants[1:])))
