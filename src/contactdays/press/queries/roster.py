"""Who answers the press, when, and by which numbers: of each person only what they agreed to show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import override

from contactdays.editions.models import Edition
from contactdays.people.models import Participant
from contactdays.people.naming import role_of
from contactdays.press.models import Duty, Spokesperson


@dataclass(frozen=True, slots=True)
class ShownSpokesperson:
    """A spokesperson as the world may see them; what they did not agree to show is empty."""

    code: str
    name: str
    role: str
    languages: tuple[str, ...] = ()
    landline: str = ""
    mobile: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class OnDuty:
    """``spokesperson`` answers from ``start`` to ``end`` (local), in these ``languages``."""

    spokesperson: ShownSpokesperson
    start: datetime
    end: datetime
    languages: tuple[str, ...]


def spokespersons(edition: Edition, language: str) -> tuple[ShownSpokesperson, ...]:
    """Those named to the press, by code; who has no record shows a name and a role."""
    records = {each.code: each for each in Spokesperson.objects.all()}
    return _shown(_named(), records, language)


def spokesperson(edition: Edition, code: str, language: str) -> ShownSpokesperson | None:
    """The one with this code; None for whoever is not named to the press."""
    return next((each for each in spokespersons(edition, language) if each.code == code), None)


def on_duty(edition: Edition, instant: datetime, language: str) -> tuple[OnDuty, ...]:
    """Who answers at ``instant``, by when their duty began. Whoever is named to the press no more is not there."""
    duties = list(_duties().filter(start__lte=instant, end__gt=instant))
    records = {duty.spokesperson.code: duty.spokesperson for duty in duties}
    shown = {each.code: each for each in _shown(_named(), records, language)}
    zone = edition.zone
    return tuple(
        OnDuty(shown[code], duty.start.astimezone(zone), duty.end.astimezone(zone), tuple(duty.languages))
        for duty in duties
        if (code := duty.spokesperson.code) in shown
    )


def duties_of(edition: Edition) -> tuple[Duty, ...]:
    """Every duty with its spokesperson's record, in order of time."""
    return tuple(_duties())


def _duties() -> "QuerySet[Duty]":
    duties: QuerySet[Duty] = Duty.objects.select_related("spokesperson")
    return duties.order_by("start", "pk")


def _named() -> Iterable[Participant]:
    people = Participant.objects.filter(spokesperson=True)
    return people.select_related("person", "delegation__post", "delegation__organisation").order_by("code")


def _shown(
    people: Iterable[Participant], records: dict[str, Spokesperson], language: str
) -> tuple[ShownSpokesperson, ...]:
    with override(language):
        return tuple(_one(each, records.get(each.code)) for each in people)


def _one(participant: Participant, record: Spokesperson | None) -> ShownSpokesperson:
    name, role = participant.person.name, role_of(participant)
    if record is None:
        return ShownSpokesperson(participant.code, name, role)
    return ShownSpokesperson(
        participant.code,
        name,
        role,
        tuple(record.languages),
        record.landline if record.shows_landline else "",
        record.mobile if record.shows_mobile else "",
        record.email if record.shows_email else "",
    )
