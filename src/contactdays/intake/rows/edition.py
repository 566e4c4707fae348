"""The one row of the sheet Edition."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo, available_timezones

from contactdays.core.text import LANGUAGES, Text
from contactdays.intake.rows.row import Row

ISSUER = ("name", "street", "city", "country", "phone", "site")
LONGEST_DAYS = 31


@dataclass(frozen=True, slots=True)
class EditionRow:
    """The edition; minutes for lengths. ``issuer`` by part: name, street, city, country, phone, site."""

    row: int
    conference: str
    code: str
    title: Text
    theme: Text
    introduction: Text
    first_day: date
    last_day: date
    time_zone: str
    default_language: str
    required_languages: tuple[str, ...]
    venue: str
    meeting_length: int
    meeting_pitch: int
    change_over: int
    cap_post: int
    cap_organisation: int
    weight_mutual: int
    issuer: dict[str, str]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def holds(self, day: date) -> bool:
        """Whether ``day`` is one of the edition's."""
        return self.first_day <= day <= self.last_day


def read_edition(row: Row) -> EditionRow | None:
    first_day, last_day = row.day("first day"), row.day("last day")
    values = {
        "conference": row.code("conference"),
        "code": row.code(),
        "title": row.texts("title"),
        "theme": row.texts("theme", 300),
        "introduction": row.texts("introduction", 10_000, several_lines=True),
        "time_zone": _zone(row),
        "default_language": row.choice("default language", LANGUAGES),
        "required_languages": _required_languages(row),
        "venue": row.code("venue"),
        "meeting_length": row.number_in("meeting length", 5, 240, 15),
        "meeting_pitch": row.number_in("meeting pitch", 5, 480, 20),
        "change_over": row.number_in("change-over", 0, 120, 5),
        "cap_post": row.number_in("cap post", 0, 500, 10),
        "cap_organisation": row.number_in("cap organisation", 0, 500, 5),
        "weight_mutual": row.number_in("weight mutual", 0, 100, 3),
        "issuer": {part: row.line(f"issuer {part}", 40 if part == "phone" else 200) for part in ISSUER},
    }
    if first_day is None or last_day is None or not row.sound:
        return None
    found = EditionRow(row=row.number, first_day=first_day, last_day=last_day, **values)  # type: ignore[arg-type]
    _check(found, row)
    return found if row.sound else None


def _zone(row: Row) -> str:
    name = row.line("time zone")
    if name and name not in available_timezones():
        row.fault("bad_time_zone", "time zone", value=name)
    return name


def _required_languages(row: Row) -> tuple[str, ...]:
    found = row.languages("required languages")
    for language in found:
        if language not in LANGUAGES:
            row.fault("bad_language", "required languages", value=language)
    return found


def _check(edition: EditionRow, row: Row) -> None:
    if edition.code != edition.code.lower() or not set(edition.code) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"):
        row.fault("bad_address", "code", value=edition.code)
    if edition.last_day < edition.first_day:
        row.fault("ends_before_start", "last day", start=edition.first_day, end=edition.last_day)
    elif (edition.last_day - edition.first_day).days >= LONGEST_DAYS:
        row.fault("edition_too_long", "last day", limit=LONGEST_DAYS)
    if edition.meeting_pitch < edition.meeting_length:
        row.fault("pitch_too_short", "meeting pitch", pitch=edition.meeting_pitch, length=edition.meeting_length)
    if edition.default_language not in edition.required_languages:
        row.fault("default_not_required", "default language", value=edition.default_language)
    require_languages(row, "title", edition.title, edition.required_languages)
    for stem, text in (("theme", edition.theme), ("introduction", edition.introduction)):
        if text:
            require_languages(row, stem, text, edition.required_languages)


def require_languages(row: Row, stem: str, text: Text, required: tuple[str, ...]) -> None:
    """Report each required language in which ``text`` is missing."""
    for language in text.missing(required):
        row.fault("language_missing", f"{stem} {language}", language=language)
