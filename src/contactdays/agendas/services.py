"""Giving out and revoking calendar addresses; noting which plan somebody has seen."""

import hashlib
import secrets

from django.db import transaction

from contactdays.accounts.policy import require
from contactdays.agendas.errors import NoSuchPlan
from contactdays.agendas.models import Feed, Seen
from contactdays.audit import services as audit
from contactdays.core import clock
from contactdays.people.models import Participant
from contactdays.planning.queries import plan_numbered

SECRET_BYTES = 32


@transaction.atomic
def open_feed(participant: Participant, *, busy_only: bool, actor: audit.Actor) -> tuple[Feed, str]:
    """A new calendar address of ``participant``. The secret is returned once and kept only as its SHA-256."""
    require(actor, "agendas.feed", participant)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    feed = Feed(
        edition=participant.edition,
        participant=participant,
        secret_hash=hashlib.sha256(secret.encode()).hexdigest(),
        busy_only=busy_only,
        created=clock.now(),
    )
    feed.save()
    _record("feed.opened", feed, actor)
    return feed, secret


@transaction.atomic
def revoke_feed(feed: Feed, *, actor: audit.Actor) -> None:
    """From the next request on the address answers 404."""
    require(actor, "agendas.feed", feed.participant)
    if feed.revoked is None:
        feed.revoked = clock.now()
        feed.save(update_fields=["revoked"])
        _record("feed.revoked", feed, actor)


def touch_feed(feed: Feed) -> None:
    """Note that the address was used, at most once an hour; this is no change of the domain and leaves no record."""
    now = clock.now()
    if feed.last_used is None or (now - feed.last_used).total_seconds() >= 3600:
        Feed.objects.filter(pk=feed.pk).update(last_used=now)


@transaction.atomic
def see_plan(participant: Participant, number: int, *, actor: audit.Actor) -> None:
    """Note that ``participant`` has seen the published plan ``number``; an earlier one than noted changes nothing.

    Raise ``NoSuchPlan`` when no plan with that number was published.
    """
    require(actor, "agendas.see", participant)
    if plan_numbered(participant.edition, number) is None:
        raise NoSuchPlan(number=number)
    seen = Seen.objects.select_for_update().filter(participant=participant).first()
    if seen is not None and seen.plan_number >= number:
        return
    before = {"plan": seen.plan_number} if seen else None
    Seen.objects.update_or_create(
        edition=participant.edition, participant=participant, defaults={"plan_number": number, "at": clock.now()}
    )
    audit.record(
        "plan.seen",
        f"participant {participant.code}",
        edition=participant.edition,
        actor=actor,
        before=before,
        after={"plan": number},
    )


def _record(action: str, feed: Feed, actor: audit.Actor) -> None:
    subject = f"feed {feed.pk} of {feed.participant.code}"
    audit.record(action, subject, edition=feed.edition, actor=actor, after={"busy_only": feed.busy_only})
