"""What a search gives, and how it can be limited, watched and stopped."""

import hashlib
import subprocess
import sys
from dataclasses import replace

import pytest

from contactdays.planner import (
    Aim,
    Certificate,
    CertificateKind,
    Infeasible,
    Interval,
    Place,
    Plan,
    Problem,
    Request,
    Session,
    Slot,
    Stop,
    StoppedEarly,
    Violation,
    Wish,
    check,
    plan_text,
    solve,
)

from .known_week import ALL_DAY, PLAN, PROBLEM, party, problem_with

QUICK = Stop(polish_moves=2_000)
ORIGIN = PROBLEM.origin


def crossroads(parties=6, starts=range(60, 160, 20), tables=2, **fields):
    """Everybody wants to meet everybody."""
    names = [f"p{number}" for number in range(parties)]
    requests = [
        Request(f"{one}-{other}", (one, other), 15, 1 + (index % 5))
        for index, (one, other) in enumerate((one, other) for one in names for other in names if one < other)
    ]
    given = {
        "participants": tuple(party(name, cap=3) for name in names),
        "slots": tuple(Slot(start, start + 20, 0) for start in starts),
        "places": tuple(Place(f"t{number}", 2, "palace", ALL_DAY, True) for number in range(tables)),
        "requests": tuple(requests),
    }
    return Problem(ORIGIN, **(given | fields))


def test_the_known_week_is_planned_at_its_best():
    result = solve(PROBLEM, QUICK)

    assert check(PROBLEM, result.plan) == []
    assert (result.value, result.bound, result.proven) == (13, 13, True)


def test_stages_are_told_in_order_and_kept():
    told = []

    result = solve(crossroads(), QUICK, on_progress=told.append)

    assert [each.stage for each in result.stages] == ["bound", "select", "polish", "rooms"]
    assert [each for each in told if each in result.stages] == list(result.stages)
    assert [each.fraction for each in told] == sorted(each.fraction for each in told)
    assert result.stages[-1].gaps == result.gaps


def test_polishing_leaves_fewer_gaps_and_the_same_meetings():
    problem = crossroads(parties=8, starts=range(60, 260, 20), tables=4)

    rough, polished = solve(problem, Stop(polish_moves=0)), solve(problem, Stop(polish_moves=5_000))

    held = [sorted(each.activity for each in result.plan.assignments) for result in (rough, polished)]
    assert held[0] == held[1]
    assert rough.gaps == rough.gaps_before == polished.gaps_before > polished.gaps


def test_a_party_stays_at_its_table():
    hub = tuple(Request(f"r{n}", ("p0", f"p{n}"), 15, 1) for n in range(1, 5))
    rim = tuple(Request(f"q{n}", ("p5", f"p{n}"), 15, 1) for n in range(1, 5))
    problem = crossroads(requests=hub + rim, participants=tuple(party(f"p{n}") for n in range(6)))

    result = solve(problem, QUICK)

    assert len(result.plan.assignments) == 8
    places = {hub: {each.place for each in result.plan.assignments if hub in each.participants} for hub in ("p0", "p5")}
    assert {name: len(found) for name, found in places.items()} == {"p0": 1, "p5": 1}


def test_the_same_input_gives_the_same_bytes_in_another_process():
    program = (
        "from tests.planner.test_solve import *;"
        "print(hashlib.sha256(plan_text(solve(crossroads(), QUICK, seed=5).plan).encode()).hexdigest())"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert prints == {hashlib.sha256(plan_text(solve(crossroads(), QUICK, seed=5).plan).encode()).hexdigest()}


def test_a_search_that_is_stopped_gives_the_best_plan_so_far():
    problem = crossroads()

    result = solve(problem, Stop(cancelled=lambda: True))

    assert check(problem, result.plan) == []
    assert 0 < result.value <= result.bound <= result.flow_bound


def test_a_search_that_is_stopped_without_a_plan_says_so():
    """The greedy start takes the slot that the other compulsory meeting needs."""
    early = party("early", available=(Interval(60, 80),))
    requests = (
        Request("any", ("p0", "p1"), 15, 5, Wish.MUST),
        Request("now", ("p0", "early"), 15, 1, Wish.MUST),
    )
    problem = crossroads(requests=requests, participants=(party("p0"), party("p1"), early))

    with pytest.raises(StoppedEarly):
        solve(problem, Stop(cancelled=lambda: True))
    assert solve(problem, QUICK).value == 6


def test_a_warm_start_is_not_lost_when_the_search_is_stopped():
    problem = crossroads()
    best = solve(problem, QUICK)

    again = solve(problem, Stop(cancelled=lambda: True), warm_start=best.plan)

    assert again.value == best.value
    assert {each.activity for each in again.plan.assignments} == {each.activity for each in best.plan.assignments}


def test_a_warm_start_of_another_week_does_no_harm():
    assert solve(crossroads(), QUICK, warm_start=PLAN).proven


def test_sessions_that_clash_are_named_with_their_rules():
    late = Session("late", 140, 160, "forum", ("embassy", "guest"))
    problem = problem_with(sessions=(PROBLEM.sessions[0], late))

    with pytest.raises(Infeasible) as refusal:
        solve(problem, QUICK)

    assert (refusal.value.rules, refusal.value.activities) == (("double_booking",), ("late", "plenary"))
    assert set(refusal.value.violations) == {
        Violation("double_booking", ("plenary", "late"), ("embassy",), None, 140),
        Violation("double_booking", ("plenary", "late"), (), "forum", 140),
    }


def test_musts_that_conflict_are_named_and_no_others():
    together = [Request(f"r{number}", ("p0", f"p{number}"), 15, 1, Wish.MUST) for number in range(1, 5)]
    requests = (*together, Request("elsewhere", ("p5", "p1"), 15, 1, Wish.MUST))
    problem = crossroads(requests=requests)

    with pytest.raises(Infeasible) as refusal:
        solve(problem, QUICK)

    assert refusal.value.rules == ("missing_must", "cap")
    assert refusal.value.activities == ("r1", "r2", "r3", "r4")


def test_a_must_of_a_vacant_post_is_named_alone():
    vacant = party("bank", in_office=())
    must = Request("with bank", ("embassy", "bank"), 15, 4, Wish.MUST)

    with pytest.raises(Infeasible) as refusal:
        solve(problem_with(vacant, must), QUICK)

    assert (refusal.value.rules, refusal.value.activities) == (("missing_must",), ("with bank",))


def test_a_session_in_the_hall_takes_its_tables():
    hall = Session("show", 60, 120, "hall")
    problem = problem_with(sessions=(*PROBLEM.sessions, hall), pins=())
    optional = tuple(replace(each, wish=Wish.WANT) for each in problem.requests)

    result = solve(replace(problem, requests=optional), QUICK)

    assert {each.place for each in result.plan.assignments if each.start < 120} == {"hall", "loft"}


def test_an_empty_week_is_planned():
    result = solve(Problem(ORIGIN), QUICK)

    nothing_to_add = Certificate(CertificateKind.LP_DUAL, Aim.VALUE, 0)
    plan = Plan(breaks=0, room_moves=0, bound_certificate=nothing_to_add)
    assert (result.plan, result.proven, result.bound) == (plan, True, 0)


def test_who_must_change_tables_needs_the_time_for_it():
    places = (
        Place("early", 2, "palace", (Interval(60, 80),), True),
        Place("late", 2, "palace", (Interval(80, 100),), True),
    )
    requests = (Request("one", ("p0", "p1"), 20, 2), Request("other", ("p0", "p2"), 20, 3))
    problem = crossroads(requests=requests, places=places, starts=(60, 80), change_over=5)

    hurried, at_ease = solve(problem, QUICK), solve(replace(problem, change_over=0), QUICK)

    assert [(each.value, each.proven) for each in (hurried, at_ease)] == [(3, True), (5, True)]


def test_who_comes_late_from_a_session_is_not_placed_at_any_table():
    places = tuple(Place(f"t{number}", 2, "palace", ALL_DAY, True) for number in range(3))
    talk = Session("talk", 40, 58, "t2", ("p0",))
    requests = (Request("one", ("p0", "p1"), 35, 2),)
    problem = crossroads(requests=requests, places=places, starts=(60, 80), change_over=5, sessions=(talk,))

    assert [each.place for each in solve(problem, QUICK).plan.assignments] == ["t2", "t2"]


def test_a_meeting_in_the_hall_takes_its_tables():
    places = (
        Place("hall", 3, "palace", ALL_DAY, True),
        Place("t0", 2, "palace", ALL_DAY, True, "hall"),
        Place("t1", 2, "palace", ALL_DAY, True, "hall"),
    )
    requests = (Request("three", ("p0", "p1", "p2"), 15, 3), Request("two", ("p3", "p4"), 15, 2))
    problem = crossroads(requests=requests, places=places, starts=(60,))

    result = solve(problem, QUICK)

    assert [(each.activity, each.place) for each in result.plan.assignments] == [("three", "hall")]
