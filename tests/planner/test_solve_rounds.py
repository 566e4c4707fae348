"""Round tables: everybody gets a seat, as near to what was wished as the tables allow."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactdays.planner import (
    Aim,
    Cause,
    Infeasible,
    InvalidProblem,
    Participant,
    Pin,
    Plan,
    Problem,
    Ranking,
    Round,
    Seat,
    Session,
    Table,
    check,
    objectives,
    solve,
)

from .known_week import ALL_DAY, PROBLEM

TABLES = ("north", "south", "west")
REGIONS = ("", "east", "far east")


def round_of(people, tables, rankings=(), most=None, pins=()):
    """One session that all ``people`` (name to region) attend, and its tables."""
    return Problem(
        PROBLEM.origin,
        participants=tuple(Participant(name, ALL_DAY, ALL_DAY, region=region) for name, region in people.items()),
        sessions=(Session("debate", 60, 120, None, tuple(people)),),
        rounds=(Round("debate", tables, rankings, most),),
        pins=pins,
    )


def seats(problem):
    plan = solve(problem).plan
    assert check(problem, plan) == []
    return [(each.participant, each.table) for each in plan.seats]


@st.composite
def rounds(draw):
    """Up to five people, three tables, rankings, regions and a pin; often too tight."""
    people = {f"p{number}": draw(st.sampled_from(REGIONS)) for number in range(draw(st.integers(0, 5)))}
    tables = []
    for name in TABLES[: draw(st.integers(1, 3))]:
        least = draw(st.sampled_from((0, 0, 1, 2)))
        tables.append(Table(name, least + draw(st.integers(0, 2)), least))
    names = [each.id for each in tables]
    ranked = st.lists(st.sampled_from(names), unique=True)
    rankings = tuple(Ranking(name, tuple(draw(ranked))) for name in people if draw(st.booleans()))
    pinned = draw(st.lists(st.sampled_from(sorted(people)), unique=True, max_size=1)) if people else ()
    table = draw(st.sampled_from(tables))
    pins = (Pin(table.id, participants=tuple(pinned)),) if pinned and table.capacity else ()
    return round_of(people, tuple(tables), rankings, draw(st.sampled_from((None, None, 1, 2))), pins)


def fewest_ranks(problem):
    """The least sum of ranks of seats that ``check`` accepts, or None: everybody tried everywhere."""
    (each,) = problem.rounds
    (session,) = problem.sessions
    held = solve(replace(problem, rounds=(), pins=())).plan
    ranks = []
    for tables in product([table.id for table in each.tables], repeat=len(session.attendees)):
        chosen = tuple(Seat("debate", table, name) for table, name in zip(tables, session.attendees, strict=True))
        plan = Plan(held.assignments, 0, seats=chosen)
        if not check(problem, plan):
            ranks.append(objectives(problem, plan)[Aim.PREFERENCES])
    return min(ranks, default=None)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(rounds())
def test_seats_are_the_best_that_the_checker_accepts(problem):
    best = fewest_ranks(problem)
    if best is None:
        with pytest.raises(Infeasible):
            solve(problem)
    else:
        plan = solve(problem).plan
        assert (check(problem, plan), objectives(problem, plan)[Aim.PREFERENCES]) == ([], best)


def test_what_is_not_ranked_comes_after_all_that_is():
    tables = (Table("north", 1), Table("south", 1), Table("west", 1))
    rankings = (Ranking("p0", ("south",)), Ranking("p1", ("south", "north")))
    assert seats(round_of({"p0": "", "p1": ""}, tables, rankings)) == [("p1", "north"), ("p0", "south")]


def test_regions_are_mixed_and_pins_are_kept():
    people = {"p0": "east", "p1": "east", "p2": ""}
    rankings = tuple(Ranking(name, ("north", "south")) for name in people)
    problem = round_of(
        people, (Table("north", 3), Table("south", 3)), rankings, 1, (Pin("south", participants=("p1",)),)
    )
    assert seats(problem) == [("p0", "north"), ("p2", "north"), ("p1", "south")]


def test_a_round_that_cannot_be_seated_names_the_causes_and_no_more():
    people = {"p0": "east", "p1": "east", "p2": "", "p3": ""}
    tables, pins = (
        (Table("south", 1), Table("west", 9)),
        (Pin("west", participants=("p2",)), Pin("south", participants=("p3",))),
    )
    with pytest.raises(Infeasible) as refusal:
        solve(round_of(people, tables, (), 1, pins))
    assert refusal.value.rules == ("broken_seat", "missing_seat", "table_capacity", "table_region")
    assert refusal.value.causes == (
        Cause("table_capacity", activities=("debate", "south"), facts=(("capacity", 1),)),
        Cause("table_region", activities=("debate", "west"), facts=(("most", 1), ("region", "east"))),
        Cause("broken_seat", ("p3",), ("debate", "south")),
    )


def test_a_round_without_tables_seats_nobody():
    assert seats(round_of({}, ())) == []
    with pytest.raises(Infeasible) as refusal:
        solve(round_of({"p0": ""}, ()))
    assert (refusal.value.rules, refusal.value.activities) == (("missing_seat",), ("debate",))


NORTH = (Table("north", 1), Table("south", 1))
PEOPLE = {"p0": "", "p1": ""}
REFUSED = {
    ("not_a_table", "pin debate"): {"pins": (Pin("debate", participants=("p0",)),)},
    ("table_is_no_activity", "pin north"): {"pins": (Pin("north", 60, None, ("p0",)),)},
    ("too_many_pinned", "pin north"): {"pins": (Pin("north", participants=("p0", "p1")),)},
    ("not_attending", "pin north"): {
        "pins": (Pin("north", participants=("p0",)),),
        "sessions": (Session("debate", 60, 120, None, ("p1",)),),
    },
    ("seated_twice", "pin south"): {"pins": (Pin("north", participants=("p0",)), Pin("south", participants=("p0",)))},
    ("duplicate_id", "activity debate"): {"rounds": (Round("debate", (Table("debate", 1),)),)},
    ("unknown_id", "round debate"): {"rounds": (Round("debate", NORTH, (Ranking("p0", ("west",)),)),)},
    ("duplicate_id", "round debate"): {"rounds": (Round("debate", NORTH), Round("debate", (Table("west", 1),)))},
}


@pytest.mark.parametrize("told", REFUSED, ids="-".join)
def test_rounds_and_pins_that_contradict_themselves_are_refused(told):
    with pytest.raises(InvalidProblem) as refusal:
        replace(round_of(PEOPLE, NORTH), **REFUSED[told])
    assert (refusal.value.code, refusal.value.where) == told


def test_a_table_that_takes_fewer_than_it_needs_is_refused():
    with pytest.raises(InvalidProblem) as refusal:
        Table("north", 1, 2)
    assert (refusal.value.code, refusal.value.where) == ("bad_capacity", "table north")
