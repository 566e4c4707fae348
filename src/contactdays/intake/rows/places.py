"""Rows of the sheets Venues, Travel, Rooms and Windows."""

from dataclasses import dataclass
from datetime import date, time

from contactdays.core.text import Text
from contactdays.editions.enums import RoomKind
from contactdays.intake.rows.row import Row


@dataclass(frozen=True, slots=True)
class VenueRow:
    row: int
    code: str
    name: str
    names: Text
    address: str


@dataclass(frozen=True, slots=True)
class TravelRow:
    """From one venue's code to another's, in minutes."""

    row: int
    origin: str
    destination: str
    minutes: int


@dataclass(frozen=True, slots=True)
class RoomRow:
    """``part_of`` is the code of the room a table stands in, empty for anything else."""

    row: int
    code: str
    name: str
    names: Text
    venue: str
    kind: str
    capacity: int
    assumed: bool
    part_of: str
    bilaterals: bool
    booths: int


@dataclass(frozen=True, slots=True)
class WindowRow:
    """When bilaterals may be held, in the edition's local time."""

    row: int
    day: date
    start: time
    end: time


def read_venue(row: Row) -> VenueRow | None:
    found = VenueRow(row.number, row.code(), row.line("name"), row.texts("name"), row.line("address", 300))
    return found if row.sound else None


def read_travel(row: Row) -> TravelRow | None:
    found = TravelRow(row.number, row.code("from"), row.code("to"), row.number_in("minutes", 0, 24 * 60))
    if row.sound and found.origin.casefold() == found.destination.casefold():
        row.fault("same_venue", "to", value=found.destination)
    return found if row.sound else None


def read_room(row: Row) -> RoomRow | None:
    found = RoomRow(
        row=row.number,
        code=row.code(),
        name=row.line("name"),
        names=row.texts("name"),
        venue=row.code("venue"),
        kind=row.choice("kind", RoomKind),
        capacity=row.number_in("capacity", 1, 100_000),
        assumed=row.yes("assumed"),
        part_of=row.code("part of"),
        bilaterals=row.yes("bilaterals"),
        booths=row.number_in("booths", 0, 100),
    )
    if row.sound and found.kind == RoomKind.TABLE and not found.part_of:
        row.fault("table_without_room", "part of")
    if row.sound and found.bilaterals and found.capacity < 2:
        row.fault("place_too_small", "capacity", capacity=found.capacity)
    return found if row.sound else None


def read_window(row: Row) -> WindowRow | None:
    day, start, end = row.day("date"), row.clock("from"), row.clock("to")
    if day is None or start is None or end is None:
        return None
    if end <= start:
        row.fault("ends_before_start", "to", start=f"{start:%H:%M}", end=f"{end:%H:%M}")
    return WindowRow(row.number, day, start, end) if row.sound else None
