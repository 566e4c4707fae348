"""The command line: ``solve``, ``check``, ``replan``, ``explain``, ``bench``, ``schema``; ``manage`` with Django."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from time import monotonic, process_time

from . import checking, explaining, managing, measuring, replanning, schemas, solving


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is the command's own, 2 for bad input."""
    begun = monotonic() - (process_time() if arguments is None else 0)  # what starting up took is the command's too
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["manage"]:
        return managing.run(given[1:])
    chosen = _parser().parse_args(given)
    chosen.begun = begun
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="contactdays", description="Plan a week of meetings, and check it.")
    parser.add_argument("--version", action="version", version=f"contactdays {version('contactdays')}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in (solving, checking, replanning, explaining, measuring, schemas):
        command.add_to(commands)
    commands.add_parser("manage", help="the platform's commands (needs contactdays[web])", add_help=False)
    return parser
