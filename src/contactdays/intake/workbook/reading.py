"""Reading a workbook in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any

from . import limits
from .errors import UnreadableWorkbook
from .package import open_package
from .sheets import Cell, Sheet, Sheets

READ_TAGGED: dict[str, Callable[[str], Cell]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}
NEEDED_TO_START = frozenset({"LD_LIBRARY_PATH", "PYTHONHOME", "SYSTEMROOT"})
ROOT = Path(__file__).resolve().parents[3]
OUT_OF_TIME = {"SIGXCPU", "SIGKILL"}


def read_workbook(source: bytes | Path) -> Sheets:
    """The sheets of the workbook in ``source``, a file's content or its path.

    Raises ``UnreadableWorkbook`` for whatever is no workbook or holds too much, and ``OSError`` when there is no such
    file. The reading process may use ``limits.MEMORY_BYTES`` above idle and ``limits.SECONDS``.
    """
    content = source if isinstance(source, bytes) else _content(source)
    open_package(content)
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
        given.write(content)
        given.seek(0)
        _run_child(given, answer)
        answer.seek(0)
        return _sheets(answer)


def _content(path: Path) -> bytes:
    if path.stat().st_size > limits.FILE_BYTES:
        raise UnreadableWorkbook("file_too_large", limit=limits.FILE_BYTES // limits.MEBIBYTE)
    return path.read_bytes()


def _run_child(given: IO[bytes], answer: IO[bytes]) -> None:
    command = [sys.executable, "-P", "-s", "-m", "contactdays.intake.workbook.child"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module under our own interpreter
            command,
            stdin=given,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=limits.SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableWorkbook("too_slow", limit=limits.SECONDS) from error
    if done.returncode:
        raise _failure(done.returncode)


def _environment() -> dict[str, str]:
    """Nothing of our own environment, which holds secrets, but for what an interpreter needs to start."""
    kept = {name: os.environ[name] for name in NEEDED_TO_START if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def _failure(returncode: int) -> UnreadableWorkbook:
    """Why the process ended early. Out of memory, the reading library aborts and Python exits as the child says."""
    name = signal.Signals(-returncode).name if returncode < 0 else ""
    if name in OUT_OF_TIME:
        return UnreadableWorkbook("too_slow", limit=limits.SECONDS)
    if name == "SIGXFSZ":
        return UnreadableWorkbook("too_much_text", limit=limits.OUTPUT_BYTES // limits.MEBIBYTE)
    if name == "SIGABRT" or returncode == limits.EXIT_OUT_OF_MEMORY:
        return UnreadableWorkbook("too_heavy", limit=limits.MEMORY_BYTES // limits.MEBIBYTE)
    return UnreadableWorkbook("damaged")


def _sheets(answer: IO[bytes]) -> Sheets:
    try:
        values = [json.loads(line) for line in answer]
        _raise_refusal(values)
        return Sheets(tuple(_each_sheet(values[1:])), values[0]["epoch_1904"])
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise UnreadableWorkbook("damaged") from error


def _raise_refusal(values: list[Any]) -> None:
    for value in values:
        if isinstance(value, dict) and "refused" in value:
            raise UnreadableWorkbook(value["refused"], **value["data"])


def _each_sheet(values: list[Any]) -> Iterator[Sheet]:
    heads = [index for index, value in enumerate(values) if isinstance(value, dict)]
    for start, end in zip(heads, [*heads[1:], len(values)], strict=True):
        head = values[start]
        yield Sheet(
            name=head["sheet"],
            rows={number: _cells(first, cells) for number, first, cells in values[start + 1 : end]},
            formulas=frozenset((row, column) for row, column in head["formulas"]),
            errors=frozenset((row, column) for row, column in head["errors"]),
            too_many=head["too_many"],
        )


def _cells(first: int, cells: list[Any]) -> dict[int, Cell]:
    return {column: _plain(cell) for column, cell in enumerate(cells, start=first) if cell is not None}


def _plain(cell: Any) -> Cell:
    if not isinstance(cell, list):
        return cell
    tag, text = cell
    if tag == "duration":
        return timedelta(seconds=text)
    return READ_TAGGED[tag](text)
