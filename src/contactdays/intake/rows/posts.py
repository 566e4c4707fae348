"""Rows of the sheets Posts, People and Incumbencies."""

from dataclasses import dataclass
from datetime import date

from contactdays.core.text import LANGUAGES, Text
from contactdays.intake.rows.row import Row
from contactdays.people.enums import Gender, IncumbencyRole, PostKind, WorldRegion


@dataclass(frozen=True, slots=True)
class PostRow:
    row: int
    code: str
    kind: str
    city: str
    city_names: Text
    country: str
    region: str
    accredited_to: tuple[str, ...]
    opens: date | None
    closes: date | None
    note: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    row: int
    code: str
    given_name: str
    family_name: str
    original_name: str
    original_language: str
    gender: str
    language: str
    email: str


@dataclass(frozen=True, slots=True)
class IncumbencyRow:
    """Post and person by code; both days included, open while ``ends`` is None."""

    row: int
    post: str
    person: str
    role: str
    begins: date
    ends: date | None

    def covers(self, day: date) -> bool:
        """Whether the post is held on ``day``; a designate does not hold it yet."""
        return self.role != IncumbencyRole.DESIGNATE and self.begins <= day and (self.ends is None or day <= self.ends)

    def overlaps(self, other: "IncumbencyRow") -> bool:
        """Whether the two have a day in common."""
        return (self.ends is None or other.begins <= self.ends) and (other.ends is None or self.begins <= other.ends)


def read_post(row: Row) -> PostRow | None:
    found = PostRow(
        row=row.number,
        code=row.code(),
        kind=row.choice("kind", PostKind),
        city=row.line("city"),
        city_names=row.texts("city"),
        country=row.country("country"),
        region=row.choice("region", WorldRegion),
        accredited_to=tuple(_country_or_body(word) for word in row.several("accredited to")),
        opens=row.day("opens"),
        closes=row.day("closes"),
        note=row.paragraphs("note"),
    )
    if found.opens and found.closes and found.closes < found.opens:
        row.fault("ends_before_start", "closes", start=found.opens, end=found.closes)
    return found if row.sound else None


def _country_or_body(word: str) -> str:
    return word.upper() if len(word) == 2 else word


def read_person(row: Row) -> PersonRow | None:
    found = PersonRow(
        row=row.number,
        code=row.code(),
        given_name=row.line("given name", 300),
        family_name=row.line("family name", 300),
        original_name=row.line("original name", 300),
        original_language=row.line("original language", 12),
        gender=row.choice("gender", Gender),
        language=row.choice("language", LANGUAGES),
        email=row.email("email"),
    )
    return found if row.sound else None


def read_incumbency(row: Row) -> IncumbencyRow | None:
    begins = row.day("from")
    post, person = row.code("post"), row.code("person")
    role, ends = row.choice("role", IncumbencyRole), row.day("until")
    if begins is not None and ends is not None and ends < begins:
        row.fault("ends_before_start", "until", start=begins, end=ends)
    if begins is None or not row.sound:
        return None
    return IncumbencyRow(row.number, post, person, role, begins, ends)
