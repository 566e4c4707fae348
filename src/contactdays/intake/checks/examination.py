"""A workbook under examination: its rows, what was worked out of them once, and where findings go."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from contactdays.intake.audience import BadWord, Key, Place, Register, places_at, register_of
from contactdays.intake.book import Book
from contactdays.intake.findings import Findings
from contactdays.intake.members import Member, held_days, members_of
from contactdays.intake.rows.sessions import SessionRow
from contactdays.intake.ways import quickest_ways
from contactdays.programme.enums import Duty

MOST_PRESENT = 100_000
"""Delegations and people at sessions, each counted at every session: some six times those of a large week."""


@dataclass(frozen=True)
class Examination:
    """What checks are given."""

    book: Book
    findings: Findings

    def report(self, code: str, sheet: str, row: int, column: str = "", **values: object) -> None:
        """Report a finding by the published names of sheet and column."""
        table = self.book.tables[sheet]
        self.findings.add(code, table.name, row, table.heading(column) if column else "", **values)

    @cached_property
    def register(self) -> Register:
        return register_of(self.book)

    @cached_property
    def members(self) -> list[Member]:
        return members_of(self.book)

    @cached_property
    def ways(self) -> dict[tuple[str, str], int]:
        """The fewest minutes between venues."""
        known = self.book.codes.get("Venues", frozenset())
        return quickest_ways(
            row for row in self.book.travel if {row.origin.casefold(), row.destination.casefold()} <= known
        )

    @cached_property
    def held(self) -> dict[str, frozenset[date]]:
        """The days on which each post is held."""
        return held_days(self.book)

    @cached_property
    def resolved(self) -> list[tuple[SessionRow, dict[Key, Place], list[tuple[str, BadWord]]]]:
        """The sessions with their audiences and the words of these that mean nothing.

        It ends, and says so, where the people at all sessions together are more than can be checked and planned.
        """
        size = Counter(member.party.key for member in self.members)
        found, present = [], 0
        for session in self.book.sessions:
            places, bad = places_at(session, self.register)
            present += sum(1 + size[party] for party in places)
            if present > MOST_PRESENT:
                self.report("too_many_present", "Sessions", session.row, "audience", limit=MOST_PRESENT)
                break
            found.append((session, places, bad))
        return found

    @cached_property
    def attending(self) -> dict[Key, list[SessionRow]]:
        """The sessions each party must be at or speaks at, in order of time; posts only while they are held."""
        found: dict[Key, list[SessionRow]] = {}
        for session, places, _ in self.resolved:
            for party in places:
                if self.is_expected(party, session, places):
                    found.setdefault(party, []).append(session)
        return {party: sorted(sessions, key=moment) for party, sessions in found.items()}

    def is_expected(self, party: Key, session: SessionRow, places: dict[Key, Place]) -> bool:
        """Whether somebody of ``party`` must be at ``session``."""
        filled = party[0] == "organisation" or session.day in self.held.get(party[1], ())
        return filled and places[party].duty != Duty.MAY


def moment(session: SessionRow) -> tuple[object, ...]:
    """Order of time, then of the file."""
    return session.day, session.start, session.end, session.row


def overlap(one: SessionRow, other: SessionRow) -> bool:
    return one.day == other.day and one.start < other.end and other.start < one.end
