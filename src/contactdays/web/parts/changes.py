"""What changed for a reader since they last looked, in words: old → new."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from contactdays.agendas.entries import Agenda, AgendaEntry, Change
from contactdays.agendas.formats import clock_time
from contactdays.web.parts.agenda import place_of
from contactdays.web.parts.dates import short_weekday


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One change: ``was`` is empty for what is new, ``now`` is one word for what is cancelled."""

    uid: str
    title: str
    day: date
    was: str
    now: str
    cancelled: bool = False
    moved: bool = True

    @property
    def told(self) -> str:
        """The change as one line beside the entry itself."""
        if self.cancelled:
            return self.now
        if not self.was:
            return _("New")
        return (_("Moved: was %(was)s") if self.moved else _("Changed: was %(was)s")) % {"was": self.was}


def shown_changes(changes: Iterable[Change], agenda: Agenda) -> tuple[ShownChange, ...]:
    """``changes`` in the language that is active, times by the clock of ``agenda``."""
    return tuple(shown for change in changes if (shown := _shown(change, agenda)))


def told_by_entry(changes: Iterable[ShownChange]) -> Mapping[str, str]:
    """What each entry that is still held says of its change, by uid."""
    return {change.uid: change.told for change in changes if not change.cancelled}


def _shown(change: Change, agenda: Agenda) -> ShownChange | None:
    zone = ZoneInfo(agenda.time_zone)
    if change.now is None:
        return _gone(change.was, zone) if change.was else None
    day = change.now.start.astimezone(zone).date()
    was = _aspects(change.was, change.now, agenda) if change.was else ""
    moved = change.was is None or _where(change.was) != _where(change.now)
    now = _aspects(change.now, change.was, agenda)
    return ShownChange(change.now.uid, change.now.title, day, was, now, moved=moved)


def _where(entry: AgendaEntry) -> tuple[object, ...]:
    return entry.start, entry.end, entry.begins


def _gone(was: AgendaEntry, zone: ZoneInfo) -> ShownChange:
    start = was.start.astimezone(zone)
    return ShownChange(was.uid, was.title, start.date(), clock_time(start), _("cancelled"), cancelled=True)


def _aspects(entry: AgendaEntry, other: AgendaEntry | None, agenda: Agenda) -> str:
    """What ``entry`` has otherwise than ``other``: time, place, whether one is expected; all when there is none."""
    return ", ".join(_differences(entry, other, agenda))


def _differences(entry: AgendaEntry, other: AgendaEntry | None, agenda: Agenda) -> Iterator[str]:
    zone = ZoneInfo(agenda.time_zone)
    if other is None or (entry.start, entry.end) != (other.start, other.end):
        yield _time(entry.start.astimezone(zone), entry.end.astimezone(zone), other, zone)
    if other is None or entry.begins != other.begins:
        yield place_of(entry, agenda)
    if other is not None and entry.optional != other.optional:
        yield _("optional") if entry.optional else _("you are expected")


def _time(start: datetime, end: datetime, other: AgendaEntry | None, zone: ZoneInfo) -> str:
    """The start; with the day when that differs, with the end when only that differs."""
    if other is None:
        return clock_time(start)
    there = other.start.astimezone(zone)
    if there.date() != start.date():
        return f"{short_weekday(start.date())} {start.day}, {clock_time(start)}"
    return clock_time(start) if there != start else f"{clock_time(start)}–{clock_time(end)}"
