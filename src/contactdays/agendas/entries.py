"""One person's week as plain values: what every renderer of an agenda is given."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry is; its label in the reader's language stands in ``agendas.labels``."""

    PLENARY = "plenary"
    MINISTERIAL = "ministerial"
    ROUND_TABLE = "round-table"
    RECEPTION = "reception"
    VISIT = "visit"
    TRANSFER = "transfer"
    BREAK = "break"
    PRESS_POINT = "press-point"
    BILATERAL = "bilateral"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one stands, by the codes of room and venue; both empty for a place nobody gave."""

    room: str = ""
    venue: str = ""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One thing a person has, in the reader's language.

    ``code`` is that of the session or meeting; ``begins`` and ``ends`` are where it begins and ends. ``uid`` is
    stable for the activity and the person over all plans. ``start`` and ``end`` are aware. ``sequence`` rises by
    one with each published plan in which the entry changed. ``cancelled`` entries were published once and are no
    longer held. ``optional`` entries the person may, but need not, attend.
    """

    uid: str
    kind: EntryKind
    title: str
    start: datetime
    end: datetime
    place: str = ""
    venue: str = ""
    destination: str = ""
    people: tuple[str, ...] = ()
    purpose: str = ""
    languages: tuple[str, ...] = ()
    optional: bool = False
    cancelled: bool = False
    sequence: int = 0
    code: str = ""
    begins: Spot = Spot()
    ends: Spot = Spot()


@dataclass(frozen=True, slots=True)
class Change:
    """One activity that stands differently for a person in two plans; None where it did not, or no longer, stand."""

    was: AgendaEntry | None
    now: AgendaEntry | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """One participant's published week.

    ``time_zone`` is an IANA name, ``language`` one of nl, fr, de, en; ``published`` is aware and the only time
    that enters a rendered file, so that the same plan gives the same bytes. Entries come in time order.
    """

    name: str
    role: str
    edition: str
    dates: str
    venue: str
    plan_number: int
    published: datetime
    time_zone: str
    language: str
    entries: Sequence[AgendaEntry] = field(default_factory=tuple)
    original_name: str = ""
    original_language: str = ""
