"""``contactdays schema``: the JSON Schema of problem, plan and change files."""

import argparse
import json

from contactdays.planner import change_schema, plan_schema, problem_schema

from .describing import told

SCHEMAS = {"problem": problem_schema, "plan": plan_schema, "change": change_schema}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("schema", help="print a JSON Schema", description=told(__doc__))
    parser.add_argument("kind", choices=sorted(SCHEMAS), help="which file the schema is of")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the schema asked for."""
    print(json.dumps(SCHEMAS[arguments.kind](), ensure_ascii=False, indent=2))
    return 0
