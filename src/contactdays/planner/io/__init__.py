"""Problems and plans as files, read strictly and written alike for alike values: JSON, and B2BSP files as problems."""

from .dzn import parse_b2bsp
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
    "parse_b2bsp",
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
