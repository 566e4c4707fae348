"""A parsed head, checked against the parts of a file. Everything wrong is collected; nothing is guessed."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from contactdays.press.release_file.findings import Finding
from contactdays.press.release_file.head import Head
from contactdays.press.release_file.parts import ISSUER, MOST_MEMBERS, QUOTE, RELEASE, SPOKESPERSON, TABLES, WAYS, Table
from contactdays.press.release_file.places import Path, line_of, spelled
from contactdays.press.release_file.values import Refused


class Checker:
    """Reads the parts of one head and keeps the ``findings``."""

    def __init__(self, head: Head, first_line: int) -> None:
        self._head, self._first_line = head, first_line
        self.findings = list(head.findings)

    def find(self, path: Path, code: str, **values: Any) -> None:
        """Something is wrong at ``path``."""
        line = line_of(path, self._head.lines, self._first_line)
        self.findings.append(Finding(line, spelled(path), code, values))

    def release(self) -> dict[str, Any]:
        """The simple parts, as far as they are fit."""
        return self._table((), self._head.values, RELEASE, TABLES)

    def issuer(self) -> dict[str, Any]:
        given = self._head.values.get("issuer")
        if given is None:
            self.find(("issuer",), "table_missing")
            return {}
        return self._member(("issuer",), given, ISSUER)

    def spokespersons(self) -> list[dict[str, Any]]:
        """Every spokesperson, each with a way to be reached."""
        members = self._members("spokespersons", SPOKESPERSON)
        for path, given, _ in members:
            if isinstance(given, dict) and not any(given.get(way) for way in WAYS):
                self.find(path, "no_way")
        if not self._head.values.get("spokespersons"):
            self.find(("spokespersons",), "nobody")
        return [fit for _, _, fit in members]

    def quotes(self, paragraphs: int | None) -> list[dict[str, Any]]:
        """Every quotation; one that would stand after more than ``paragraphs`` (when known) is refused."""
        members = self._members("quotes", QUOTE)
        for path, _, fit in members:
            after = fit.get("after_paragraph", 0)
            if paragraphs is not None and not 0 <= after <= paragraphs:
                self.find((*path, "after_paragraph"), "no_such_paragraph", value=after, last=paragraphs)
        return [fit for _, _, fit in members]

    def _members(self, name: str, table: Table) -> list[tuple[Path, Any, dict[str, Any]]]:
        given = self._head.values.get(name, [])
        if not isinstance(given, list):
            self.find((name,), "not_a_list", name=name)
            return []
        if len(given) > MOST_MEMBERS:
            self.find((name,), "too_many", count=len(given), limit=MOST_MEMBERS)
            return []
        paths: list[Path] = [(name, number) for number in range(1, len(given) + 1)]
        return [(path, each, self._member(path, each, table)) for path, each in zip(paths, given, strict=True)]

    def _member(self, path: Path, given: Any, table: Table) -> dict[str, Any]:
        if not isinstance(given, dict):
            self.find(path, "not_a_table", name=path[0])
            return {}
        return self._table(path, given, table)

    def _table(self, path: Path, given: Mapping[str, Any], table: Table, inner: tuple[str, ...] = ()) -> dict[str, Any]:
        for name in given:
            if name not in table.checks and name not in inner:
                self._unknown((*path, name), name, [*table.checks, *inner])
        fit = {}
        for name, check in table.checks.items():
            if name not in given or (given[name] == "" and name in table.optional):
                if name not in table.optional:
                    self.find((*path, name), "missing")
            elif (*path, name) not in self._head.aside:
                try:
                    fit[name] = check(given[name])
                except Refused as refused:
                    self.find((*path, name), refused.code, **refused.values)
        return fit

    def _unknown(self, path: Path, name: str, known: list[str]) -> None:
        if len(path) > 1 and name in RELEASE.checks:
            self.find(path, "misplaced", name=name)
        elif near := get_close_matches(name.lower(), known, n=1):
            self.find(path, "unknown_key", name=name[:40], near=near[0])
        else:
            self.find(path, "unknown_key_of", name=name[:40], known=", ".join(known))
