"""``contactdays replan``: what it prints, what it writes and how it ends."""

import re

import pytest

from contactdays.cli.main import main
from contactdays.planner import Absence, Change, Closure, NoShow, write_change, write_plan, write_problem
from tests.planner.test_repair import AB, PLAN, PRESSING, PROBLEM

LAST = re.compile(r"status=\w+ value=\S+ bound=\S+ breaks=\S+ moves=\S+ seconds=\d+\.\d")
COMMAND = ["replan", "problem.json", "plan.json", "change.json", "--out", "new.json"]


@pytest.fixture
def week(tmp_path, monkeypatch):
    """A folder to work in, with a problem and the plan that people know."""
    monkeypatch.chdir(tmp_path)
    write_problem(PROBLEM, "problem.json")
    write_plan(PLAN, "plan.json")
    return tmp_path


def without_seconds(line):
    assert LAST.fullmatch(line)
    return line.rsplit(" ", 1)[0]


def test_the_options_are_told_in_words_and_check_accepts_what_is_written(week, capsys):
    write_change(Change(0, closures=(Closure("t1"),)), "change.json")

    assert main([*COMMAND, "--policy", "value", "--problem-out", "changed.json"]) == 0
    *told, last = capsys.readouterr().out.splitlines()
    assert told == [
        "The change leaves 2 meetings no way to be held as planned: ab, ac. Not affected: 2.",
        "Option 1, most value kept: value 12 of at most 12, proven best; 1 unaffected meeting moved or dropped; "
        "4 participants to be told; 0 breaks.",
        "  moves: ab (a, b) from 2026-02-02 00:00Z for 20 min in t1 to 2026-02-02 02:20Z for 20 min in t2.",
        "  changes place: ac (a, c) from 2026-02-02 00:20Z for 20 min in t1 to 2026-02-02 00:20Z for 20 min in t2.",
        "  falls away: bd (b, d), was 2026-02-02 00:20Z for 20 min in t2.",
        "  to be told: a, b, c, d.",
        "Option 2, fewest people disturbed: value 11 of at most 12, proven best; "
        "0 unaffected meetings moved or dropped; 3 participants to be told; 0 breaks.",
        "  moves: ab (a, b) from 2026-02-02 00:00Z for 20 min in t1 to 2026-02-02 02:20Z for 20 min in t2.",
        "  falls away: ac (a, c), was 2026-02-02 00:20Z for 20 min in t1.",
        "  to be told: a, b, c.",
    ]
    assert without_seconds(last) == "status=optimal value=12 bound=12 breaks=0 moves=0"
    assert main(["check", "changed.json", "new.json"]) == 0


def test_another_option_is_written_when_it_is_asked_for(week, capsys):
    write_change(Change(0, closures=(Closure("t1"),)), "change.json")

    assert main([*COMMAND, "--policy", "value", "--option", "2", "--problem-out", "changed.json"]) == 0
    assert without_seconds(capsys.readouterr().out.splitlines()[-1]).startswith("status=optimal value=11 bound=12")
    assert main(["check", "changed.json", "new.json"]) == 0
    capsys.readouterr()

    assert main([*COMMAND, "--option", "2"]) == 2
    assert capsys.readouterr().err == "There is no option 2. Give one from 1 to 1.\n"


def test_what_cannot_stand_ends_with_its_names(week, capsys):
    write_change(Change(0, frozen=("ab",), absences=(Absence("b", end=75),)), "change.json")

    assert main(COMMAND) == 3
    told = capsys.readouterr()
    assert without_seconds(told.out.strip()) == "status=infeasible value=- bound=- breaks=- moves=-"
    assert told.err.splitlines() == [
        "change.json: what is past, frozen or fixed cannot all stand after this change.",
        "unavailable activities=ab participants=b place=t1 start=60 at=2026-02-02T00:00Z",
    ]
    assert not (week / "new.json").exists()


def test_a_change_that_contradicts_the_plan_is_refused_with_its_place(week, capsys):
    write_change(Change(0, no_shows=(NoShow("d", "ab"),)), "change.json")

    assert main(COMMAND) == 2
    assert capsys.readouterr().err == (
        "change.json: no_shows[0]: 'd' does not take part in 'ab'. Correct one of the two.\n"
    )


def test_a_plan_that_breaks_rules_already_is_refused(week, capsys):
    write_change(PRESSING, "change.json")
    write_plan(type(PLAN)((AB,), 5), "plan.json")

    assert main(COMMAND) == 2
    assert capsys.readouterr().err.splitlines() == [
        "plan.json: the plan breaks rules of its problem. Mend it first.",
        "missing_session activities=plenary place=forum start=150 at=2026-02-02T01:30Z",
    ]


def test_b2bsp_files_are_mended_in_their_numbers(week, capsys):
    (week / "event.dzn").write_text(
        "nBusiness = 4; nMeetings = 2; nTables = 2; nTotalSlots = 4; nMorningSlots = 2;\n"
        "requested = [| 1, 2, 3 | 3, 4, 3 |]; forbidden = [{0}, {0}, {0}, {0}];\n",
        encoding="utf-8",
    )
    (week / "old.json").write_text(
        '{"format": "contactdays.plan", "version": 1, "value": 2, "assignments": ['
        '{"activity": 1, "start": 2, "place": 1}, {"activity": 2, "start": 3, "place": 1}]}',
        encoding="utf-8",
    )
    write_change(Change(0, absences=(Absence("2", 1, 2),)), "change.json")

    assert main(["replan", "event.dzn", "old.json", "change.json", "--out", "new.json"]) == 0
    *told, last = capsys.readouterr().out.splitlines()
    assert told[2] == "  moves: 1 (1, 2) from slot 2 in 1 to slot 1 in 1."
    assert without_seconds(last) == "status=optimal value=- bound=- breaks=0 moves=-"
    assert main(["check", "event.dzn", "new.json"]) == 0
