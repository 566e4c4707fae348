"""The roster of a model: the requests held stay, and of all ways to hold them it finds one with the fewest breaks."""

from itertools import product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactdays.planner import Interval, Participant, Pin, Place, Problem, Request, Slot, Wish
from contactdays.planner.search.ground.breaks import breaks_of
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.options import ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.held.duties import duties_of
from contactdays.planner.search.held.fewest import Found
from contactdays.planner.search.held.rivals import fewest_breaks
from contactdays.planner.search.model.ledger import Ledger
from contactdays.planner.search.model.model import build

from .small_weeks import ORIGIN, small_weeks


def model_of(problem):
    grid = lay_out(problem)
    return build(grid, ways_of(grid, stands_of(grid, apart=False), apart=False), linger=True, apart=False)


def breaks_in(model, chosen):
    """The breaks of ``chosen``, or None when they break a row of the model, or leave the breaks uneven."""
    ledger = Ledger(model, chosen)
    found = breaks_of(model.grid, [model.ways.options[each] for each in chosen]).values()
    apart = model.grid.problem.breaks_apart
    uneven = apart is not None and max(found) - min(found) > apart
    return None if uneven or not ledger.keeps(chosen) else sum(found)


def fewest_by_trying(model, held):
    columns = [[n for n, each in enumerate(model.ways.options) if each.request == request] for request in held]
    found = (breaks_in(model, chosen) for chosen in product(*columns))
    return min((each for each in found if each is not None), default=None)


@settings(deadline=None, max_examples=80)
@given(small_weeks(most=5), st.data())
def test_the_requests_chosen_are_held_with_the_fewest_breaks(problem, data):
    model = model_of(problem)
    options = model.ways.options
    able = sorted({each.request for each in options})
    held = data.draw(st.sets(st.sampled_from(able), max_size=4)) if able else set()
    while prod(sum(each.request == one for each in options) for one in held) > 400:
        held.pop()
    duties = duties_of(model, held)
    found = fewest_breaks(duties.roster, processes=1)
    assert (None if found.refuted else breaks_in(model, duties.chosen(found))) == fewest_by_trying(model, sorted(held))
    assert found.refuted or duties.known(duties.chosen(found), found.breaks) == Found(found.chosen, found.breaks)


def afternoon(*requests, pins=(), apart=None):
    """Five slots, two tables, everybody there, all requests compulsory."""
    day = (Interval(0, 100),)
    return Problem(
        origin=ORIGIN,
        participants=tuple(Participant(name, day, day) for name in "abcd"),
        slots=tuple(Slot(t, t + 20, 0) for t in range(0, 100, 20)),
        places=tuple(Place(name, 2, "palace", day, True) for name in ("one", "two")),
        requests=tuple(Request(f"{a}{b}", (a, b), 20, 1, Wish.MUST, None, after) for a, b, after in requests),
        pins=tuple(Pin(name, start) for name, start in pins),
        breaks_apart=apart,
    )


def found_for(problem):
    model = model_of(problem)
    duties = duties_of(model)
    found = fewest_breaks(duties.roster, processes=1)
    if found.refuted:
        return None
    options = (model.ways.options[each] for each in duties.chosen(found))
    return found.breaks, {problem.requests[each.request].id: each.start for each in options}


def test_pins_stay_and_leave_a_break():
    problem = afternoon(("a", "b", ()), ("a", "c", ()), pins=(("ab", 0), ("ac", 60)))
    assert found_for(problem) == (1, {"ab": 0, "ac": 60})


def test_what_comes_after_two_others_comes_last():
    breaks, starts = found_for(afternoon(("a", "b", ("ac", "ad")), ("a", "c", ()), ("a", "d", ())))
    assert (breaks, max(starts, key=starts.get)) == (0, "ab")


@pytest.mark.parametrize(("apart", "expected"), [(0, None), (1, 1), (None, 1)])
def test_breaks_are_no_further_apart_than_the_problem_says(apart, expected):
    found = found_for(afternoon(("a", "b", ()), ("a", "c", ()), pins=(("ab", 0), ("ac", 60)), apart=apart))
    assert found == (expected and (expected, {"ab": 0, "ac": 60}))
