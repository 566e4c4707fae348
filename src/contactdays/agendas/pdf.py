"""An agenda on paper: A4, day by day, accessible, the same bytes for the same plan."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import override

from contactdays.agendas import labels
from contactdays.agendas.entries import Agenda, AgendaEntry, EntryKind
from contactdays.agendas.formats import clock_time, end_time, heading_date
from contactdays.agendas.lines import one_line
from contactdays.typesetting.compiler import Typeset, compile_pdf
from contactdays.typesetting.texts import SetText, set_text

TEMPLATE = Path(__file__).with_name("agenda.typ")
LONG_ENTRY = 1200  # letters; a longer entry may continue on the next page
LINES_AT_LEAST, LETTERS_A_LINE = 2, 30  # of an entry, so that Chinese fits too
SHORT_DAY = 40  # lines that surely fit a page


def to_pdf(agenda: Agenda) -> Typeset:
    """``agenda`` as a tagged PDF in its language; characters without a glyph are named in ``missing``."""
    with override(agenda.language):
        values = agenda_values(agenda)
    return compile_pdf(TEMPLATE, values, language=agenda.language, timestamp=agenda.published)


def agenda_values(agenda: Agenda) -> dict[str, Any]:
    """What ``agenda.typ`` is given: every word in its place, in the language Django has active."""
    name = one_line(agenda.name)
    return {
        "title": f"{labels.agenda_title(name)} · {one_line(agenda.edition)}",
        "name": set_text(name),
        "original": _original_name(agenda),
        "role": _set(agenda.role),
        "edition": set_text(one_line(agenda.edition)),
        "dates": one_line(agenda.dates),
        "venue": _set(agenda.venue),
        "plan": labels.plan_label(agenda.plan_number),
        "imprint": _imprint(agenda),
        "nothing": labels.empty_label(),
        "days": [_day(day, list(entries), agenda) for day, entries in _by_day(agenda)],
    }


def _imprint(agenda: Agenda) -> str:
    published = agenda.published.astimezone(ZoneInfo(agenda.time_zone))
    return " · ".join(
        (
            labels.plan_label(agenda.plan_number),
            labels.published_label(published, agenda.language),
            labels.zone_label(agenda.time_zone, agenda.language),
        )
    )


def _original_name(agenda: Agenda) -> dict[str, Any] | None:
    if not (name := one_line(agenda.original_name)):
        return None
    code = agenda.original_language.split("-")[0].lower()
    is_code = code.isascii() and code.isalpha() and len(code) in {2, 3}
    return {"text": set_text(name), "language": code if is_code else None}


def _by_day(agenda: Agenda) -> Iterator[tuple[date, Iterator[AgendaEntry]]]:
    zone = ZoneInfo(agenda.time_zone)
    return groupby(agenda.entries, key=lambda entry: entry.start.astimezone(zone).date())


def _day(day: date, entries: list[AgendaEntry], agenda: Agenda) -> dict[str, Any]:
    lines = sum(LINES_AT_LEAST + _length(entry) // LETTERS_A_LINE for entry in entries)
    return {
        "name": heading_date(day, agenda.language),
        "entries": [_entry(entry, agenda) for entry in entries],
        "short": lines < SHORT_DAY,
    }


def _entry(entry: AgendaEntry, agenda: Agenda) -> dict[str, Any]:
    zone = ZoneInfo(agenda.time_zone)
    start, end = entry.start.astimezone(zone), entry.end.astimezone(zone)
    people = [set_text(person) for person in map(one_line, entry.people) if person]
    purpose = _set(entry.purpose)
    return {
        "start": clock_time(start),
        "end": end_time(start, end),
        "title": set_text(one_line(entry.title)),
        "cancelled": entry.cancelled,
        "notice": labels.cancelled_label() if entry.cancelled else None,
        "optional": labels.optional_label() if entry.optional else None,
        "place": _places(entry),
        "people": people,
        "purpose": purpose and {"label": labels.subject_label(), "text": purpose},
        "remarks": list(_remarks(entry, agenda.language)),
        "long": _length(entry) > LONG_ENTRY,
    }


def _places(entry: AgendaEntry) -> list[SetText]:
    """Where it is; for a transfer from where to where."""
    here = ", ".join(filter(None, map(one_line, (entry.place, entry.venue))))
    return [set_text(place) for place in (here, one_line(entry.destination)) if place]


def _remarks(entry: AgendaEntry, language: str) -> Iterator[str]:
    if entry.kind is EntryKind.PRIVATE:
        yield labels.private_label()
    if entry.languages:
        yield labels.languages_label(entry.languages, language)


def _length(entry: AgendaEntry) -> int:
    return sum(map(len, (entry.title, entry.place, entry.venue, entry.purpose, *entry.people)))


def _set(text: str) -> SetText | None:
    words = one_line(text)
    return set_text(words) if words else None
