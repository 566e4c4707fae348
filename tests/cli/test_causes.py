"""Conflicts in words."""

import pytest

from contactdays.cli.causes import SENTENCES, sentence
from contactdays.cli.main import main
from contactdays.planner import Cause, parse_b2bsp
from contactdays.planner.search.conflict.conflict import RULES
from tests.planner.known_week import PROBLEM
from tests.planner.test_b2bsp_files import EVENT, given

NUMBERED = parse_b2bsp(EVENT)
WEEK = {
    "with mill (embassy with mill) has to be held.": Cause("missing_must", ("embassy", "mill"), ("with mill",)),
    "with mill is fixed.": Cause("broken_pin", ("embassy", "mill"), ("with mill",)),
    "with mill can only be at 2026-02-02T00:20Z.": Cause("broken_pin", (), ("with mill",), None, 80),
    "with mill can only be between 2026-02-02T00:10Z and 2026-02-02T00:30Z.": Cause(
        "outside_window", (), ("with mill",), facts=(("window_start", 70), ("window_end", 90))
    ),
    "mill is there in 3 of 5 slots.": Cause("unavailable", ("mill",), facts=(("slots", 3), ("slots_in_all", 5))),
    "mill has somebody in office in 3 of 5 slots.": Cause(
        "vacancy", ("mill",), facts=(("slots", 3), ("slots_in_all", 5))
    ),
    "mill can be in one meeting at a time.": Cause("double_booking", ("mill",), ("with mill",)),
    "Nobody can be in two meetings at a time, and no place can hold two.": Cause("double_booking"),
    "with mill comes before with port.": Cause("precedence", (), ("with mill", "with port")),
    "What comes first has to be over before what follows.": Cause("precedence"),
    "mill is to sit at north during plenary.": Cause("broken_seat", ("mill",), ("plenary", "north")),
    "north seats at most 8 during plenary.": Cause(
        "table_capacity", (), ("plenary", "north"), facts=(("capacity", 8),)
    ),
    "north seats at least 4 during plenary.": Cause("table_capacity", (), ("plenary", "north"), facts=(("least", 4),)),
    "north seats at most 2 of east during plenary.": Cause(
        "table_region", (), ("plenary", "north"), facts=(("most", 2), ("region", "east"))
    ),
}
EVENTS = {
    "Meeting 17 (3 with 4) has to be held.": Cause("missing_must", ("3", "4"), ("17",)),
    "Meeting 17 can only be in slot 3.": Cause("broken_pin", (), ("17",), None, 2),
    "Meeting 17 can only be in slots 1 to 4.": Cause(
        "outside_window", (), ("17",), facts=(("window_start", 0), ("window_end", 4))
    ),
    "Meeting 18 can only be in slot 3.": Cause(
        "outside_window", (), ("18",), facts=(("window_start", 2), ("window_end", 3))
    ),
    "Participant 3 is there in 7 of 8 slots.": Cause("unavailable", ("3",), facts=(("slots", 7), ("slots_in_all", 8))),
    "Participant 3 can be in one meeting at a time.": Cause("double_booking", ("3",)),
    "Places: 2, so that no more meetings can be held at a time.": Cause("double_booking", facts=(("places", 2),)),
    "Meeting 17 comes before 18.": Cause("precedence", (), ("17", "18")),
    "Nobody may have over 2 breaks more than anybody else.": Cause("uneven_breaks", facts=(("most_apart", 2),)),
}


@pytest.mark.parametrize("words", [*WEEK, *EVENTS])
def test_a_cause_is_said_in_a_sentence(words):
    problem, cause = (PROBLEM, WEEK[words]) if words in WEEK else (NUMBERED, EVENTS[words])
    assert sentence(problem, cause) == words


def test_every_rule_that_a_conflict_may_name_has_words():
    assert set(RULES) - SENTENCES.keys() == set()


def test_a_file_without_a_plan_ends_with_the_conflict_in_words(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    text = given(forbidden="[{1}, {2, 4}, {}, {1, 2, 3}]", fixed="", precedences="")
    (tmp_path / "event.dzn").write_text(text, encoding="utf-8")

    assert main(["solve", "event.dzn", "--out", "plan.json"]) == 3
    told = capsys.readouterr()
    assert told.out.startswith("status=infeasible value=- bound=- breaks=- moves=- ")
    assert told.err.splitlines() == [
        "event.dzn: no plan keeps every hard rule. Without any one of these there would be no conflict:",
        "Meeting 1 (1 with 2) has to be held.",
        "Meeting 1 can only be in slots 1 to 2.",
        "Participant 1 is there in 3 of 4 slots.",
        "Participant 2 is there in 2 of 4 slots.",
    ]


@pytest.mark.parametrize(("half", "mornings"), [(1, 0), (2, 4)])
def test_a_half_of_the_day_without_slots_is_said_to_have_none(half, mornings, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    text = (
        "nBusiness = 2; nMeetings = 1; nTables = 1; nTotalSlots = 4; forbidden = [{}, {}];"
        f"nMorningSlots = {mornings}; requested = [|1, 2, {half}|];"
    )
    (tmp_path / "event.dzn").write_text(text, encoding="utf-8")

    assert main(["explain", "event.dzn"]) == 3
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Meeting 1 (1 with 2) has to be held.",
        "Meeting 1 can only be in a half of the day that has no slots.",
    ]
