"""Rows of the sheet Sessions."""

from dataclasses import dataclass
from datetime import date, time

from contactdays.core.text import Text
from contactdays.intake.rows.row import Row
from contactdays.programme.enums import Marking, PressAccess, SessionKind

LONGEST_SHORT_TITLE = 24


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session in the edition's local time. ``audience``, ``optional`` and ``speakers`` are words still to resolve."""

    row: int
    code: str
    kind: str
    title: Text
    short_title: Text
    day: date
    start: time
    end: time
    room: str
    destination: str
    audience: tuple[str, ...]
    optional: tuple[str, ...]
    speakers: tuple[str, ...]
    languages: tuple[str, ...]
    marking: str
    press: str

    @property
    def minutes(self) -> int:
        """The length."""
        return (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute


def read_session(row: Row) -> SessionRow | None:
    code, kind = row.code(), row.choice("kind", SessionKind)
    day, start, end = row.day("date"), row.clock("from"), row.clock("to")
    texts = row.texts("title"), row.texts("short title", LONGEST_SHORT_TITLE)
    places = row.code("room"), row.code("destination")
    audience, optional = row.several("audience", also=","), row.several("optional audience", also=",")
    speakers = row.several("speakers", also=",")
    languages = row.languages("languages")
    marking = row.choice("marking", Marking, Marking.PARTICIPANTS)
    press = row.choice("press", PressAccess, PressAccess.CLOSED)
    if start is not None and end is not None and end <= start:
        row.fault("ends_before_start", "to", start=f"{start:%H:%M}", end=f"{end:%H:%M}")
    if kind == SessionKind.TRANSFER and not row.given("destination"):
        row.fault("destination_missing", "destination")
    if day is None or start is None or end is None or not row.sound:
        return None
    return SessionRow(
        row.number,
        code,
        kind,
        *texts,
        day,
        start,
        end,
        *places,
        audience,
        optional,
        speakers,
        languages,
        marking,
        press,
    )
