"""The programme for programs that read pages: schema.org Events as JSON-LD.

It stands in a block of data, which no browser runs; so the policy against script has nothing to say about it.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from contactdays.editions.models import Edition
from contactdays.planning.public_programme import ProgrammeDay, ProgrammeItem
from contactdays.web.parts.dates import machine_time

_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
Event = dict[str, Any]


def as_json(event: Event) -> SafeString:
    """``event`` as JSON that cannot end the block it stands in."""
    words = json.dumps({"@context": "https://schema.org", **event}, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(words.translate(_UNSAFE))  # noqa: S308  nothing in it can be markup


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
