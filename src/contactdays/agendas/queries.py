"""Reading agendas: one person's published week, or everyone's in a handful of queries."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from contactdays.agendas.entries import Agenda, Change
from contactdays.agendas.models import Feed, Seen
from contactdays.agendas.sources import Sources
from contactdays.agendas.week import Week
from contactdays.editions.models import Edition
from contactdays.people.models import Participant


def agenda_of(participant: Participant, language: str, *, all_cancelled: bool = False) -> Agenda | None:
    """The published week of ``participant`` in ``language``; None before the first publication.

    Cancelled entries are those dropped since the last plan but one; with ``all_cancelled`` all that were ever
    dropped, for calendars that may have missed a plan.
    """
    sources = Sources(participant.edition, [participant])
    return Week(sources, participant, language).agenda(all_cancelled=all_cancelled)


@dataclass(frozen=True, slots=True)
class PersonalWeek:
    """A week as its owner reads it: with what changed since the plan they have ``seen`` (None before they saw one)."""

    agenda: Agenda
    seen: Seen | None
    changes: tuple[Change, ...]


def personal_week(participant: Participant, language: str) -> PersonalWeek | None:
    """The published week of ``participant`` and its changes; None before the first publication."""
    week = Week(Sources(participant.edition, [participant]), participant, language)
    agenda = week.agenda(all_cancelled=False)
    if agenda is None:
        return None
    seen = Seen.objects.filter(participant=participant).first()
    return PersonalWeek(agenda, seen, week.changes_since(seen.plan_number) if seen else ())


def agendas_of(edition: Edition) -> Iterator[tuple[Participant, Agenda]]:
    """The week of everyone who has an entry, each in their own language, by code of participant."""
    participants = list(_participants())
    sources = Sources(edition, participants)
    for participant in participants:
        agenda = Week(sources, participant, participant.person.language).agenda(all_cancelled=False)
        if agenda is not None and agenda.entries:
            yield participant, agenda


def participant_by_code(edition: Edition, code: str) -> Participant | None:
    return _participants().filter(code=code).first()


def participant_of_user(edition: Edition, user_id: int) -> Participant | None:
    """The participant that a signed-in person is in ``edition``, or None."""
    return _participants().filter(user_id=user_id).first()


def _participants() -> QuerySet[Participant]:
    return Participant.objects.select_related(
        "edition__main_venue", "person", "delegation__post", "delegation__organisation"
    ).order_by("code")


def feed_by_secret(secret: str) -> Feed | None:
    """The calendar address that ends in ``secret``, unless it was revoked or never given out."""
    hashed = hashlib.sha256(secret.encode()).hexdigest()
    return (
        Feed.objects.filter(secret_hash=hashed, revoked=None)
        .select_related("participant__edition__main_venue", "participant__person", "participant__delegation__post")
        .first()
    )


def feeds_of(participant: Participant) -> list[Feed]:
    """The calendar addresses of ``participant`` that are still open, newest first."""
    return list(Feed.objects.filter(participant=participant, revoked=None).order_by("-pk"))
