"""Samples of a person's agenda: entries in every state, the moment, the week at a glance, changes old → new."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from contactdays.agendas.entries import Agenda, AgendaEntry, Change, EntryKind, Spot
from contactdays.agendas.models import Seen
from contactdays.editions.models import Edition
from contactdays.web.participant.glance import glance_at
from contactdays.web.participant.moment import Ways, moment_of
from contactdays.web.parts.agenda import Reading, agenda_page
from contactdays.web.parts.changes import shown_changes, told_by_entry
from contactdays.web.parts.requests import EditionRequest

_NOW = time(10, 45)
_COMPANIES = {"people": ("Lotte Verschaeren, export director",), "purpose": "Extension of a quay"}
_ENTRIES: tuple[tuple[str, EntryKind, str, time, time, str, dict[str, Any]], ...] = (
    ("past", EntryKind.PLENARY, "Opening", time(9), time(9, 45), "Galerie", {}),
    ("on", EntryKind.BILATERAL, "Scheldekade Waterbouw nv", time(10, 40), time(11), "Table 14", _COMPANIES),
    ("next", EntryKind.BILATERAL, "Moreau & Fils", time(11, 20), time(11, 40), "Table 21", {}),
    ("optional", EntryKind.ROUND_TABLE, "Handel und Zölle", time(12), time(12, 50), "Arenberg", {"optional": True}),
    ("gone", EntryKind.BILATERAL, "شركة أطلس للطاقة المتجددة", time(14), time(14, 20), "Table 9", {"cancelled": True}),
    ("private", EntryKind.PRIVATE, "Dentist", time(15), time(16), "", {}),
    ("way", EntryKind.TRANSFER, "To the port", time(16, 30), time(17, 10), "Court", {"destination": "Port House"}),
)


def agenda_samples(request: EditionRequest) -> dict[str, Any]:
    """What the participant's templates are given, of an invented person on the first day of the edition."""
    edition, agenda = request.edition, _agenda(request)
    now = datetime.combine(edition.first_day, _NOW, tzinfo=edition.zone)
    changes = shown_changes(_changes(agenda), agenda)
    return {
        "shown": agenda_page(agenda, Reading(now, told_by_entry(changes))),
        "moment": moment_of(agenda, edition, now, Ways(4, {})),
        "glance": glance_at(agenda, now),
        "changes": changes,
        "seen": Seen(plan_number=15, at=now - timedelta(days=1)),
        "seen_at": now - timedelta(days=1),
    }


def _agenda(request: EditionRequest) -> Agenda:
    edition = request.edition
    return Agenda(
        name="Hilde Vandermeersch",
        role="",
        edition="",
        dates="",
        venue="",
        plan_number=16,
        published=datetime.combine(edition.first_day, time(8), tzinfo=edition.zone),
        time_zone=edition.time_zone,
        language=request.language,
        entries=tuple(_entries(edition)),
    )


def _entries(edition: Edition) -> Iterable[AgendaEntry]:
    for code, kind, title, start, end, place, more in _ENTRIES:
        yield AgendaEntry(
            uid=code,
            kind=kind,
            title=title,
            start=datetime.combine(edition.first_day, start, tzinfo=edition.zone),
            end=datetime.combine(edition.first_day, end, tzinfo=edition.zone),
            place=place,
            begins=Spot(place, "palace"),
            ends=Spot(place, "palace"),
            **more,
        )


def _changes(agenda: Agenda) -> Iterable[Change]:
    by_uid = {entry.uid: entry for entry in agenda.entries}
    moved, gone = by_uid["next"], by_uid["gone"]
    before = AgendaEntry(moved.uid, moved.kind, moved.title, moved.start + timedelta(hours=5), moved.end, "Table 9")
    return Change(before, moved), Change(None, by_uid["optional"]), Change(gone, None)
