"""What the checker finds wrong with a plan, in words. The rules are the checker's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from contactdays.people.naming import name_of_delegation
from contactdays.planning.checking import Conflict

_SENTENCES = {
    "unknown_activity": _("Something stands in the plan that the week does not know."),
    "duplicate_activity": _("The same thing stands in the plan twice."),
    "missing_session": _("A session is missing from the plan."),
    "moved_session": _("A session does not stand where it is fixed."),
    "double_booking": _("Two things at once."),
    "travel_time": _("There is too little time to get from one place to the next."),
    "unavailable": _("Somebody is not available."),
    "vacancy": _("The post is vacant on that day."),
    "capacity": _("The place is too small."),
    "closed_place": _("The place is closed."),
    "wrong_place": _("No meetings are held in this place."),
    "wrong_length": _("The meeting is too short or too long."),
    "wrong_people": _("The meeting does not bring together those who asked for it."),
    "outside_window": _("The meeting lies outside the hours for meetings."),
    "missing_must": _("A meeting that must be held is not held."),
    "held_never": _("A meeting is held that must not be."),
    "broken_pin": _("Something pinned has been moved."),
    "cap": _("More meetings than one may have in the week."),
    "cap_per_day": _("More meetings than one may have in a day."),
    "wrong_value": _("The value of the plan is not the sum of what it holds."),
    "precedence": _("A meeting is held before one that has to come first."),
    "uneven_breaks": _("Waiting times are more uneven than allowed."),
    "unknown_seat": _("A seat stands in the plan that no round table has."),
    "missing_seat": _("Somebody has no seat at a round table."),
    "double_seat": _("Somebody has two seats at once."),
    "table_capacity": _("A round table has too many or too few people."),
    "table_region": _("Too many people of one region sit at one round table."),
    "broken_seat": _("Somebody does not sit where they are pinned."),
    "wrong_breaks": _("The plan counts its waiting times wrongly."),
    "wrong_room_moves": _("The plan counts its changes of table wrongly."),
    "wrong_certificate": _("The bound that the plan claims is not shown."),
}


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict as it is read: what is wrong, whom and what it concerns, when and where."""

    sentence: str
    about: tuple[str, ...]
    start: datetime | None


def conflict_sentence(rule: str) -> str:
    """The rule's breach as a sentence; an unknown rule stands for itself."""
    return str(_SENTENCES.get(rule, rule))


def conflict_row(conflict: Conflict) -> ConflictRow:
    return ConflictRow(conflict_sentence(conflict.rule), tuple(dict.fromkeys(_about(conflict))), conflict.start)


def _about(conflict: Conflict) -> Iterator[str]:
    language = get_language() or "en"
    for session in conflict.sessions:
        yield session.short_title.get_in(language) or session.code
    for meeting in conflict.meetings:
        yield f"{name_of_delegation(meeting.first)} – {name_of_delegation(meeting.second)}"
    yield from map(name_of_delegation, conflict.delegations)
    if conflict.room is not None:
        yield conflict.room.name_in(language)
