"""Sessions that may be held at other times and places than given."""

from dataclasses import replace

import pytest

from contactdays.planner import (
    Infeasible,
    Interval,
    Pin,
    Place,
    Problem,
    Reason,
    ReasonCode,
    Request,
    Session,
    Slot,
    Stop,
    StoppedEarly,
    Violation,
    Wish,
    check,
    reasons,
    solve,
)
from contactdays.planner.search.large import large

from .known_week import ALL_DAY, PROBLEM, party

QUICK = Stop(polish_moves=2_000)
BRIEFING = Session("briefing", 60, 80, "hall", ("p0",), starts=(80, 100))
MEETING = Request("meeting", ("p0", "p1"), 15, 5)


def hour(*activities, pins=(), participants=()):
    """Three slots of 20 minutes from 60 on, one table in a hall, four parties that are free all day."""
    names = [f"p{number}" for number in range(4)]
    return Problem(
        PROBLEM.origin,
        participants=participants or tuple(party(name) for name in names),
        slots=tuple(Slot(start, start + 20, 0) for start in (60, 80, 100)),
        places=(Place("hall", 9, "palace", ALL_DAY), Place("table", 2, "palace", ALL_DAY, True)),
        sessions=tuple(each for each in activities if isinstance(each, Session)),
        requests=tuple(each for each in activities if isinstance(each, Request)),
        pins=pins,
    )


def planned(problem):
    result = solve(problem, QUICK)
    assert (check(problem, result.plan), result.proven) == ([], True)
    return [(each.activity, each.start, each.place) for each in result.plan.assignments]


def refused(problem):
    with pytest.raises(Infeasible) as refusal:
        solve(problem, QUICK)
    return refusal.value.activities, refusal.value.rules


def early(wish=Wish.WANT):
    return Request("early", ("p0", "p1"), 15, 5, wish, window=Interval(60, 80))


def test_a_session_stays_where_it_is_given_while_nothing_is_won():
    assert planned(hour(BRIEFING, MEETING)) == [("briefing", 60, "hall"), ("meeting", 80, "table")]


def test_a_session_moves_when_a_meeting_is_worth_it():
    assert planned(hour(BRIEFING, early())) == [("early", 60, "table"), ("briefing", 80, "hall")]


def test_a_session_moves_to_another_place_when_a_meeting_needs_its_own():
    walk_in = Session("walk-in", 60, 120, "table", places=("hall",))
    assert planned(hour(walk_in, MEETING)) == [("meeting", 60, "table"), ("walk-in", 60, "hall")]


def test_a_pinned_session_stays():
    assert planned(hour(BRIEFING, early(), pins=(Pin("briefing", 60),))) == [("briefing", 60, "hall")]
    assert planned(hour(BRIEFING, pins=(Pin("briefing", 100),))) == [("briefing", 100, "hall")]


def test_travel_to_and_from_a_session_that_moves_is_kept():
    away = Session("away", 60, 75, "tower hall", ("p0",), starts=(80, 100))
    tower, meeting = Place("tower hall", 9, "tower", ALL_DAY), replace(MEETING, window=Interval(60, 100))
    problem = replace(hour(meeting), places=(*hour().places, tower), travel=(("palace", "tower", 25),))
    assert planned(replace(problem, sessions=(away,))) == [("meeting", 60, "table"), ("away", 100, "tower hall")]


def test_a_session_that_can_be_nowhere_is_refused_with_what_it_breaks():
    busy = tuple(party(f"p{number}", available=(Interval(0, 70),)) for number in range(4))
    with pytest.raises(Infeasible) as refusal:
        solve(hour(BRIEFING, participants=busy))
    assert (refusal.value.activities, refusal.value.violations) == (
        ("briefing",),
        (Violation("unavailable", ("briefing",), ("p0",), "hall", 60),),
    )


def test_sessions_that_leave_each_other_no_time_are_named_without_others():
    one, other = (Session(name, 60, 90, None, ("p0",), starts=(80,)) for name in ("one", "other"))
    bystander = Session("bystander", 60, 80, None, ("p1",), starts=(100,))
    assert refused(hour(one, other, bystander)) == (("one", "other"), ("double_booking", "missing_session"))


def test_a_session_and_a_meeting_that_must_both_be_held_are_named():
    briefing = replace(BRIEFING, starts=(65,))
    problem = hour(briefing, early(Wish.MUST), Request("free", ("p2", "p3"), 15, 1, Wish.MUST))
    assert refused(problem) == (("briefing", "early"), ("double_booking", "missing_must", "missing_session"))


def test_reasons_are_given_for_the_week_as_planned():
    problem = hour(replace(BRIEFING, starts=(80,)), early(), replace(MEETING, weight=1, window=Interval(80, 100)))
    plan = solve(problem, QUICK).plan
    assert reasons(problem, plan) == (Reason("meeting", ReasonCode.NO_COMMON_FREE_SLOT, ("p0", "p1")),)


def test_among_too_many_options_sessions_stay_and_no_more_is_claimed(monkeypatch):
    monkeypatch.setattr(large, "MOST_OPTIONS", 0)
    problem = hour(BRIEFING, replace(BRIEFING, id="other"), early())
    result = solve(problem, QUICK)
    assert check(problem, result.plan) == []
    assert [each.start for each in result.plan.assignments] in ([60, 80], [60, 100])
    assert (result.value, result.bound, result.proven) == (0, 5, False)


def test_of_breaks_nothing_is_claimed_that_holds_for_some_times_of_the_sessions_only():
    sessions = (Session("first", 60, 80, None, ("p0",)), Session("last", 100, 120, None, ("p0",), starts=(80,)))
    problem = hour(*sessions, Request("meeting", ("p2", "p3"), 15, 1, Wish.MUST))
    result = solve(problem, QUICK, proof=True)
    assert (check(problem, result.plan), result.plan.breaks, result.breaks_bound) == ([], 1, 0)


def test_a_search_that_is_stopped_leaves_sessions_as_given_and_claims_no_more():
    result = solve(hour(BRIEFING, early()), Stop(cancelled=lambda: True))
    assert [(each.activity, each.start) for each in result.plan.assignments] == [("briefing", 60)]
    assert (result.value, result.bound, result.proven) == (0, 5, False)


def test_a_search_that_is_stopped_before_any_plan_says_so():
    with pytest.raises(StoppedEarly):
        solve(hour(BRIEFING, early(Wish.MUST)), Stop(cancelled=lambda: True))
