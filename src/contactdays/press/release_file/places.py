"""Where each key of the head stands. ``tomllib`` knows values only, so the lines are read once more."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[str | int, ...]
MOST_DOTS, LONGEST_SHOWN = 8, 40

_SKIPPED = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_STRING = (
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
_HEADER = re.compile(rf"(\[\[?)((?:{_STRING}|[^\]\"'\n])*)\]\]?", re.DOTALL)
_KEY = re.compile(rf"((?:{_STRING}|[^=\"'\n#])+)=[ \t]*", re.DOTALL)
_VALUE_PART = re.compile(rf"{_STRING}|#[^\n]*|[\[{{]|[\]}}]|\n|[^\"'#\[\]{{}}\n]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """``path`` stands in ``line``, its value from ``start`` to ``end`` of the head; a header of a table has none.

    A ``deep`` one has more parts than any release needs; reading very many takes memory without end.
    """

    path: Path
    line: int
    start: int = 0
    end: int = 0
    deep: bool = False


def places(head: str, first_line: int) -> Iterator[Place]:
    """The keys and tables of ``head``, whose first line is ``first_line`` of its file, until one cannot be read."""
    at, line, table, counted = 0, first_line, (), Counter()  # type: tuple[int, int, Path, Counter[Path]]
    while (here := _end(_SKIPPED, head, at)) < len(head):
        line += head.count("\n", at, here)
        at = here
        header = _HEADER.match(head, at) if head[at] == "[" else None
        if header:
            table = _path(header[2])
            if header[1] == "[[":
                counted[table] += 1
                table = (*table, counted[table])
            yield Place(table, line, deep=_is_deep(header[2]))
            at += len(header[0])
            continue
        key = _KEY.match(head, at)
        if key is None:
            return
        end = _end_of_value(head, key.end())
        yield Place((*table, *_path(key[1])), line, key.end(), end, _is_deep(key[1]))
        line += head.count("\n", at, end)
        at = end


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _is_deep(key: str) -> bool:
    return key.count(".") > MOST_DOTS


def _path(key: str) -> Path:
    """The parts of a dotted key, as TOML itself reads them; a key that is none, or a deep one, stands for itself."""
    if _is_deep(key):
        return (key[:LONGEST_SHOWN],)
    try:
        value = tomllib.loads(f"{key.strip()} = 0")
    except tomllib.TOMLDecodeError:
        return (key.strip()[:LONGEST_SHOWN],)
    path: list[str | int] = []
    while isinstance(value, dict):
        ((name, value),) = value.items()
        path.append(name)
    return tuple(path)


def _end_of_value(head: str, at: int) -> int:
    """Where the value that begins ``at`` ends: with its line, unless a bracket is open."""
    depth = 0
    while at < len(head) and (part := _VALUE_PART.match(head, at)):
        if part[0] == "\n" and depth <= 0:
            return at
        depth += (part[0] in "[{") - (part[0] in "]}")
        at = part.end()
    return at


def line_of(path: Path, known: dict[Path, int], otherwise: int) -> int:
    """The line of ``path``, or of the nearest part that it stands in."""
    while path and path not in known:
        path = path[:-1]
    return known.get(path, otherwise)


def spelled(path: Path) -> str:
    """``quotes[2].text``: the members of a list are counted from 1."""
    words = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return words.removeprefix(".")
