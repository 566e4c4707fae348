"""How long a search may take, and how much memory."""

import argparse

from contactdays.planner.anytime import Allowance

TO_END = 0.6
"""Seconds kept for ending the search, writing the plan and leaving the interpreter."""


def add_limits(parser: argparse.ArgumentParser) -> None:
    """Declare ``--seconds`` and ``--memory-mb``."""
    parser.add_argument(
        "--seconds", type=_positive, metavar="N", help="end after so many seconds with the best plan so far"
    )
    parser.add_argument(
        "--memory-mb", type=_positive, metavar="M", help="end when the search needs more than so many megabytes"
    )


def allowance(arguments: argparse.Namespace) -> Allowance:
    """What the search may use; its time counts from the beginning of the command."""
    seconds: float | None = arguments.seconds
    until = None if seconds is None else arguments.begun + max(seconds - TO_END, 0.0)
    return Allowance(until, None if arguments.memory_mb is None else round(arguments.memory_mb))


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from error
    if not 0 < number <= 1e9:
        raise argparse.ArgumentTypeError(f"{text} is not above nought, or too great")
    return number
