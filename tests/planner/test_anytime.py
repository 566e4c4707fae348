"""A search in a process of its own: what it tells, how it ends."""

import os
import time
from pathlib import Path

import pytest

from contactdays.planner import InvalidProblem
from contactdays.planner.anytime import Allowance, End, Ended, SearchDied, run
from tests.planner import works


def test_what_is_told_comes_in_order_and_then_the_result():
    told = []
    assert run(works.counted, 4, allowance=Allowance(), heard=told.append) == Ended(End.FINISHED, 6)
    assert told == [0, 1, 2, 3]


def test_the_clock_ends_a_search_that_never_comes_back_and_what_it_told_is_kept():
    told = []
    ended = run(works.endless, allowance=Allowance(until=time.monotonic() + 2), heard=told.append)
    assert (ended, told) == (Ended(End.TIME), ["best so far"])


def test_the_caller_ends_it():
    told = []
    assert run(works.endless, allowance=Allowance(), heard=told.append, stopped=lambda: bool(told)) == Ended(End.CALLER)


def test_too_much_memory_ends_it():
    told = []
    assert run(works.greedy, allowance=Allowance(memory=400), heard=told.append) == Ended(End.MEMORY)
    assert told == ["best so far"]


def test_errors_arrive_whole():
    with pytest.raises(InvalidProblem) as caught:
        run(works.refused, allowance=Allowance())
    assert (caught.value.code, caught.value.where, caught.value.facts) == (
        "bad_id",
        "participant",
        {"where": "participant", "id": "x"},
    )


def test_a_process_that_ends_without_a_word_is_an_error():
    with pytest.raises(SearchDied) as caught:
        run(works.gone, allowance=Allowance())
    assert caught.value.args == (3,)


def test_the_processes_that_a_search_started_end_with_it(tmp_path):
    note, told = tmp_path / "child", []
    run(works.with_child, note, allowance=Allowance(), heard=told.append, stopped=lambda: bool(told))
    assert not _alive(int(note.read_text()))


def _alive(pid: int) -> bool:
    """Whether the process is still there; a dead one may be waiting to be collected."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0]
            if state == "Z":
                return False
        except (ProcessLookupError, FileNotFoundError):
            return False
        time.sleep(0.05)
    return True
