"""Problems, plans and changes as files, read strictly and written alike for alike values: JSON, and B2BSP files."""

from .dzn import parse_b2bsp
from .files import (
    change_text,
    parse_change,
    parse_plan,
    parse_problem,
    plan_text,
    problem_text,
    read_change,
    read_plan,
    read_problem,
    write_change,
    write_plan,
    write_problem,
)
from .schema import change_schema, plan_schema, problem_schema

__all__ = [
    "change_schema",
    "change_text",
    "parse_b2bsp",
    "parse_change",
    "parse_plan",
    "parse_problem",
    "plan_schema",
    "plan_text",
    "problem_schema",
    "problem_text",
    "read_change",
    "read_plan",
    "read_problem",
    "write_change",
    "write_plan",
    "write_problem",
]
