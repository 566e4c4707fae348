"""Agendas of invented people to render in tests."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from contactdays.agendas.entries import Agenda, AgendaEntry, EntryKind

PUBLISHED = datetime(2026, 2, 1, 22, 31, tzinfo=UTC)


def brussels(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 2, day, hour, minute, tzinfo=ZoneInfo("Europe/Brussels"))


def an_entry(**changes: Any) -> AgendaEntry:
    """A bilateral of a quarter of an hour on the Monday."""
    start = changes.pop("start", brussels(2, 14))
    entry = AgendaEntry(
        uid="meeting-7.nairobi@week.example",
        kind=EntryKind.BILATERAL,
        title="Scheldekade Waterbouw nv",
        start=start,
        end=changes.pop("end", start + timedelta(minutes=15)),
        place="Tafel 14",
        venue="Galerie des Marbres",
        people=("Lotte Verschaeren",),
        purpose="Havenkade Mombasa",
    )
    return replace(entry, **changes)


def an_agenda(*entries: AgendaEntry, **changes: Any) -> Agenda:
    agenda = Agenda(
        name="Hilde Vandermeersch",
        role="Ambassadeur in Nairobi",
        edition="Contactdagen 2026",
        dates="2–6 februari 2026",
        venue="Egmontpaleis",
        plan_number=16,
        published=PUBLISHED,
        time_zone="Europe/Brussels",
        language="nl",
        entries=entries,
    )
    return replace(agenda, **changes)


def a_full_week() -> tuple[AgendaEntry, ...]:
    """Five entries a day for five days, one cancelled, one optional, one private, one ending after midnight."""
    hours = ((9, 45), (10, 20), (11, 15), (14, 15), (16, 50))
    entries = [
        an_entry(uid=f"{day}-{hour}", start=brussels(day, hour), end=brussels(day, hour, minutes))
        for day in range(2, 7)
        for hour, minutes in hours
    ]
    entries[3] = replace(entries[3], cancelled=True)
    entries[4] = replace(entries[4], optional=True, kind=EntryKind.RECEPTION, end=brussels(3, 0, 30))
    entries[7] = replace(entries[7], kind=EntryKind.PRIVATE, title="Tandarts", people=(), purpose="", place="")
    return tuple(entries)
