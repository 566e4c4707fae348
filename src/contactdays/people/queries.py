"""Reading who takes part, and who stands for a delegation on which day."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from contactdays.editions.models import Edition
from contactdays.people.models import Availability, Delegation, Incumbency, Participant


@dataclass(frozen=True, slots=True)
class Presence:
    """Who stands for each delegation on each day of an edition, by primary keys.

    A post without an incumbent on a day has nobody in office then, even if staff takes part.
    """

    participants: Mapping[tuple[int, date], tuple[int, ...]]
    vacant: frozenset[tuple[int, date]]

    def on(self, delegation: int, day: date) -> tuple[int, ...]:
        """The participants of ``delegation`` on ``day``; none when its post is vacant."""
        if (delegation, day) in self.vacant:
            return ()
        return self.participants.get((delegation, day), ())


def presence_in(edition: Edition) -> Presence:
    """The presence over the days of ``edition``."""
    incumbencies = _incumbencies_by_post()
    people: dict[tuple[int, date], tuple[int, ...]] = {}
    vacant: set[tuple[int, date]] = set()
    members = _participants_by_delegation()
    for delegation in Delegation.objects.all():
        held = incumbencies.get(delegation.post_id or 0, [])
        holders = {incumbency.person_id for incumbency in held}
        for day in edition.days:
            in_office = {incumbency.person_id for incumbency in held if incumbency.covers(day)}
            if delegation.post_id and not in_office:
                vacant.add((delegation.pk, day))
            people[delegation.pk, day] = tuple(
                member.pk
                for member in members.get(delegation.pk, [])
                if member.person_id in in_office or member.person_id not in holders
            )
    return Presence(people, frozenset(vacant))


def _incumbencies_by_post() -> dict[int, list[Incumbency]]:
    found: dict[int, list[Incumbency]] = defaultdict(list)
    for incumbency in Incumbency.objects.order_by("begins", "pk"):
        found[incumbency.post_id].append(incumbency)
    return found


def _participants_by_delegation() -> dict[int, list[Participant]]:
    found: dict[int, list[Participant]] = defaultdict(list)
    for participant in Participant.objects.order_by("code"):
        found[participant.delegation_id].append(participant)
    return found


def participants_of(edition: Edition) -> list[Participant]:
    """All participants with their person, post and organisation, by code."""
    return list(
        Participant.objects.select_related("person", "delegation__post", "delegation__organisation").order_by("code")
    )


def availabilities_of(participant: Participant) -> list[Availability]:
    """When ``participant``, or the whole of their delegation, is away or there at all; in order of time."""
    concerned = Q(participant=participant) | Q(participant=None)
    return list(Availability.objects.filter(concerned, delegation=participant.delegation_id).order_by("start", "pk"))


def spokespersons_of(edition: Edition) -> list[Participant]:
    """Those named to the press, by code."""
    return [participant for participant in participants_of(edition) if participant.spokesperson]
