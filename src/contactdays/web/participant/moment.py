"""What a person has now and next, how long the way is, and when to leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from contactdays.agendas.entries import Agenda, AgendaEntry, Spot
from contactdays.agendas.formats import clock_time, end_time
from contactdays.editions.models import Edition
from contactdays.editions.queries import minutes_between_venues
from contactdays.web.parts.agenda import free_label, local_entries, place_of


class Phase(Enum):
    """Where the moment lies beside the days of the edition."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Running:
    """What goes on: until when, and how many whole minutes are left, the last one counted as one."""

    title: str
    place: str
    until: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Way:
    """From where one is then to what comes next; ``late`` when the time to leave is past."""

    minutes: int
    leave: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What comes next. ``day`` is None for today; ``way`` None where it is not known."""

    title: str
    start: str
    place: str
    day: date | None = None
    optional: bool = False
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a week by its own clock. ``free`` says how long nothing is on, today, until the next entry."""

    now: datetime
    phase: Phase
    days_to_go: int = 0
    running: tuple[Running, ...] = ()
    free: str = ""
    upcoming: Upcoming | None = None
    held: int = 0


@dataclass(frozen=True, slots=True)
class Ways:
    """How many minutes lie between two places: ``change_over`` within a venue, else the way between venues."""

    change_over: int
    between_venues: Mapping[tuple[str, str], int]

    def minutes(self, origin: Spot, destination: Spot) -> int | None:
        """0 in the same room; None for a way nobody measured, or a place nobody gave."""
        if not origin.venue or not destination.venue:
            return None
        if origin.venue != destination.venue:
            return self.between_venues.get((origin.venue, destination.venue))
        return 0 if origin.room == destination.room else self.change_over


def ways_of(edition: Edition) -> Ways:
    return Ways(edition.change_over, minutes_between_venues(edition))


def moment_of(agenda: Agenda, edition: Edition, now: datetime, ways: Ways) -> Moment:
    """The moment ``now`` (aware) in the week of ``agenda``."""
    here = now.astimezone(edition.zone)
    entries = [entry for entry in local_entries(agenda) if not entry.cancelled]
    later = next((entry for entry in entries if entry.start > here), None)
    phase = _phase(edition, here.date())
    running = tuple(_running(each, agenda, here) for each in entries if each.start <= here < each.end)
    today = later is not None and later.start.date() == here.date()
    return Moment(
        now=here,
        phase=phase,
        days_to_go=max(0, (edition.first_day - here.date()).days),
        running=running if phase is Phase.DURING else (),
        free=free_label(_until(later, here)) if later and today and not running else "",
        upcoming=_upcoming(later, entries, agenda, here, ways) if later else None,
        held=sum(entry.end <= here for entry in entries),
    )


def _phase(edition: Edition, day: date) -> Phase:
    if day < edition.first_day:
        return Phase.BEFORE
    return Phase.DURING if day <= edition.last_day else Phase.AFTER


def _until(entry: AgendaEntry, now: datetime) -> timedelta:
    """Time to its start, in whole minutes, the last one counted as one."""
    return timedelta(minutes=_minutes(entry.start - now))


def _minutes(length: timedelta) -> int:
    return -int(-length.total_seconds() // 60)


def _running(entry: AgendaEntry, agenda: Agenda, now: datetime) -> Running:
    until = end_time(entry.start, entry.end)
    return Running(entry.title, place_of(entry, agenda), until, _minutes(entry.end - now))


def _upcoming(
    entry: AgendaEntry, entries: Sequence[AgendaEntry], agenda: Agenda, now: datetime, ways: Ways
) -> Upcoming:
    today = entry.start.date() == now.date()
    return Upcoming(
        title=entry.title,
        start=clock_time(entry.start),
        place=place_of(entry, agenda),
        day=None if today else entry.start.date(),
        optional=entry.optional,
        way=_way(entry, entries, now, ways) if today else None,
    )


def _way(entry: AgendaEntry, entries: Sequence[AgendaEntry], now: datetime, ways: Ways) -> Way | None:
    """From where the last thing before ``entry`` on the same day ends."""
    before = [each for each in entries if each.end <= entry.start and each.end.date() == entry.start.date()]
    if not before:
        return None
    minutes = ways.minutes(max(before, key=lambda each: each.end).ends, entry.begins)
    if minutes is None:
        return None
    leave = entry.start - timedelta(minutes=minutes)
    return Way(minutes, clock_time(leave), late=leave < now)
