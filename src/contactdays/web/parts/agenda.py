"""A person's week as a page shows it: day by day, time in the margin, free time as lines of its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contactdays.agendas.entries import Agenda, AgendaEntry, EntryKind
from contactdays.agendas.formats import clock_time, end_time
from contactdays.agendas.labels import kind_label, languages_label, private_label

SHORTEST_FREE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of a day. A free stretch has ``free`` and no title.

    ``past`` is over and ``on`` goes on at the moment the page was made for; ``changed`` says what the reader has not
    seen yet; ``meeting`` is the code of a bilateral meeting, for the page about who is met.
    """

    start: str
    end: str = ""
    title: str = ""
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    purpose: str = ""
    remarks: tuple[str, ...] = ()
    optional: bool = False
    cancelled: bool = False
    free: str = ""
    past: bool = False
    on: bool = False
    changed: str = ""
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class AgendaDay:
    day: date
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """An agenda, its days with an entry, and when its plan was published (local time)."""

    agenda: Agenda
    published: datetime
    days: tuple[AgendaDay, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How an agenda is read: at the moment ``now`` (None: without regard to time), with ``changes`` not seen yet.

    ``changes`` are words, by the uid of the entry.
    """

    now: datetime | None = None
    changes: Mapping[str, str] = field(default_factory=dict)


def agenda_page(agenda: Agenda, reading: Reading | None = None) -> AgendaPage:
    """``agenda`` prepared for its page, in the language that is active, which is the agenda's own."""
    zone = ZoneInfo(agenda.time_zone)
    by_day = groupby(local_entries(agenda), key=lambda entry: entry.start.date())
    days = tuple(AgendaDay(day, _rows(list(entries), agenda, reading or Reading())) for day, entries in by_day)
    return AgendaPage(agenda, agenda.published.astimezone(zone), days)


def local_entries(agenda: Agenda) -> list[AgendaEntry]:
    """The entries of ``agenda``, their times by its own clock."""
    zone = ZoneInfo(agenda.time_zone)
    return [replace(each, start=each.start.astimezone(zone), end=each.end.astimezone(zone)) for each in agenda.entries]


def as_others_see(agenda: Agenda) -> Agenda:
    """``agenda`` for anyone but its owner: a private block is known to be there, not what it is."""
    return replace(agenda, entries=tuple(_without_contents(entry) for entry in agenda.entries))


def _without_contents(entry: AgendaEntry) -> AgendaEntry:
    if entry.kind is not EntryKind.PRIVATE:
        return entry
    title = kind_label(entry.kind)
    return replace(entry, title=title, place="", venue="", destination="", people=(), purpose="")


def _rows(entries: list[AgendaEntry], agenda: Agenda, reading: Reading) -> tuple[AgendaRow, ...]:
    timed = [(entry.start, 1, _row(entry, agenda, reading)) for entry in entries]
    timed += [(since, 0, row) for since, row in _free_rows(entry for entry in entries if not entry.cancelled)]
    return tuple(row for _start, _rank, row in sorted(timed, key=lambda each: each[:2]))


def _free_rows(entries: Iterable[AgendaEntry]) -> Iterator[tuple[datetime, AgendaRow]]:
    until: datetime | None = None
    for entry in entries:
        if until is not None and entry.start - until >= SHORTEST_FREE:
            yield until, AgendaRow(start=clock_time(until), free=free_label(entry.start - until))
        until = entry.end if until is None else max(until, entry.end)


def free_label(length: timedelta) -> str:
    """“20 minutes free”, “1 hour free”, “1 h 50 free”."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    if not hours:
        return ngettext("%(minutes)s minute free", "%(minutes)s minutes free", minutes) % {"minutes": minutes}
    if not minutes:
        return ngettext("%(hours)s hour free", "%(hours)s hours free", hours) % {"hours": hours}
    return _("%(hours)s h %(minutes)s free") % {"hours": hours, "minutes": f"{minutes:02}"}


def place_of(entry: AgendaEntry, agenda: Agenda) -> str:
    """“Table 14”, “Hall, Castle”: the week's own building goes without saying."""
    return ", ".join(filter(None, (entry.place, entry.venue if entry.venue != agenda.venue else "")))


def _row(entry: AgendaEntry, agenda: Agenda, reading: Reading) -> AgendaRow:
    now = reading.now
    return AgendaRow(
        start=clock_time(entry.start),
        end=end_time(entry.start, entry.end),
        title=entry.title,
        places=tuple(filter(None, (place_of(entry, agenda), entry.destination))),
        people=entry.people,
        purpose=entry.purpose,
        remarks=tuple(_remarks(entry, agenda.language)),
        optional=entry.optional,
        cancelled=entry.cancelled,
        past=now is not None and entry.end <= now,
        on=now is not None and entry.start <= now < entry.end and not entry.cancelled,
        changed=reading.changes.get(entry.uid, ""),
        meeting=entry.code if entry.kind is EntryKind.BILATERAL and not entry.cancelled else "",
    )


def _remarks(entry: AgendaEntry, language: str) -> Iterator[str]:
    if entry.title != kind_label(entry.kind):
        yield kind_label(entry.kind)
    if entry.kind is EntryKind.PRIVATE:
        yield private_label()
    if entry.languages:
        yield languages_label(entry.languages, language)
