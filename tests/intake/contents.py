"""What an edition in scope and its conference hold, as plain values without primary keys."""

from typing import Any

from contactdays.bilaterals.models import Meeting, Request
from contactdays.editions.models import MeetingWindow, Room, Travel, Venue
from contactdays.people.models import Availability, Delegation, Incumbency, Organisation, Participant, Person, Post
from contactdays.planning.models import Occupancy, Placement
from contactdays.programme.models import Attendance, Session

DELEGATION = ("post__code", "organisation__code")
PATHS: dict[Any, tuple[str, ...]] = {
    Venue: ("code", "name", "address"),
    Travel: ("origin__code", "destination__code", "minutes"),
    Room: (
        "code",
        "name",
        "venue__code",
        "kind",
        "capacity",
        "capacity_assumed",
        "part_of__code",
        "bilaterals",
        "booths",
    ),
    MeetingWindow: ("start", "end"),
    Post: ("code", "kind", "city", "country", "region", "accredited_to", "opens", "closes", "note"),
    Person: ("code", "given_name", "family_name", "original_name", "gender", "language", "email"),
    Incumbency: ("post__code", "person__code", "role", "begins", "ends"),
    Organisation: ("code", "name", "kind", "sector", "region", "countries"),
    Delegation: DELEGATION,
    Participant: (
        "code",
        "person__code",
        *(f"delegation__{path}" for path in DELEGATION),
        "function",
        "spokesperson",
        "listed",
        "user__email",
    ),
    Availability: (
        *(f"delegation__{path}" for path in DELEGATION),
        "participant__code",
        "kind",
        "start",
        "end",
        "reason",
    ),
    Session: ("code", "kind", "title", "short_title", "duration", "languages", "marking", "press"),
    Attendance: ("session__code", *(f"delegation__{path}" for path in DELEGATION), "participant__code", "duty"),
    Placement: (
        "session__code",
        "start",
        "end",
        "room__code",
        "destination__code",
        "time_pinned",
        "room_pinned",
        "plan__state",
    ),
    Occupancy: ("placement__session__code", "participant__code", "room__code", "start", "end"),
    Meeting: ("code", *(f"{side}__{path}" for side in ("first", "second") for path in DELEGATION), "duration"),
    Request: (
        "code",
        *(f"{side}__{path}" for side in ("applicant", "invitee") for path in DELEGATION),
        "meeting__code",
        "purpose",
        "priority",
        "wish",
    ),
}


def contents() -> dict[str, list[tuple[Any, ...]]]:
    """Every table's rows, in a fixed order."""
    return {model.__name__: contents_of(model) for model in PATHS}


def contents_of(model: Any) -> list[tuple[Any, ...]]:
    return sorted(model.objects.order_by().values_list(*PATHS[model]), key=repr)
