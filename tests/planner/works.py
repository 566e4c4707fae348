"""What tests have done in a process of its own; importable from there."""

import os
import time
from pathlib import Path

from contactdays.planner import InvalidProblem


def counted(upto, tell):
    """Tell every number, then give the sum."""
    for number in range(upto):
        tell(number)
    return sum(range(upto))


def endless(tell):
    """Tell one word, then never come back."""
    tell("best so far")
    while True:
        time.sleep(1)


def refused(tell):
    raise InvalidProblem("bad_id", "participant", id="x")


def greedy(tell):
    """Ask for more memory than there can be."""
    tell("best so far")
    return len(bytearray(1 << 34))


def gone(tell):
    os._exit(3)


def with_child(note, tell):
    """Start a process, note its number, never come back."""
    child = os.fork()
    if not child:
        time.sleep(1000)
        os._exit(0)
    Path(note).write_text(str(child))
    tell("started")
    endless(tell)
