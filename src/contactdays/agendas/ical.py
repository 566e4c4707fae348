"""An agenda as iCalendar (RFC 5545, 7986): a feed to subscribe to, the same bytes for the same plan.

The calendar has no METHOD: it is a feed, and iTIP's PUBLISH (RFC 5546) would demand an organizer with an address.
"""

import hmac
from collections.abc import Iterator
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import override
from icalendar import Calendar, Event, vDuration, vText

from contactdays.agendas import labels
from contactdays.agendas.entries import Agenda, AgendaEntry, EntryKind
from contactdays.agendas.lines import one_line
from contactdays.agendas.vtimezone import vtimezone

PRODUCT = "-//Contactdays//Agendas 1//EN"
REFRESH = timedelta(minutes=30)


def to_ical(agenda: Agenda, *, busy_only: bool = False, uid_key: bytes = b"") -> bytes:
    """``agenda`` as an iCalendar file in its language, in UTF-8 with lines of at most 75 octets.

    With ``busy_only`` it tells when the person is taken and nothing else: no name, title, place or kind, and UIDs
    from which, without the secret ``uid_key``, the activity cannot be guessed.
    """
    with override(agenda.language):
        calendar = _calendar(labels.busy_label() if busy_only else _name(agenda), agenda.time_zone)
        calendar.add_component(vtimezone(agenda.time_zone, *_years(agenda)))
        for entry in agenda.entries:
            event = _event(entry, agenda)
            _add_busy(event, entry, uid_key) if busy_only else _add_contents(event, entry, agenda.language)
            calendar.add_component(event)
    return calendar.to_ical(sorted=False)


def _calendar(name: str, time_zone: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", vText(time_zone))
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    return calendar


def _name(agenda: Agenda) -> str:
    return _line(f"{agenda.edition} · {agenda.name}")


def _years(agenda: Agenda) -> tuple[int, int]:
    years = [moment.year for entry in agenda.entries for moment in (entry.start, entry.end)]
    return min(years, default=agenda.published.year), max(years, default=agenda.published.year)


def _event(entry: AgendaEntry, agenda: Agenda) -> Event:
    """When, in which version, and whether it is held: what every feed says."""
    zone, event = ZoneInfo(agenda.time_zone), Event()
    event.add("dtstamp", agenda.published.astimezone(UTC))
    event.add("dtstart", entry.start.astimezone(zone))
    event.add("dtend", entry.end.astimezone(zone))
    event.add("sequence", entry.sequence)
    event.add("status", _status(entry))
    event.add("transp", "TRANSPARENT" if entry.cancelled or entry.optional else "OPAQUE")
    return event


def _status(entry: AgendaEntry) -> str:
    if entry.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if entry.optional else "CONFIRMED"


def _add_busy(event: Event, entry: AgendaEntry, uid_key: bytes) -> None:
    event.add("uid", hmac.digest(uid_key, entry.uid.encode(), "sha256").hex())
    event.add("summary", labels.busy_label())


def _add_contents(event: Event, entry: AgendaEntry, language: str) -> None:
    title = _line(entry.title)
    event.add("uid", _line(entry.uid))
    event.add("summary", labels.cancelled_title(title) if entry.cancelled else title)
    event.add("categories", [labels.kind_label(entry.kind)])
    event.add("class", "PRIVATE" if entry.kind is EntryKind.PRIVATE else "PUBLIC")
    if location := _location(entry):
        event.add("location", location)
    if description := "\n".join(_description(entry, language)):
        event.add("description", description)


def _location(entry: AgendaEntry) -> str:
    """Where it is; for a transfer from where to where."""
    here = ", ".join(filter(None, map(_line, (entry.place, entry.venue))))
    return " → ".join(filter(None, (here, _line(entry.destination))))


def _description(entry: AgendaEntry, language: str) -> Iterator[str]:
    if entry.optional:
        yield labels.optional_label()
    yield from filter(None, map(_line, entry.people))
    if purpose := _line(entry.purpose):
        yield f"{labels.subject_label()} {purpose}"
    if entry.languages:
        yield labels.languages_label(entry.languages, language)


def _line(text: str) -> str:
    """``text`` on one line; icalendar takes ``\\N`` for the end of one, so an invisible joiner stands between."""
    return one_line(text).replace("\\N", "\\\u2060N")
