"""Two searches for the fewest breaks at once, each in a process of its own; what one finds out holds for both."""

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
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


def fewest_breaks(
    roster: Roster,
    start: Found = UNKNOWN,
    *,
    processes: int = 2,
    told: Callable[[Found], None] | None = None,
    improve: Callable[[Found], Found] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Found:
    """The plan of ``roster`` with the fewest breaks, proven; or that there is none.

    ``start``: a plan and a bound known before. ``told`` hears of every better plan and bound. ``improve`` is given
    the first plan of the search that binds all limits from the beginning, which is always the same one, and what
    else is known. Once ``cancelled``
    answers True the best so far is returned. With one ``processes`` nothing but the roster decides which of
    several best plans it is, and ``cancelled`` is asked only between two steps; with two, whichever search is
    first decides. Raises PlannerError ``search_died`` when both are ended from outside.
    """
    if without_room(roster) is not None:
        return Found(refuted=True)
    best = start
    with ExitStack() as stack:
        news = _in_turn(roster, start) if processes == 1 else _racing(stack, roster, start)
        while not best.closed and not (cancelled is not None and cancelled()):
            lazy, heard = next(news)
            known = best
            best = best if heard is None else best.and_also(heard)
            if improve is not None and not best.closed and heard is not None and heard.chosen is not None and not lazy:
                best, improve = best.and_also(improve(heard)), None
            if told is not None and best != known:
                told(best)
    return best


def _in_turn(roster: Roster, start: Found) -> Iterator[tuple[bool, Found | None]]:
    yield from ((False, found) for found in ascend(roster, start, lazy=False))


def _racing(stack: ExitStack, roster: Roster, start: Found) -> Iterator[tuple[bool, Found | None]]:
    """What the rivals find, as they find it, and whether it is the lazy one; None now and then.

    They end with ``stack``.
    """
    rivals = [_start() for _ in range(2)]
    for rival in rivals:
        stack.callback(_end, rival)
    for rival, lazy in zip(rivals, (False, True), strict=True):
        pickle.dump((roster, start, lazy), _pipe(rival.stdin))
        _pipe(rival.stdin).close()
    heard = [_pipe(rival.stdout) for rival in rivals]
    while heard:
        for pipe in wait([each.fileno() for each in heard], PATIENCE):
            source = next(each for each in heard if each.fileno() == pipe)
            try:
                yield source is _pipe(rivals[1].stdout), pickle.load(source)  # noqa: S301 from our own process
            except EOFError:
                heard.remove(source)
        yield False, None
    raise PlannerError("search_died")


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "contactdays.planner.search.held.rival"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)  # noqa: S603 ourselves


def _end(rival: subprocess.Popen[bytes]) -> None:
    rival.kill()
    rival.wait()
    for pipe in (rival.stdin, rival.stdout):
        _pipe(pipe).close()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise PlannerError("search_died")
    return stream
