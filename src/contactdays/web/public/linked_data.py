"""The programme for programs that read pages: schema.org Events as JSON-LD.

It stands in a block of data, which no browser runs; so the policy against script has nothing to say about it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.safestring import SafeString

from contactdays.editions.models import Edition
from contactdays.planning.public_programme import ProgrammeDay, ProgrammeItem
from contactdays.web.parts.dates import machine_time
from contactdays.web.parts.markup import data_block

Event = dict[str, Any]


def as_json(event: Event) -> SafeString:
    """``event`` as JSON that cannot end the block it stands in."""
    return data_block({"@context": "https://schema.org", **event})


def week_event(edition: Edition, language: str, address: str, days: Iterable[ProgrammeDay]) -> Event:
    """The week at ``address`` (of its programme), with each public session as a part of it."""
    event: Event = {
        "@type": "Event",
        "name": edition.title.get_in(language),
        "about": edition.theme.get_in(language),
        "startDate": edition.first_day.isoformat(),
        "endDate": edition.last_day.isoformat(),
        "inLanguage": language,
        "url": address,
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": _venue(edition, language),
        "organizer": {"@type": "Organization", "name": edition.issuer_name} if edition.issuer_name else None,
        "subEvent": [session_event(item, address) for day in days for item in day.items if item.title],
    }
    return _without_gaps(event)


def _venue(edition: Edition, language: str) -> Event | None:
    venue = edition.main_venue
    return _place(venue.name_in(language), venue.address) if venue else None


def session_event(item: ProgrammeItem, programme: str) -> Event:
    """One session of the ``programme`` at that address."""
    event: Event = {
        "@type": "Event",
        "name": item.title,
        "startDate": machine_time(item.start),
        "endDate": machine_time(item.end),
        "url": f"{programme}{item.code}/",
        "location": _place(f"{item.place}, {item.venue}", item.venue_address),
    }
    if item.languages:
        event["inLanguage"] = list(item.languages)
    return event


def _place(name: str, address: str) -> Event:
    return {"@type": "Place", "name": name, **({"address": address} if address else {})}


def _without_gaps(event: Mapping[str, Any]) -> Event:
    return {name: value for name, value in event.items() if value}
