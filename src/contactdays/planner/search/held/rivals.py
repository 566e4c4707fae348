"""Two searches for the fewest breaks at once, each in a process of its own; what one finds out holds for both."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from multiprocessing.connection import wait
from typing import IO

from contactdays.planner.values import PlannerError

from .fewest import Found, ascend
from .pigeonholes import without_room
from .roster import Roster

UNKNOWN = Found()
PATIENCE = 0.2
"""Seconds between two looks at whether the caller has had enough."""

Improve = Callable[[Found], "Future[Found]"]


def fewest_breaks(
    roster: Roster,
    start: Found = UNKNOWN,
    *,
    processes: int = 2,
    told: Callable[[Found], None] | None = None,
    improve: Improve | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Found:
    """The plan of ``roster`` with the fewest breaks, proven; or that there is none.

    ``start``: a plan and a bound known before. ``told`` hears of every better plan and bound. ``improve`` is given
    the first plan of the search that binds all limits from the beginning, which is always the same one; what comes
    of it counts once it is there. Once ``cancelled`` answers True the best so far is returned. With one
    ``processes`` nothing but the roster decides which of several best plans it is, and ``cancelled`` is asked only
    between two steps; with two, whichever search is first decides.
    """
    if without_room(roster) is not None:
        return Found(refuted=True)
    best, better = start, None
    with ExitStack() as stack:
        news = _in_turn(roster, start) if processes == 1 else _racing(stack, roster, start)
        while not best.closed and not (cancelled is not None and cancelled()):
            lazy, heard = next(news)
            known, best = best, best if heard is None else best.and_also(heard)
            if better is not None and better.done():
                best = best.and_also(better.result())
            if told is not None and best != known:
                told(best)
            if improve is not None and heard is not None and heard.chosen is not None and not lazy:
                better, improve = improve(heard), None
    return best


def _in_turn(roster: Roster, start: Found) -> Iterator[tuple[bool, Found | None]]:
    yield from ((False, found) for found in ascend(roster, start, lazy=False))


def _racing(stack: ExitStack, roster: Roster, start: Found) -> Iterator[tuple[bool, Found | None]]:
    """What the rivals find, as they find it, and whether it is the lazy one; None now and then.

    They end with ``stack``. Should both be ended from outside, the search goes on in this process.
    """
    rivals = [_start(stack, roster, start, lazy) for lazy in (False, True)]
    heard = [_pipe(rival.stdout) for rival in rivals]
    while heard:
        for pipe in wait([each.fileno() for each in heard], PATIENCE):
            source = next(each for each in heard if each.fileno() == pipe)
            try:
                yield source is _pipe(rivals[1].stdout), pickle.load(source)  # noqa: S301 from our own process
            except (EOFError, pickle.UnpicklingError):
                heard.remove(source)
        yield False, None
    yield from _in_turn(roster, start)


def _start(stack: ExitStack, roster: Roster, start: Found, lazy: bool) -> subprocess.Popen[bytes]:
    """A rival that knows what to search, and finds the modules that this process finds."""
    command = [sys.executable, "-m", "contactdays.planner.search.held.rival"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    rival = subprocess.Popen(  # noqa: S603 ourselves
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=environment
    )
    stack.callback(_end, rival)
    try:
        with _pipe(rival.stdin) as pipe:
            pickle.dump((roster, start, lazy), pipe)
    except BrokenPipeError:
        rival.kill()  # it has ended already, as its output will show
    return rival


def _end(rival: subprocess.Popen[bytes]) -> None:
    rival.kill()
    rival.wait()
    _pipe(rival.stdout).close()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise PlannerError("search_died")
    return stream
