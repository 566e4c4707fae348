"""What comes before what, and which kind of place a meeting needs."""

from dataclasses import replace

import pytest

from contactdays.planner import Infeasible, Place, Problem, Request, Slot, Stop, Wish, check, solve

from .known_week import ALL_DAY, PROBLEM, party

QUICK = Stop(polish_moves=2_000)


TABLE = Place("t0", 2, "palace", ALL_DAY, True, kind="table")


def hour(*requests, slots=3, places=(TABLE,)):
    """``slots`` slots of 20 minutes from 60 on, for six who are free all day."""
    return Problem(
        PROBLEM.origin,
        participants=tuple(party(f"p{number}") for number in range(6)),
        slots=tuple(Slot(start, start + 20, 0) for start in range(60, 60 + 20 * slots, 20)),
        places=places,
        requests=requests,
    )


def held(problem):
    plan = solve(problem, QUICK).plan
    assert check(problem, plan) == []
    return [(each.activity, each.start, each.place) for each in plan.assignments]


def test_a_meeting_is_held_when_all_before_it_have_ended():
    problem = hour(
        Request("last", ("p0", "p1"), 15, 9, after=("first", "second")),
        Request("second", ("p2", "p3"), 15, 0, after=("first",)),
        Request("first", ("p0", "p3"), 15, 0),
    )
    assert held(problem) == [("first", 60, "t0"), ("second", 80, "t0"), ("last", 100, "t0")]


def test_a_meeting_is_not_held_when_what_is_before_it_is_not():
    first, last = Request("first", ("p0", "p1"), 15, 1), Request("last", ("p0", "p2"), 15, 5, after=("first",))
    assert held(hour(first, last, Request("other", ("p0", "p3"), 15, 4), slots=1)) == [("other", 60, "t0")]
    assert held(hour(replace(first, wish=Wish.NEVER), last)) == []


def test_what_comes_before_a_compulsory_meeting_is_held_too():
    problem = hour(
        Request("worth more", ("p0", "p3"), 15, 99),
        Request("must", ("p0", "p1"), 15, 0, Wish.MUST, after=("before",)),
        Request("before", ("p1", "p2"), 15, 0),
        slots=2,
    )
    assert held(problem) == [("before", 60, "t0"), ("must", 80, "t0")]


def test_an_order_that_leaves_no_room_is_named_as_such():
    problem = hour(
        Request("must", ("p0", "p1"), 15, 0, Wish.MUST, after=("before",)),
        Request("before", ("p2", "p3"), 15, 0),
        Request("bystander", ("p2", "p3"), 15, 0, Wish.MUST),
        slots=1,
        places=(TABLE, Place("t1", 2, "palace", ALL_DAY, True)),
    )
    with pytest.raises(Infeasible) as refusal:
        solve(problem)
    assert (refusal.value.activities, refusal.value.rules) == (("must",), ("missing_must", "precedence"))


def test_a_meeting_gets_the_kind_of_place_it_needs():
    problem = hour(
        Request("anywhere", ("p0", "p1"), 15, 1),
        Request("at a table", ("p2", "p3"), 15, 2, place_kind="table"),
        Request("in a room", ("p4", "p5"), 15, 2, place_kind="room"),
        slots=1,
        places=(Place("r", 9, "palace", ALL_DAY, True, kind="room"), TABLE),
    )
    assert held(problem) == [("at a table", 60, "t0"), ("in a room", 60, "r")]
    assert held(replace(problem, places=(TABLE,))) == [("at a table", 60, "t0")]
