from datetime import date, datetime
from typing import Any

from contactdays.core.scope import edition_scope
from contactdays.core.text import Text
from contactdays.editions.models import Conference, Edition, MeetingWindow, Room, Venue


def make_edition(code: str = "week-2026", conference: Conference | None = None, **more: Any) -> Edition:
    """An edition of 2–6 February 2026 in Brussels, with a venue ``PALACE`` and a hall ``HALL``."""
    if conference is None:
        conference, _ = Conference.objects.get_or_create(code="conference")
    given = {
        "title": Text(nl="Week 2026", fr="Semaine 2026", de="Woche 2026", en="Week 2026"),
        "theme": Text(nl="Hoe?", fr="Comment ?", de="Wie?", en="How?"),
        "first_day": date(2026, 2, 2),
        "last_day": date(2026, 2, 6),
        "required_languages": ["nl", "fr"],
    }
    edition = Edition.objects.create(conference=conference, code=code, **{**given, **more})
    with edition_scope(edition):
        edition.main_venue = make_venue(edition)
        edition.save()
        make_room(edition)
    return edition


def make_venue(edition: Edition, code: str = "PALACE", name: str = "Egmont Palace") -> Venue:
    venue = Venue(edition=edition, code=code, name=name)
    venue.save()
    return venue


def make_room(edition: Edition, code: str = "HALL", venue: Venue | None = None, **more: Any) -> Room:
    given: dict[str, Any] = {"name": code.title(), "kind": "hall", "capacity": 200}
    room = Room(edition=edition, code=code, venue=venue or Venue.objects.get(code="PALACE"), **{**given, **more})
    room.save()
    return room


def make_window(edition: Edition, start: datetime, end: datetime) -> MeetingWindow:
    window = MeetingWindow(edition=edition, start=start, end=end)
    window.save()
    return window
