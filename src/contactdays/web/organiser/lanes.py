"""The line of one delegation or person on the board."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language

from contactdays.people.naming import name_of_delegation
from contactdays.planning.lane import LaneEntry
from contactdays.planning.slots import BoardSlot
from contactdays.web.organiser.columns import columns


@dataclass(frozen=True, slots=True)
class LaneBar:
    """What somebody has, in columns. A session has its ``code``; a meeting has ``slot``, when its slot begins."""

    start: datetime
    end: datetime
    first: int
    last: int
    kind: str
    title: str
    place: str
    code: str
    slot: datetime | None


def lane_bars(entries: Iterable[LaneEntry], day: date, slots: Sequence[BoardSlot]) -> tuple[LaneBar, ...]:
    """Those of ``entries`` that begin on ``day``, in order of time."""
    starts = [slot.start for slot in slots]
    return tuple(_bar(each, day, starts) for each in entries if each.start.date() == day)


def _bar(entry: LaneEntry, day: date, starts: Sequence[datetime]) -> LaneBar:
    first, last = columns(entry.start, entry.end, day)
    language = get_language() or "en"
    session = entry.placement.session
    number = bisect_right(starts, entry.start)
    return LaneBar(
        start=entry.start,
        end=entry.end,
        first=first,
        last=last,
        kind=session.kind if session else "bilateral",
        title=(session.short_title.get_in(language) or session.code) if session else _with(entry),
        place=entry.placement.room.name_in(language),
        code=session.code if session else "",
        slot=starts[number - 1] if entry.other is not None and number else None,
    )


def _with(entry: LaneEntry) -> str:
    return name_of_delegation(entry.other) if entry.other is not None else ""
