"""The page of one public session."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contactdays.editions.models import Edition
from contactdays.planning.public_programme import ProgrammeDay, ProgrammeItem
from contactdays.programme.enums import SessionKind
from contactdays.web.public.now import OnNow
from contactdays.web.public.speakers import speakers_of


@dataclass(frozen=True, slots=True)
class SessionPage:
    """A public session, who speaks, what stands before and after it on its day; ``address`` is that of the venue."""

    item: ProgrammeItem
    day: date
    kind: str
    address: str
    speakers: tuple[str, ...]
    before: ProgrammeItem | None
    after: ProgrammeItem | None
    state: str


def session_page(days: Iterable[ProgrammeDay], code: str, on: OnNow | None) -> SessionPage | None:
    """The page of the session with this code; None unless it is among the public sessions of ``days``."""
    for day in days:
        for place, item in enumerate(day.items):
            if item.code == code:
                return _page(day, place, on)
    return None


def _page(day: ProgrammeDay, place: int, on: OnNow | None) -> SessionPage:
    item = day.items[place]
    return SessionPage(
        item=item,
        day=day.day,
        kind=str(SessionKind(item.kind).label),
        address=item.venue_address,
        speakers=speakers_of([item.code]).get(item.code, ()),
        before=day.items[place - 1] if place else None,
        after=day.items[place + 1] if place + 1 < len(day.items) else None,
        state=on.state_of(item) if on else "",
    )


def days_beside(edition: Edition, day: date) -> tuple[date | None, date | None]:
    """The days of ``edition`` before and after ``day``; None at either end."""
    days = edition.days
    place = days.index(day)
    return days[place - 1] if place else None, days[place + 1] if place + 1 < len(days) else None
