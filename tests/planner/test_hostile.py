"""Problems that are empty, contradictory, huge or meant to harm: a plan, or a named error with its place."""

import json
from dataclasses import replace

import pytest

from contactdays.planner import (
    Infeasible,
    Interval,
    InvalidProblem,
    Participant,
    Place,
    Problem,
    Request,
    Session,
    Slot,
    Wish,
    check,
    parse_problem,
    problem_text,
    read_problem,
    solve,
)
from contactdays.planner.io.files import LARGEST_FILE

from .known_week import ALL_DAY, PROBLEM, party, problem_with

ORIGIN = PROBLEM.origin
TWO = ("embassy", "mill")


def refusal_of(text):
    with pytest.raises(InvalidProblem) as refusal:
        parse_problem(text)
    return refusal.value.code, refusal.value.where


def changed(**fields):
    return json.dumps(json.loads(problem_text(PROBLEM)) | fields)


@pytest.mark.parametrize(
    "problem",
    [
        Problem(ORIGIN),
        replace(PROBLEM, slots=(), requests=(), pins=()),
        replace(
            PROBLEM, requests=(), pins=(), sessions=(Session("s", 60, 80, None, TWO), Session("t", 100, 120, None, TWO))
        ),
        replace(PROBLEM, participants=(), sessions=(), requests=(), pins=()),
        replace(PROBLEM, slots=(), pins=(), requests=PROBLEM.requests[1:]),
        replace(PROBLEM, places=(), sessions=(), pins=(), requests=PROBLEM.requests[1:]),
    ],
    ids=("nothing", "no requests", "nothing but sessions with breaks", "nobody", "no slots", "no places"),
)
def test_a_problem_without_something_has_a_plan_without_meetings(problem):
    result = solve(problem)
    assert check(problem, result.plan) == []
    assert [each.activity for each in result.plan.assignments] == [each.id for each in problem.sessions]
    assert (result.value, result.proven) == (0, True)


@pytest.mark.parametrize("field", ["slots", "places"])
def test_what_must_be_held_without_slots_or_places_is_refused(field):
    bare = {"slots": {"slots": ()}, "places": {"places": (), "sessions": ()}}[field]
    with pytest.raises(Infeasible) as refusal:
        solve(replace(PROBLEM, pins=(), **bare))
    assert (refusal.value.rules, refusal.value.activities) == (("missing_must",), ("with mill",))


def test_a_window_in_which_nothing_fits_is_refused_for_what_must_be_held():
    shut = Request("with mill", ("embassy", "mill"), 15, 5, Wish.MUST, Interval(61, 75))
    with pytest.raises(Infeasible) as refusal:
        solve(problem_with(shut))
    assert (refusal.value.rules, refusal.value.activities) == (("missing_must",), ("with mill",))


def request(**fields):
    return changed(
        pins=[], requests=[{"id": "r", "participants": ["mill", "bank"], "duration": 1, "weight": 1} | fields]
    )


FILES = {
    ("too_few_participants", "requests[0]"): request(participants=[]),
    ("named_twice", "requests[0]"): request(participants=["mill", "mill"]),
    ("empty_interval", "requests[0].window"): request(window={"start": 80, "end": 60}),
    ("empty_interval", "requests[0].preferred[0]"): request(preferred=[{"start": 80, "end": 80}]),
    ("not_positive", "requests[0]"): request(duration=0),
    ("too_great", "requests[0].weight"): request(weight=10**30),
    ("too_great", "requests[0].duration"): request(duration=10**9 + 1),
    ("after_itself", "request r"): request(after=["r"]),
    ("unknown_id", "request r"): request(after=["s"]),
    ("bad_id", "activity"): request(id="r\u001b[31m"),
    ("unknown_field", r"requests[0].'\x1b[2J'"): request(**{"\u001b[2J": 1}),
    ("unknown_field", r"requests[0].'\ud800'"): request(**{"\ud800": 1}),
    ("wrong_type", "participants[0]"): changed(participants=[[[[]]]]),
    ("unknown_id", "place hall"): changed(
        sessions=[], pins=[], places=[{"id": "hall", "capacity": 1, "building": "b", "open": [], "part_of": "x"}]
    ),
    ("not_json", "file"): '{"version": ' + "9" * 5_000 + "}",
}


@pytest.mark.parametrize("told", FILES, ids="-".join)
def test_a_hostile_file_is_refused_with_the_place_in_it(told):
    assert refusal_of(FILES[told]) == told


@pytest.mark.parametrize("opening", ["[", '{"a": ', '{"participants": [', '{"origin": ['])
def test_deep_files_are_refused(opening):
    assert refusal_of(opening * 200_000) == ("not_json", "file")


def test_files_without_end_are_refused():
    with pytest.raises(InvalidProblem) as refusal:
        read_problem("/dev/zero")
    assert (refusal.value.code, refusal.value.facts["most"]) == ("file_too_large", LARGEST_FILE)


def test_the_greatest_weights_are_added_up_exactly():
    names = [f"p{number}" for number in range(8)]
    pairs = [(one, other) for one in names for other in names if one < other]
    problem = Problem(
        ORIGIN,
        participants=tuple(party(name, cap=3) for name in names),
        slots=tuple(Slot(start, start + 20, 0) for start in range(0, 100, 20)),
        places=tuple(Place(f"t{number}", 2, "palace", ALL_DAY, True) for number in range(3)),
        requests=tuple(
            Request("-".join(pair), pair, 15, 10**9 - 7**number % 1000) for number, pair in enumerate(pairs)
        ),
    )
    result = solve(problem)
    assert check(problem, result.plan) == []
    assert (result.value, result.proven) == (result.bound, True)


def test_many_of_everything_are_read():
    """Thousands of parts, all in one chain or circle where they can be, so that nothing quadratic stays unseen."""
    count = 4_000
    problem = Problem(
        ORIGIN,
        participants=tuple(Participant(f"p{number}", ALL_DAY, ALL_DAY) for number in range(count)),
        slots=tuple(Slot(number, number + 1, number // 2) for number in range(count)),
        places=(
            Place("t0", 2, "b0", ALL_DAY, True),
            *(Place(f"t{number}", 2, "b0", ALL_DAY, True, f"t{number - 1}") for number in range(1, count)),
            *(Place(f"u{number}", 2, f"b{number}", ALL_DAY) for number in range(1, count)),
        ),
        travel=tuple((f"b{number}", f"b{number + 1}", 5) for number in range(count - 1)),
        sessions=tuple(Session(f"s{number}", number, number + 1, None, ("p0",)) for number in range(count)),
        requests=tuple(
            Request(f"r{number}", ("p0", f"p{number}"), 1, 1, after=(f"r{number + 1}",) if number < count - 1 else ())
            for number in range(1, count)
        ),
        days=tuple(Interval(number, number + 1) for number in range(count)),
    )
    assert parse_problem(problem_text(problem)) == problem
