"""Problems, plans and changes as files: JSON, and problems also as B2BSP files (.dzn)."""

import json
from pathlib import Path
from typing import Any, NoReturn

from contactdays.planner.values import (
    Change,
    InvalidChange,
    InvalidInput,
    InvalidPlan,
    InvalidProblem,
    Plan,
    Problem,
)

from .decoding import decode
from .dzn import parse_b2bsp
from .encoding import encode, text_of
from .numbering import from_numbers, in_numbers, is_in_numbers

PROBLEM_FORMAT = "contactdays.problem"
PLAN_FORMAT = "contactdays.plan"
CHANGE_FORMAT = "contactdays.change"
LARGEST_FILE = 256 * 1024 * 1024
LARGEST_B2BSP_FILE = 8 * 1024 * 1024


def parse_problem(text: str) -> Problem:
    """The problem a JSON text describes; InvalidProblem names the place of what is wrong."""
    problem: Problem = decode(Problem, _raw(text, PROBLEM_FORMAT, InvalidProblem), "", InvalidProblem)
    return problem


def parse_plan(text: str, problem: Problem | None = None) -> Plan:
    """The plan a JSON text describes; InvalidPlan names the place of what is wrong.

    ``problem``: whose plan it is; a plan in the numbers of a numbered problem cannot be read without.
    """
    raw = _raw(text, PLAN_FORMAT, InvalidPlan)
    if problem is not None and problem.numbered and is_in_numbers(raw):
        raw = from_numbers(problem, raw)
    plan: Plan = decode(Plan, raw, "", InvalidPlan)
    return plan


def parse_change(text: str) -> Change:
    """The change a JSON text describes; InvalidChange names the place of what is wrong.

    Its new sessions and requests are refused as InvalidChange as well.
    """
    raw = _raw(text, CHANGE_FORMAT, InvalidChange)
    try:
        change: Change = decode(Change, raw, "", InvalidChange)
    except InvalidProblem as refused:
        raise InvalidChange.of(refused) from refused
    return change


def problem_text(problem: Problem) -> str:
    """``problem`` as JSON; equal problems give equal texts."""
    return text_of(PROBLEM_FORMAT, encode(problem))


def plan_text(plan: Plan, problem: Problem | None = None) -> str:
    """``plan`` as JSON; equal plans give equal texts. With a numbered ``problem``, in its numbers."""
    numbered = problem is not None and problem.numbered
    return text_of(PLAN_FORMAT, in_numbers(problem, plan) if problem is not None and numbered else encode(plan))


def change_text(change: Change) -> str:
    """``change`` as JSON; equal changes give equal texts."""
    return text_of(CHANGE_FORMAT, encode(change))


def read_problem(path: Path | str) -> Problem:
    """The problem in the file at ``path``, B2BSP by the suffix ``.dzn``, else JSON.

    Raises InvalidProblem, also when the file cannot be read.
    """
    path = Path(path)
    if path.suffix.lower() == ".dzn":
        return parse_b2bsp(_contents(path, InvalidProblem, LARGEST_B2BSP_FILE))
    return parse_problem(_contents(path, InvalidProblem))


def read_plan(path: Path | str, problem: Problem | None = None) -> Plan:
    """The plan in the file at ``path``; raises InvalidPlan, also when the file cannot be read.

    ``problem``: whose plan it is; a plan in the numbers of a numbered problem cannot be read without.
    """
    return parse_plan(_contents(Path(path), InvalidPlan), problem)


def read_change(path: Path | str) -> Change:
    """The change in the file at ``path``; raises InvalidChange, also when the file cannot be read."""
    return parse_change(_contents(Path(path), InvalidChange))


def write_problem(problem: Problem, path: Path | str) -> None:
    """Write ``problem`` to ``path`` as UTF-8 JSON."""
    Path(path).write_text(problem_text(problem), encoding="utf-8")


def write_plan(plan: Plan, path: Path | str, problem: Problem | None = None) -> None:
    """Write ``plan`` to ``path`` as UTF-8 JSON; with a numbered ``problem``, in its numbers."""
    Path(path).write_text(plan_text(plan, problem), encoding="utf-8")


def write_change(change: Change, path: Path | str) -> None:
    """Write ``change`` to ``path`` as UTF-8 JSON."""
    Path(path).write_text(change_text(change), encoding="utf-8")


def _contents(path: Path, error: type[InvalidInput], most: int = LARGEST_FILE) -> str:
    try:
        with path.open("rb") as file:
            contents = file.read(most + 1)
    except OSError as refused:
        raise error("cannot_open", str(path), cause=refused.strerror) from refused
    if len(contents) > most:
        raise error("file_too_large", str(path), most=most)
    try:
        return contents.decode("utf-8")
    except UnicodeDecodeError as refused:
        raise error("not_utf8", str(path), byte=refused.start) from refused


def _raw(text: str, form: str, error: type[InvalidInput]) -> dict[str, Any]:
    raw = _json(text, error)
    if not isinstance(raw, dict):
        raise error("wrong_type", "file", expected="object")
    if raw.pop("format", None) != form:
        raise error("wrong_format", "format", expected=form)
    if raw.get("version") != 1:
        raise error("unknown_version", "version", expected=1)
    return raw


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
