"""Problems and plans as JSON, read strictly and written alike for alike values."""

from .files import (
    parse_plan,
    parse_problem,
    plan_text,
    problem_text,
    read_plan,
    read_problem,
    write_plan,
    write_problem,
)
from .schema import plan_schema, problem_schema

__all__ = [
    "parse_plan",
    "parse_problem",
    "plan_schema",
    "plan_text",
    "problem_schema",
    "problem_text",
    "read_plan",
    "read_problem",
    "write_plan",
    "write_problem",
]
