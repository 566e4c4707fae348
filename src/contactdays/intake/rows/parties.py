"""Rows of the sheets Organisations, Participants and Availability."""

from dataclasses import dataclass
from datetime import date, time

from contactdays.core.text import Text
from contactdays.intake.countries import COUNTRIES
from contactdays.intake.rows.row import Row
from contactdays.people.enums import AvailabilityKind, HomeRegion, OrganisationKind


@dataclass(frozen=True, slots=True)
class Party:
    """A post or an organisation, by code: exactly one of the two is filled."""

    post: str = ""
    organisation: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What the party is found by: codes are compared without regard to case."""
        return ("post", self.post.casefold()) if self.post else ("organisation", self.organisation.casefold())

    @property
    def code(self) -> str:
        return self.post or self.organisation


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    row: int
    code: str
    name: str
    names: Text
    kind: str
    sector: str
    region: str
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    row: int
    person: str
    party: Party
    function: Text
    spokesperson: bool
    listed: bool


@dataclass(frozen=True, slots=True)
class AvailabilityRow:
    """Of a party or, when ``party`` is None, of ``person``. Without times: from midnight, to midnight."""

    row: int
    party: Party | None
    person: str
    day: date
    start: time | None
    end: time | None
    kind: str
    reason: str


def read_organisation(row: Row) -> OrganisationRow | None:
    found = OrganisationRow(
        row=row.number,
        code=row.code(),
        name=row.line("name", 300),
        names=row.texts("name", 300),
        kind=row.choice("kind", OrganisationKind),
        sector=row.line("sector"),
        region=row.choice("region", HomeRegion),
        countries=tuple(word.upper() for word in row.several("countries", also=",")),
    )
    for country in found.countries:
        if country not in COUNTRIES:
            row.fault("bad_country", "countries", value=country)
    return found if row.sound else None


def read_party(row: Row, post: str, organisation: str) -> Party:
    """The party in the two columns ``post`` and ``organisation``, of which exactly one must be filled."""
    found = Party(row.code(post), row.code(organisation))
    if row.given(post) == row.given(organisation):
        row.fault("exactly_one", post, columns=f"{row.table.heading(post)}, {row.table.heading(organisation)}")
    return found


def read_participant(row: Row) -> ParticipantRow | None:
    found = ParticipantRow(
        row=row.number,
        person=row.code("person"),
        party=read_party(row, "post", "organisation"),
        function=row.texts("function"),
        spokesperson=row.yes("spokesperson"),
        listed=row.yes("listed"),
    )
    return found if row.sound else None


def read_availability(row: Row) -> AvailabilityRow | None:
    names = ("post", "organisation", "person")
    if sum(row.given(name) for name in names) != 1:
        row.fault("exactly_one", "post", columns=", ".join(row.table.heading(name) for name in names))
    party = Party(row.code("post"), row.code("organisation"))
    person, day = row.code("person"), row.day("date")
    start, end = row.clock("from"), row.clock("to")
    kind, reason = row.choice("kind", AvailabilityKind), row.line("reason", 300)
    if start is not None and end is not None and end <= start:
        row.fault("ends_before_start", "to", start=f"{start:%H:%M}", end=f"{end:%H:%M}")
    if day is None or not row.sound:
        return None
    return AvailabilityRow(row.number, None if person else party, person, day, start, end, kind, reason)
