"""Problems that contradict themselves are refused where they are made."""

from dataclasses import replace

import pytest

from contactdays.planner import (
    Assignment,
    Interval,
    InvalidPlan,
    InvalidProblem,
    Participant,
    Pin,
    Place,
    Plan,
    Request,
    Session,
    Slot,
    Wish,
)

from .known_week import ALL_DAY, BANK, MILL, PROBLEM, problem_with

TWO = ("embassy", "mill")

ALONE = {
    "empty_interval": lambda: Interval(5, 5),
    "empty_slot": lambda: Slot(5, 4, 0),
    "empty_session": lambda: Session("tea", 5, 5),
    "named_twice": lambda: Request("r", ("mill", "mill"), 15, 1),
    "too_few_participants": lambda: Request("r", ("mill",), 15, 1),
    "not_positive": lambda: Request("r", TWO, 0, 1),
    "negative": lambda: Request("r", TWO, 15, -1),
    "empty_pin": lambda: Pin("with mill"),
}
TOGETHER = {
    "unknown_version": {"version": 2},
    "negative": {"change_over": -1},
    "not_an_instant": {"origin": "Monday"},
    "not_utc": {"origin": "2026-02-02T00:00:00+01:00"},
    "duplicate_id": {"sessions": (Session("with mill", 0, 5), Session("plenary", 5, 6))},
    "bad_id": {"participants": (*PROBLEM.participants, Participant("a\nb", (), ()))},
    "unknown_id": {"requests": (Request("r", ("embassy", "nobody"), 15, 1),), "pins": ()},
    "slots_overlap": {"slots": (Slot(0, 20, 0), Slot(19, 40, 0))},
    "half_day_broken": {"slots": (Slot(0, 20, 0), Slot(21, 40, 0))},
    "days_overlap": {"days": (Interval(0, 20), Interval(19, 40))},
    "no_days": {"days": ()},
    "part_elsewhere": {"places": (*PROBLEM.places, Place("desk", 2, "tower", ALL_DAY, True, "hall"))},
    "travel_unknown": {"travel": ()},
    "given_twice": {"travel": (("palace", "tower", 30), ("palace", "tower", 31))},
    "pin_contradicts_never": {"pins": (Pin("with guest", 60),)},
    "pin_contradicts_session": {"pins": (Pin("plenary", 60),)},
}


@pytest.mark.parametrize("code", ALONE)
def test_a_value_that_cannot_be_is_refused(code):
    with pytest.raises(InvalidProblem) as refusal:
        ALONE[code]()
    assert refusal.value.code == code


@pytest.mark.parametrize("code", TOGETHER)
def test_parts_that_contradict_each_other_are_refused(code):
    with pytest.raises(InvalidProblem) as refusal:
        replace(PROBLEM, **TOGETHER[code])
    assert refusal.value.code == code


def test_places_that_are_part_of_each_other_are_refused():
    circle = (
        Place("hall", 9, "palace", ALL_DAY, False, "table 1"),
        Place("table 1", 2, "palace", ALL_DAY, True, "hall"),
    )
    with pytest.raises(InvalidProblem) as refusal:
        problem_with(*circle)
    assert (refusal.value.code, refusal.value.where) == ("part_of_itself", "place hall")


def test_half_days_that_come_back_are_refused():
    slots = (Slot(0, 20, 0), Slot(20, 40, 1), Slot(40, 60, 0))
    with pytest.raises(InvalidProblem) as refusal:
        replace(PROBLEM, slots=slots)
    assert refusal.value.facts == {"where": "slot 40", "half_day": 0}


def test_an_error_tells_where_and_what_as_data():
    with pytest.raises(InvalidProblem) as refusal:
        problem_with(requests=(Request("r", ("embassy", "nobody"), 15, 1, Wish.WANT),), pins=())
    assert (refusal.value.code, refusal.value.facts) == ("unknown_id", {"where": "request r", "id": "nobody"})
    assert str(refusal.value) == "unknown_id (where='request r', id='nobody')"


def test_a_plan_keeps_its_assignments_in_order_of_time():
    assert Plan((BANK, MILL), 9) == Plan((MILL, BANK), 9)


def test_an_assignment_without_length_is_refused():
    with pytest.raises(InvalidPlan) as refusal:
        Assignment("with mill", 60, 60, "table 1", TWO)
    assert refusal.value.code == "empty_assignment"
