"""Files of the business-to-business meeting scheduling problem: read natively, strictly, in any layout."""

import json

import pytest

from contactdays.planner import (
    Aim,
    Assignment,
    Interval,
    InvalidPlan,
    InvalidProblem,
    Objective,
    Participant,
    Pin,
    Place,
    Plan,
    Problem,
    Request,
    Slot,
    Wish,
    check,
    parse_b2bsp,
    parse_plan,
    parse_problem,
    plan_text,
    problem_text,
    read_plan,
    read_problem,
    write_plan,
)

EVENT = """
nBusiness = 4; nMeetings = 3; nTables = 2;
nTotalSlots = 4; nMorningSlots = 2;
requested = [|1, 2, 1| 1, 3, 2| 3, 4, 3|];
meetingsxBusiness = [{1, 2}, {1}, {2, 3}, {3}];
nMeetingsBusiness = [2, 1, 2, 1];
forbidden = [{0}, {2, 4}, {}, {1, 2, 3}];
fixed = [0, 3, 0];
precedences = [{}, {1}, {0}];
"""

DAY = (Interval(0, 4),)
PROBLEM = Problem(
    origin="2000-01-01T00:00:00+00:00",
    participants=(
        Participant("1", DAY, DAY),
        Participant("2", (Interval(0, 1), Interval(2, 3)), DAY),
        Participant("3", DAY, DAY),
        Participant("4", (Interval(3, 4),), DAY),
    ),
    slots=tuple(Slot(start, start + 1, 0) for start in range(4)),
    places=(Place("1", 2, "", DAY, True), Place("2", 2, "", DAY, True)),
    requests=(
        Request("1", ("1", "2"), 1, 1, Wish.MUST, Interval(0, 2)),
        Request("2", ("1", "3"), 1, 1, Wish.MUST, Interval(2, 4), ("1",)),
        Request("3", ("3", "4"), 1, 1, Wish.MUST),
    ),
    pins=(Pin("2", 2),),
    objectives=((Objective(Aim.BREAKS),),),
    breaks_apart=2,
    numbered=True,
)
PLAN = Plan(
    (
        Assignment("1", 0, 1, "1", ("1", "2")),
        Assignment("2", 2, 3, "1", ("1", "3")),
        Assignment("3", 3, 4, "2", ("3", "4")),
    ),
    value=3,
    breaks=1,
)


def given(**changed: str) -> str:
    """The event with some keys given otherwise, or left out (empty text)."""
    entries = dict(each.split(" = ") for each in EVENT.strip().replace("\n", " ").rstrip(";").split("; "))
    kept = {name: value for name, value in (entries | changed).items() if value}
    return "".join(f"{name} = {value};\n" for name, value in kept.items())


def test_a_file_becomes_the_problem_it_says():
    assert parse_b2bsp(EVENT) == PROBLEM


LAYOUTS = {
    "in one line": EVENT.replace("\n", " "),
    "without blanks": EVENT.replace("\n", "").replace(" ", ""),
    "with carriage returns and a byte order mark": "\ufeff" + EVENT.replace("\n", "\r\n"),
    "with comments": EVENT.replace("\n", " % nMeetings = 9;\n").replace("[", "/* [ ** */ ["),
    "turned round": given().replace(";\n", ";\n\x00").split("\x00")[0]
    + "".join(reversed(given().splitlines(True)[1:])),
    "without the last semicolon": EVENT.rstrip().rstrip(";"),
    "with trailing commas": EVENT.replace("}]", "},]").replace("2, 4}", "2, 4,}"),
    "requested shaped by array2d": given(requested="array2d(1..3, 1..3, [1,2,1,1,3,2,3,4,3])"),
    "lists shaped by array1d": given(fixed="array1d(1..3, [0, 3, 0])", forbidden="array1d(1..4,[{},{2,4},{},1..3])"),
    "meetings in padded rows": given(meetingsxBusiness="[|1,2|1,0|2,3|3,0|]"),
    "meetings in rows shaped by array2d": given(meetingsxBusiness="array2d(1..4,1..2,[1,2,1,0,2,3,3,0])"),
    "ranges in sets": given(forbidden="[{}, {4, 2..2}, 0..0, {1..3}]"),
    "sets in any order, members twice": given(forbidden="[{}, {4,2,4}, {}, {2..3, 1..2}]"),
    "without what is said twice": given(meetingsxBusiness="", nMeetingsBusiness=""),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_does_not_matter(layout):
    assert parse_b2bsp(LAYOUTS[layout]) == PROBLEM


def test_fixed_slots_and_precedences_may_be_absent():
    read = parse_b2bsp(given(fixed="", precedences=""))
    assert (read.pins, [each.after for each in read.requests]) == ((), [(), (), ()])


def test_meetings_in_a_circle_are_a_question_like_any_other():
    read = parse_b2bsp(given(precedences="[{2},{3},{1,3}]"))
    assert [each.after for each in read.requests] == [("2",), ("3",), ("1", "3")]


def test_a_half_of_the_day_without_slots_is_no_time_at_all():
    windows = [parse_b2bsp(given(nMorningSlots=noon)).requests[half].window for noon, half in (("0", 0), ("4", 1))]
    slots = [range(window.start, window.end) for window in windows]
    assert [[start for start in each if 0 <= start < 4] for each in slots] == [[], []]


REFUSED = {
    "nothing": ("", "missing_field", "line 1, column 1, nBusiness"),
    "no equals sign": ("nBusiness 3;", "not_expected", "line 1, column 11"),
    "no semicolon between": ("nBusiness = 3 nMeetings = 2;", "not_expected", "line 1, column 15"),
    "a fraction": ("nBusiness = 1.5;", "not_expected", "line 1, column 13"),
    "a text": ('nBusiness = "four";', "not_expected", "line 1, column 13"),
    "a NUL": ("nBusiness = \x00;", "not_expected", "line 1, column 13"),
    "a comment never closed": ("% fine\nnBusiness = /* 3;", "not_closed", "line 2, column 13"),
    "an array never closed": (given(fixed="[0, 3, 0"), "not_expected", "line 10, column 17"),
    "an array in an array": (given(fixed="[[0, 3, 0]]"), "not_expected", "line 10, column 10"),
    "a set in a set": (given(forbidden="[{{1}}]"), "not_expected", "line 9, column 15"),
    "numbers among sets": (given(forbidden="[{0}, 2, {}, {}]"), "wrong_type", "line 9, column 19"),
    "sets among numbers": (given(fixed="[0, {3}, 0]"), "wrong_type", "line 10, column 13"),
    "a row too short": (given(requested="[|1,2,1|1,3|3,4,3|]"), "wrong_count", "line 6, column 21"),
    "rows of two": (given(requested="[|1,2|1,3|3,4|]"), "wrong_type", "line 6, column 13, requested"),
    "a shape it does not have": (given(requested="array2d(1..2,1..3,[1,2,1])"), "wrong_count", "line 6, column 31"),
    "a shape from nought": (given(fixed="array1d(0..2,[0,3,0])"), "out_of_range", "line 10, column 17"),
    "another function": (given(fixed="reverse([0,3,0])"), "not_expected", "line 10, column 9"),
    "a key twice": (EVENT + "nTables = 2;", "field_twice", "line 10, column 1, nTables"),
    "a key unknown": (EVENT + "nRooms = 2;", "unknown_field", "line 10, column 10, nRooms"),
    "a key missing": (given(forbidden=""), "missing_field", "line 11, column 1, forbidden"),
    "a meeting too few": (given(nMeetings="2"), "wrong_count", "line 6, column 13, requested"),
    "a participant too many": (
        given(nBusiness="5", nMeetingsBusiness=""),
        "wrong_count",
        "line 7, column 21, meetingsxBusiness",
    ),
    "a participant unknown": (
        given(requested="[|1,2,1|1,5,2|3,4,3|]"),
        "out_of_range",
        "line 6, column 23, requested[2]",
    ),
    "a half unknown": (given(requested="[|1,2,1|1,3,4|3,4,3|]"), "out_of_range", "line 6, column 25, requested[2]"),
    "somebody meets himself": (
        given(requested="[|1,2,1|3,3,2|3,4,3|]"),
        "named_twice",
        "line 6, column 21, requested[2]",
    ),
    "a slot unknown, forbidden": (
        given(forbidden="[{}, {2,5}, {}, {}]"),
        "out_of_range",
        "line 9, column 21, forbidden[2]",
    ),
    "a slot unknown, fixed": (given(fixed="[0,5,0]"), "out_of_range", "line 10, column 12, fixed[2]"),
    "a slot below nought": (given(fixed="[0,-1,0]"), "out_of_range", "line 10, column 12, fixed[2]"),
    "a meeting unknown, before another": (
        given(precedences="[{},{4},{}]"),
        "out_of_range",
        "line 11, column 20, precedences[2]",
    ),
    "counts that differ": (
        given(nMeetingsBusiness="[2,1,1,1]"),
        "counts_differ",
        "line 8, column 26, nMeetingsBusiness[3]",
    ),
    "lists that differ": (
        given(meetingsxBusiness="[{1,2},{1},{2},{3}]"),
        "meetings_differ",
        "line 7, column 32, meetingsxBusiness[3]",
    ),
    "more morning than day": (given(nMorningSlots="5"), "out_of_range", "line 5, column 17, nMorningSlots"),
    "no slot": (given(nTotalSlots="0"), "out_of_range", "line 4, column 15, nTotalSlots"),
    "a list for a number": (given(nTables="[2]"), "wrong_type", "line 3, column 11, nTables"),
    "a number for a list": (given(fixed="3"), "wrong_type", "line 10, column 9, fixed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_refused_with_its_place(name):
    text, code, where = REFUSED[name]
    with pytest.raises(InvalidProblem) as refusal:
        parse_b2bsp(text)
    assert (refusal.value.code, refusal.value.where) == (code, where)


MANY = 200_000
HOSTILE = {
    "a number of a million digits": given(nTables="9" * 1_000_000),
    "a thousand million tables": given(nTables="1000000000"),
    "a thousand million slots": given(nTotalSlots="1000000000"),
    "a set of a thousand million": given(forbidden="[{}, 1..1000000000, {}, {}]"),
    "a deep nest": given(fixed="[" * MANY),
    "brackets of many kinds": given(fixed="[{[(" * MANY),
    "many comments never closed": given(fixed="[0]; /*" * MANY),
    "many digits with a letter behind": given(fixed="1" * MANY + "x"),
    "many bars": given(requested="[|" + "|" * MANY),
    "many keys": "".join(f"k{number} = 1;" for number in range(MANY)),
    "many numbers": given(fixed=f"[{'1,' * MANY}]"),
    "many precedences in few words": (
        "nBusiness=2;nMeetings=2000;nTables=1;nTotalSlots=9;nMorningSlots=1;forbidden=[{},{}];"
        f"requested=[{'|1,2,3' * 2000}|];precedences=[{'1..2000,' * 2000}];"
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_refused_in_passing(name):
    with pytest.raises(InvalidProblem):
        parse_b2bsp(HOSTILE[name])


def test_a_long_chain_of_precedences_is_read_in_passing():
    meetings = 20_000
    chain = ",".join("{}" if number == 0 else f"{{{number}}}" for number in range(meetings))
    text = (
        f"nBusiness=2;nMeetings={meetings};nTables=1;nTotalSlots=9;nMorningSlots=1;forbidden=[{{}},{{}}];"
        f"requested=[{'|1,2,3' * meetings}|];precedences=[{chain}];"
    )
    read = parse_b2bsp(text)
    assert [each.after for each in read.requests[:2]] + [read.requests[-1].after] == [(), ("1",), (f"{meetings - 1}",)]


def test_files_are_told_apart_by_their_suffix(tmp_path):
    (tmp_path / "event.DZN").write_text(EVENT, encoding="utf-8")
    (tmp_path / "event.json").write_text(problem_text(PROBLEM), encoding="utf-8")
    assert [read_problem(tmp_path / name) for name in ("event.DZN", "event.json")] == [PROBLEM, PROBLEM]


def test_a_file_that_is_far_too_large_is_refused_unread(tmp_path):
    with (tmp_path / "event.dzn").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(InvalidProblem) as refusal:
        read_problem(tmp_path / "event.dzn")
    assert refusal.value.code == "file_too_large"


def test_plans_are_written_in_the_numbers_of_the_file_and_read_again(tmp_path):
    write_plan(PLAN, tmp_path / "plan.json", PROBLEM)
    written = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert written["assignments"] == [
        {"activity": 1, "start": 1, "place": 1},
        {"activity": 2, "start": 3, "place": 1},
        {"activity": 3, "start": 4, "place": 2},
    ]
    assert read_plan(tmp_path / "plan.json", PROBLEM) == PLAN
    assert check(PROBLEM, PLAN) == []


def test_plans_in_our_own_form_are_read_for_such_files_too():
    assert parse_plan(plan_text(PLAN), PROBLEM) == PLAN


def test_numbers_alone_are_a_plan():
    head = {"format": "contactdays.plan", "version": 1}
    assignments = [
        {"activity": 1, "start": 1, "place": 1},
        {"activity": 3, "start": 4, "place": 2},
        {"activity": 2, "start": 3, "place": 1},
    ]
    read = parse_plan(json.dumps({**head, "assignments": assignments}), PROBLEM)
    assert read == Plan(PLAN.assignments, value=3)


def test_what_the_file_does_not_know_is_left_to_the_checker():
    head = {"format": "contactdays.plan", "version": 1, "value": 0}
    assignments = [{"activity": 9, "start": 0, "place": 5}, {"activity": 1, "start": 7, "place": -1}]
    broken = {
        each.rule for each in check(PROBLEM, parse_plan(json.dumps({**head, "assignments": assignments}), PROBLEM))
    }
    assert broken >= {"unknown_activity", "outside_window", "wrong_place", "missing_must", "wrong_value", "broken_pin"}


NO_NUMBERS = {
    "wrong_type": {"activity": 1, "start": "2", "place": 1},
    "missing_field": {"activity": 1, "start": 2},
    "too_great": {"activity": 10**9, "start": 2, "place": 1},
}


@pytest.mark.parametrize("code", NO_NUMBERS)
def test_what_is_no_number_is_refused(code):
    with pytest.raises(InvalidPlan) as refusal:
        parse_plan(json.dumps({"format": "contactdays.plan", "version": 1, "assignments": [NO_NUMBERS[code]]}), PROBLEM)
    assert refusal.value.code == code
    assert refusal.value.where.startswith("assignments[0]")


def test_a_numbered_problem_is_one_in_our_own_files_too():
    assert parse_problem(problem_text(PROBLEM)) == PROBLEM
