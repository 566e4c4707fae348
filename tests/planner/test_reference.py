"""The reference page keeps up with the planner."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import contactdays.planner
from contactdays.planner import ReasonCode
from contactdays.planner.check import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "planner.md").read_text(encoding="utf-8")


def test_every_public_name_rule_and_reason_is_on_the_page():
    prose = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    named = set(re.findall(r"[A-Za-z0-9_]+", " ".join(re.findall(r"`[^`]+`", prose))))
    expected = {*contactdays.planner.__all__, *(rule.__name__ for rule in RULES), *ReasonCode}
    assert expected - named == set()


def test_every_value_is_on_the_page_with_all_its_fields():
    values = [getattr(contactdays.planner, name) for name in contactdays.planner.__all__]
    written = {
        f"{value.__name__}({', '.join(each.name for each in fields(value))})": value
        for value in values
        if is_dataclass(value)
    }
    assert [each for each in written if f"`{each}`" not in PAGE] == []


def test_the_example_on_the_page_runs():
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(example, {})  # noqa: S102 our own page
