"""What everyone may read of the current plan: its public sessions, and when what is on changes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

from contactdays.core.models import in_language
from contactdays.editions.models import Edition
from contactdays.planning.models import Placement
from contactdays.planning.moments import midnight
from contactdays.planning.queries import current_plan
from contactdays.programme.enums import Marking

_COLUMNS = (
    "session__code",
    "session__kind",
    "session__title",
    "start",
    "end",
    "room__name",
    "room__names",
    "room__venue__name",
    "room__venue__names",
    "room__venue__address",
    "session__press",
    "session__languages",
)
_STATE = """
SELECT edition.id, current.plan_id, (
    SELECT CAST(SUM(latest.id) AS BIGINT) FROM (SELECT id FROM audit_entry ORDER BY id DESC LIMIT 50) latest
)
FROM editions_edition edition LEFT JOIN planning_currentplan current ON current.edition_id = edition.id
WHERE edition.code = %s
"""


class ProgrammeItem(NamedTuple):
    """One public session; ``title`` is None when it is missing in the language asked for. Times are local."""

    code: str
    kind: str
    title: str | None
    start: datetime
    end: datetime
    place: str
    venue: str
    venue_address: str
    press: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    day: date
    items: tuple[ProgrammeItem, ...]


@dataclass(frozen=True, slots=True)
class PublishedState:
    """What the public pages of an edition depend on besides the time: its plan, and the latest recorded changes."""

    edition: int
    plan: int | None
    revision: int | None


def published_state(code: str) -> PublishedState | None:
    """The state of the edition with this code, in one query that needs no scope; None when there is none.

    The revision is the sum of the latest entries of the record, of whichever edition: people and organisations are
    shared. It grows with every entry, also with one whose number was taken first and whose change is there last.
    """
    with connection.cursor() as cursor:
        cursor.execute(_STATE, [code])
        row = cursor.fetchone()
    return PublishedState(*row) if row else None


def public_programme(edition: Edition, language: str) -> tuple[ProgrammeDay, ...]:
    """Every day of the edition with its public sessions in the current plan; empty before the first publication."""
    placements = public_placements(edition)
    if placements is None:
        return ()
    days: dict[date, list[ProgrammeItem]] = {day: [] for day in edition.days}
    zone = edition.zone
    for row in placements.values_list(*_COLUMNS):
        item = _item(row, zone, language)
        if (day := item.start.date()) in days:
            days[day].append(item)
    return tuple(ProgrammeDay(day, tuple(items)) for day, items in days.items())


def public_placements(edition: Edition) -> "QuerySet[Placement] | None":
    """The placements of public sessions in the current plan, in order of time; None before the first publication."""
    plan = current_plan(edition)
    if plan is None:
        return None
    public: QuerySet[Placement] = Placement.objects.filter(plan=plan, session__marking=Marking.PUBLIC)
    return public.order_by("start", "pk")


def _item(row: tuple[Any, ...], zone: Any, language: str) -> ProgrammeItem:
    code, kind, title, start, end, room, rooms, venue, venues, address, press, languages = row
    return ProgrammeItem(
        code,
        kind,
        title.get_in(language),
        start.astimezone(zone),
        end.astimezone(zone),
        in_language(room, rooms, language),
        in_language(venue, venues, language),
        address,
        press,
        tuple(languages),
    )


def public_boundaries(edition: Edition) -> tuple[datetime, ...]:
    """The instants at which what is on, or which day it is, changes; in order."""
    placements = public_placements(edition)
    times = placements.values_list("start", "end") if placements is not None else ()
    days = [*edition.days, edition.last_day + timedelta(days=1)]
    return tuple(sorted({instant for pair in times for instant in pair} | {midnight(edition, day) for day in days}))
