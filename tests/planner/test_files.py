"""Problem and plan files: what is written is read again, and nothing else is."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from contactdays.planner import (
    InvalidInput,
    InvalidPlan,
    InvalidProblem,
    parse_plan,
    parse_problem,
    plan_schema,
    plan_text,
    problem_schema,
    problem_text,
    read_plan,
    read_problem,
    write_plan,
    write_problem,
)

from .known_week import PLAN, PROBLEM
from .small_weeks import small_weeks

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def changed(text, **fields):
    return json.dumps(json.loads(text) | fields)


def refusal_of(read, text):
    with pytest.raises(InvalidInput) as refusal:
        read(text)
    return refusal.value.code, refusal.value.where


def test_files_give_back_what_was_written(tmp_path):
    write_problem(PROBLEM, tmp_path / "problem.json")
    write_plan(PLAN, tmp_path / "plan.json")

    assert (read_problem(tmp_path / "problem.json"), read_plan(tmp_path / "plan.json")) == (PROBLEM, PLAN)


@settings(max_examples=50, derandomize=True, deadline=None)
@given(small_weeks())
def test_every_problem_survives_its_file_and_fits_its_schema(problem):
    text = problem_text(problem)

    assert parse_problem(text) == problem
    assert list(Draft202012Validator(problem_schema()).iter_errors(json.loads(text))) == []


def test_plan_files_fit_their_schema():
    validator = Draft202012Validator(plan_schema())
    assert list(validator.iter_errors(json.loads(plan_text(PLAN)))) == []


@pytest.mark.parametrize(
    ("schema", "name"), [(problem_schema, "problem.schema.json"), (plan_schema, "plan.schema.json")]
)
def test_published_schemas_are_current(schema, name):
    Draft202012Validator.check_schema(schema())
    assert json.loads((REFERENCE / name).read_text(encoding="utf-8")) == schema()


def test_a_plan_file_has_one_entry_a_line():
    assert plan_text(PLAN).splitlines()[:4] == [
        "{",
        '"format": "contactdays.plan",',
        '"assignments": [',
        '  {"activity": "with mill", "start": 60, "end": 75, "place": "table 1", "participants": ["embassy", "mill"]},',
    ]


PROBLEMS = {
    ("not_json", "line 1, column 1"): "nonsense",
    ("not_json", "file"): "[" * 100_000,
    ("wrong_type", "file"): "[]",
    ("wrong_format", "format"): plan_text(PLAN),
    ("unknown_version", "version"): changed(problem_text(PROBLEM), version=2),
    ("field_twice", "file"): '{"format": 1, "format": 2}',
    ("unknown_field", "colour"): changed(problem_text(PROBLEM), colour="red"),
    ("missing_field", "origin"): '{"format": "contactdays.problem", "version": 1}',
    ("wrong_type", "change_over"): changed(problem_text(PROBLEM), change_over=True),
    ("too_great", "change_over"): changed(problem_text(PROBLEM), change_over=10**12),
    ("wrong_type", "slots"): changed(problem_text(PROBLEM), slots={}),
    ("wrong_type", "slots[0]"): changed(problem_text(PROBLEM), slots=[1]),
    ("wrong_type", "slots[0].start"): changed(problem_text(PROBLEM), slots=[{"start": 1.5, "end": 2, "half_day": 0}]),
    ("empty_slot", "slots[0]"): changed(problem_text(PROBLEM), slots=[{"start": 2, "end": 2, "half_day": 0}]),
    ("missing_field", "slots[0].end"): changed(problem_text(PROBLEM), slots=[{"start": 2, "half_day": 0}]),
    ("unknown_field", "pins[0].who"): changed(problem_text(PROBLEM), pins=[{"activity": "plenary", "who": 1}]),
    ("wrong_count", "travel[0]"): changed(problem_text(PROBLEM), travel=[["palace", "tower"]]),
    ("wrong_type", "places[0].meetings"): changed(
        problem_text(PROBLEM),
        places=[{"id": "x", "capacity": 1, "building": "y", "open": [], "meetings": "yes"}],
    ),
    ("unknown_word", "requests[0].wish"): changed(
        problem_text(PROBLEM),
        requests=[{"id": "r", "participants": ["mill", "bank"], "duration": 1, "weight": 1, "wish": "maybe"}],
    ),
    ("broken_text", "origin"): changed(problem_text(PROBLEM), origin="\ud800"),
    ("unknown_id", "pin tea"): changed(problem_text(PROBLEM), pins=[{"activity": "tea", "start": 1}]),
}


@pytest.mark.parametrize("told", PROBLEMS, ids="-".join)
def test_a_file_that_is_no_problem_is_refused_with_its_place(told):
    assert refusal_of(parse_problem, PROBLEMS[told]) == told


def test_numbers_that_are_none_are_refused():
    assert refusal_of(parse_plan, '{"value": NaN}') == ("not_json", "file")


def test_plans_are_refused_as_plans():
    with pytest.raises(InvalidPlan) as refusal:
        parse_plan(changed(plan_text(PLAN), value="12"))
    assert (refusal.value.code, refusal.value.where) == ("wrong_type", "value")


def test_files_that_cannot_be_opened_are_refused(tmp_path):
    with pytest.raises(InvalidProblem) as missing:
        read_problem(tmp_path / "none.json")
    (tmp_path / "latin.json").write_bytes(b'{"origin": "\xe9"}')
    with pytest.raises(InvalidProblem) as latin:
        read_problem(tmp_path / "latin.json")
    assert [missing.value.code, latin.value.code] == ["cannot_open", "not_utf8"]
