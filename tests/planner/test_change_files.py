"""Changes as values and files: what is written is read again, and nothing else is."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from contactdays.planner import (
    Absence,
    Change,
    Closure,
    InvalidChange,
    NoShow,
    Request,
    Session,
    SessionMove,
    change_schema,
    change_text,
    parse_change,
    read_change,
    write_change,
)

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
CHANGE = Change(
    now=60,
    frozen=("ab",),
    frozen_until=80,
    absences=(Absence("a", 100), Absence("b", end=90)),
    closures=(Closure("t1", 70, 90),),
    session_moves=(SessionMove("plenary", end=200),),
    new_sessions=(Session("tea", 80, 100, None, ("d",)),),
    new_requests=(Request("bc", ("b", "c"), 20, 9),),
    withdrawn=("cd",),
    no_shows=(NoShow("c", "ac"), NoShow("d", start=80)),
)


def test_files_give_back_what_was_written(tmp_path):
    write_change(CHANGE, tmp_path / "change.json")

    assert read_change(tmp_path / "change.json") == CHANGE
    assert list(Draft202012Validator(change_schema()).iter_errors(json.loads(change_text(CHANGE)))) == []


def test_the_published_schema_is_current():
    Draft202012Validator.check_schema(change_schema())
    assert json.loads((REFERENCE / "change.schema.json").read_text(encoding="utf-8")) == change_schema()


def file_with(**fields):
    return json.dumps({"format": "contactdays.change", "version": 1, "now": 60} | fields)


REFUSED = {
    ("not_json", "line 1, column 1"): "nonsense",
    ("wrong_format", "format"): '{"format": "contactdays.plan", "version": 1, "now": 60}',
    ("unknown_version", "version"): file_with(version=2),
    ("missing_field", "now"): '{"format": "contactdays.change", "version": 1}',
    ("wrong_type", "now"): file_with(now="noon"),
    ("unknown_field", "then"): file_with(then=1),
    ("missing_field", "absences[0].participant"): file_with(absences=[{"start": 80}]),
    ("empty_interval", "closures[0]"): file_with(closures=[{"place": "t1", "start": 90, "end": 90}]),
    ("empty_session_move", "session_moves[0]"): file_with(session_moves=[{"session": "tea"}]),
    ("activity_or_start", "no_shows[0]"): file_with(no_shows=[{"participant": "a", "activity": "ab", "start": 90}]),
    ("empty_session", "new_sessions[0]"): file_with(new_sessions=[{"id": "tea", "start": 90, "end": 90}]),
    ("in_the_past", "new_sessions[0]"): file_with(new_sessions=[{"id": "tea", "start": 50, "end": 90}]),
    ("in_the_past", "absences[1]"): file_with(absences=[{"participant": "a"}, {"participant": "b", "end": 60}]),
    ("named_twice", "change"): file_with(withdrawn=["ab", "ab"]),
}


@pytest.mark.parametrize("told", REFUSED, ids="-".join)
def test_a_file_that_is_no_change_is_refused_with_its_place(told):
    with pytest.raises(InvalidChange) as refusal:
        parse_change(REFUSED[told])
    assert (refusal.value.code, refusal.value.where) == told
