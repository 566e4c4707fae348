"""Problems and plans as JSON files."""

import json
from pathlib import Path
from typing import Any, NoReturn

from contactdays.planner.values import InvalidInput, InvalidPlan, InvalidProblem, Plan, Problem

from .decoding import decode
from .encoding import text_of

PROBLEM_FORMAT = "contactdays.problem"
PLAN_FORMAT = "contactdays.plan"
LARGEST_FILE = 256 * 1024 * 1024


def parse_problem(text: str) -> Problem:
    """The problem a JSON text describes; InvalidProblem names the place of what is wrong."""
    problem: Problem = _parse(Problem, text, PROBLEM_FORMAT, InvalidProblem)
    return problem


def parse_plan(text: str) -> Plan:
    """The plan a JSON text describes; InvalidPlan names the place of what is wrong."""
    plan: Plan = _parse(Plan, text, PLAN_FORMAT, InvalidPlan)
    return plan


def problem_text(problem: Problem) -> str:
    """``problem`` as JSON; equal problems give equal texts."""
    return text_of(PROBLEM_FORMAT, problem)


def plan_text(plan: Plan) -> str:
    """``plan`` as JSON; equal plans give equal texts."""
    return text_of(PLAN_FORMAT, plan)


def read_problem(path: Path | str) -> Problem:
    """The problem in the file at ``path``; raises InvalidProblem, also when the file cannot be read."""
    return parse_problem(_contents(Path(path), InvalidProblem))


def read_plan(path: Path | str) -> Plan:
    """The plan in the file at ``path``; raises InvalidPlan, also when the file cannot be read."""
    return parse_plan(_contents(Path(path), InvalidPlan))


def write_problem(problem: Problem, path: Path | str) -> None:
    """Write ``problem`` to ``path`` as UTF-8 JSON."""
    Path(path).write_text(problem_text(problem), encoding="utf-8")


def write_plan(plan: Plan, path: Path | str) -> None:
    """Write ``plan`` to ``path`` as UTF-8 JSON."""
    Path(path).write_text(plan_text(plan), encoding="utf-8")


def _contents(path: Path, error: type[InvalidInput]) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise error("file_too_large", str(path), most=LARGEST_FILE)
        return path.read_text(encoding="utf-8")
    except OSError as refused:
        raise error("cannot_open", str(path), cause=refused.strerror) from refused
    except UnicodeDecodeError as refused:
        raise error("not_utf8", str(path), byte=refused.start) from refused


def _parse(kind: type, text: str, form: str, error: type[InvalidInput]) -> Any:
    raw = _json(text, error)
    if not isinstance(raw, dict):
        raise error("wrong_type", "file", expected="object")
    if raw.pop("format", None) != form:
        raise error("wrong_format", "format", expected=form)
    if raw.get("version") != 1:
        raise error("unknown_version", "version", expected=1)
    return decode(kind, raw, "", error)


def _json(text: str, error: type[InvalidInput]) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        named = dict(pairs)
        if len(named) != len(pairs):
            raise error("field_twice", "file", fields=tuple(name[:40] for name, _ in pairs)[:20])
        return named

    def refuse(word: str) -> NoReturn:
        raise error("not_json", "file", value=word)

    try:
        return json.loads(text, object_pairs_hook=once, parse_constant=refuse)
    except json.JSONDecodeError as refused:
        raise error("not_json", f"line {refused.lineno}, column {refused.colno}") from refused
    except (ValueError, RecursionError) as refused:
        raise error("not_json", "file") from refused
