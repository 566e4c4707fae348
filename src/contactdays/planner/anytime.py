"""A search in a process of its own: ended by the clock, by a limit on memory or by its caller, its best result kept.

The search may sit in a solver's code for as long as it likes; what it told before it was ended counts.
"""

import os
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import Any

LOOKS = 0.1
MEGABYTE = 1 << 20

Tell = Callable[[Any], None]


class End(StrEnum):
    """How a search ended: by itself, at its time, at its limit of memory, or because its caller wished so."""

    FINISHED = "finished"
    TIME = "time"
    MEMORY = "memory"
    CALLER = "caller"


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a search may use: ``until`` an instant of the monotonic clock, and ``memory`` in megabytes."""

    until: float | None = None
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """How a search ended, and its result if it came to one."""

    end: End
    result: Any = None


class SearchDied(RuntimeError):
    """The process of a search ended without a word; ``args`` holds its exit code."""


def run(
    work: Callable[..., Any],
    *arguments: Any,
    allowance: Allowance,
    heard: Tell | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Ended:
    """Call ``work(*arguments, tell)`` elsewhere; what it tells is given to ``heard`` as it comes.

    ``work`` and everything told must be such that it can be pickled. ``stopped`` is asked ten times a second;
    once it answers True the search is ended. Raises what ``work`` raises, and SearchDied.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, allowance.memory, work, arguments))
    process.start()
    sender.close()
    try:
        return _listen(process, receiver, allowance, heard, stopped)
    finally:
        _end(process)
        receiver.close()


def _listen(
    process: BaseProcess,
    receiver: Connection,
    allowance: Allowance,
    heard: Tell | None,
    stopped: Callable[[], bool] | None,
) -> Ended:
    while True:
        if stopped is not None and stopped():
            return Ended(End.CALLER)
        left = LOOKS if allowance.until is None else min(LOOKS, allowance.until - monotonic())
        if left <= 0:
            return Ended(End.TIME)
        if not wait([receiver], left):
            continue
        try:
            word, what = receiver.recv()
        except EOFError:
            return _died(process, allowance)
        if word == "told" and heard is not None:
            heard(what)
        elif word == "result":
            return Ended(End.FINISHED, what)
        elif word == "memory":
            return Ended(End.MEMORY)
        elif word == "error":
            raise what


def _died(process: BaseProcess, allowance: Allowance) -> Ended:
    """A solver out of memory aborts its process; without a limit on memory that is no end we know."""
    process.join()
    if allowance.memory is not None and process.exitcode and process.exitcode < 0:
        return Ended(End.MEMORY)
    raise SearchDied(process.exitcode)


def _end(process: BaseProcess) -> None:
    """End the process and those that it started."""
    try:
        os.killpg(process.pid or 0, signal.SIGKILL)
    except ProcessLookupError:  # it had no time yet to form a group
        process.kill()
    process.join()


def _work(sender: Connection, memory: int | None, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """What the process does: a group of its own, deaf to the keyboard, within its limit of memory."""
    os.setpgrp()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if memory is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (memory * MEGABYTE, memory * MEGABYTE))
    try:
        result = work(*arguments, lambda told: sender.send(("told", told)))
    except MemoryError:
        sender.send(("memory", None))
    except Exception as error:
        sender.send(("error", error))
    else:
        sender.send(("result", result))
