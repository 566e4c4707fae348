"""One of two searches for the fewest breaks: a program that reads what to search and writes what it finds."""

import pickle
import sys

from .fewest import ascend


def main() -> None:
    """Take a roster, what is known and how to go about it from the input; write every finding at once."""
    roster, start, lazy = pickle.load(sys.stdin.buffer)  # noqa: S301 from the process that started this one
    for found in ascend(roster, start, lazy=lazy):
        pickle.dump(found, sys.stdout.buffer)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
