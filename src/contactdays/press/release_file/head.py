"""The head of a file, parsed as TOML."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from contactdays.press.release_file.findings import MOST, Finding
from contactdays.press.release_file.places import Path, Place, places, spelled

LONGEST = 100_000
_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_LIKE_A_DATE = re.compile(r"\d{4}-\d+-\d")
_PUT_ASIDE = '"put aside"'


@dataclass(frozen=True, slots=True)
class Head:
    """``values`` as TOML; ``lines`` by path. ``aside`` are paths whose value is refused already in ``findings``."""

    values: dict[str, Any]
    lines: dict[Path, int]
    findings: tuple[Finding, ...]
    aside: frozenset[Path]
    readable: bool = True


def parse(head: str, first_line: int) -> Head:
    """Parse ``head``. A date that is none is put aside and the rest is read; other faults of syntax end the reading."""
    found: list[Finding] = []
    aside: set[Path] = set()
    while True:
        known = list(places(head, first_line))
        if deep := next((place for place in known if place.deep), None):
            return Head({}, {}, (*found, Finding(deep.line, "", "too_deep")), frozenset(aside), readable=False)
        try:
            values = tomllib.loads(head)
        except (ValueError, RecursionError) as error:
            place = _impossible_date(error, known, head, first_line)
            if place is None or len(found) >= MOST:
                return Head({}, {}, (*found, _fault(error, known, head, first_line)), frozenset(aside), readable=False)
            given = head[place.start : place.end].strip()
            found.append(Finding(place.line, spelled(place.path), "no_such_date", {"value": given}))
            aside.add(place.path)
            head = head[: place.start] + _PUT_ASIDE + head[place.end :]
            continue
        return Head(values, _lines(known), tuple(found), frozenset(aside))


def _lines(known: list[Place]) -> dict[Path, int]:
    """The line of each path; a list stands where its first member does."""
    lines: dict[Path, int] = {}
    for place in known:
        lines.setdefault(place.path, place.line)
        if place.path and isinstance(place.path[-1], int):
            lines.setdefault(place.path[:-1], place.line)
    return lines


def _impossible_date(error: Exception, known: list[Place], head: str, first_line: int) -> Place | None:
    """The key in the line of ``error`` whose value looks like a date, and so is the fault; or none."""
    line = _line(error, head, first_line)
    dates = (place for place in known if place.line == line and _LIKE_A_DATE.match(head, place.start, place.end))
    return next(dates, None)


def _fault(error: Exception, known: list[Place], head: str, first_line: int) -> Finding:
    seen: dict[Path, int] = {}
    for place in known:
        if place.path in seen:
            return Finding(place.line, spelled(place.path), "key_twice", {"first": seen[place.path]})
        seen[place.path] = place.line
    if isinstance(error, RecursionError):
        return Finding(first_line, "", "too_deep")
    reason = _WHERE.sub("", str(error)) if isinstance(error, tomllib.TOMLDecodeError) else "Invalid number"
    return Finding(_line(error, head, first_line), "", "syntax", {"reason": reason})


def _line(error: Exception, head: str, first_line: int) -> int:
    where = _WHERE.search(str(error))
    if where is None:
        return first_line
    return first_line + (int(where[1]) - 1 if where[1] else head.rstrip("\n").count("\n"))
