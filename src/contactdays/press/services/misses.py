"""Addresses of the press room that were asked for and are not there: who asks for many of them is told of."""

from collections import Counter
from datetime import datetime, timedelta
from threading import Lock

from django.db import transaction
from django.db.models import F

from contactdays.accounts.actors import NOBODY
from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import User
from contactdays.accounts.policy import require
from contactdays.audit import services as audit
from contactdays.core import clock
from contactdays.editions.models import Edition
from contactdays.outbox.services import Letter, post
from contactdays.press.models import Alert, Miss

WINDOW = timedelta(minutes=10)
ENOUGH = 10
"""So many misses from one network within the window raise an alert."""
PACE = timedelta(minutes=1)


class _Unwritten:
    """Misses of running alerts that this process has not written yet; the others have theirs."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()
        self._lock = Lock()

    def add(self, alert: int) -> None:
        with self._lock:
            self._counts[alert] += 1

    def take(self, alert: int) -> int:
        with self._lock:
            return self._counts.pop(alert, 0)


_unwritten = _Unwritten()


def note_miss(edition: Edition, network: str, at: datetime) -> None:
    """Note that ``network`` asked at ``at`` for what is not there; the tenth within ten minutes raises an alert.

    While an alert goes on, a miss costs one reading, and a writing at most once a minute. Several processes raise
    one alert between them.
    """
    running = _running(network, at)
    if running is None:
        _count(edition, network, at)
    else:
        _go_on(running, at)


def _running(network: str, at: datetime) -> Alert | None:
    found: Alert | None = Alert.objects.filter(network=network, until__gt=at - WINDOW).order_by("-until", "-pk").first()
    return found


def _go_on(alert: Alert, at: datetime) -> None:
    _unwritten.add(alert.pk)
    if at - alert.until >= PACE:
        Alert.objects.filter(pk=alert.pk).update(count=F("count") + _unwritten.take(alert.pk), until=at)


@transaction.atomic
def _count(edition: Edition, network: str, at: datetime) -> None:
    """One process after the other: whoever comes second finds the alert of the first."""
    Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    if running := _running(network, at):
        _go_on(running, at)
        return
    Miss.objects.filter(at__lte=at - WINDOW).delete()
    Miss(edition=edition, network=network, at=at).save()
    misses = Miss.objects.filter(network=network)
    if misses.count() >= ENOUGH:
        _raise(edition, network, list(misses.order_by("at").values_list("at", flat=True)))
        misses.delete()


def _raise(edition: Edition, network: str, times: list[datetime]) -> None:
    alert = Alert(edition=edition, network=network, since=times[0], until=times[-1], count=len(times))
    alert.save()
    told = {"network": network, "count": alert.count}
    audit.record("press.guessing", f"alert {alert.pk}", edition=edition, actor=NOBODY, after=told)
    post([_letter(alert, officer) for officer in _press_officers(edition)], edition=edition)


def _press_officers(edition: Edition) -> list[User]:
    officers = User.objects.filter(roles__name=RoleName.PRESS_OFFICER, roles__edition=edition, is_active=True)
    return list(officers.distinct().order_by("pk"))


def _letter(alert: Alert, officer: User) -> Letter:
    """What to look at, never what was guessed: a letter can be read on its way."""
    values = {"network": alert.network, "since": alert.since.isoformat(), "count": str(alert.count)}
    return Letter(
        key=f"press-alert-{alert.edition.code}-{alert.pk}-{officer.pk}",
        recipient=officer.display_name,
        address=officer.email,
        language=officer.language,
        template="press-alert",
        values=values,
    )


@transaction.atomic
def mark_seen(alert: Alert, *, actor: audit.Actor) -> None:
    """Take ``alert`` off the list of what the press office has to look at."""
    require(actor, "press.alert", alert)
    if alert.seen is None:
        alert.seen = clock.now()
        alert.save(update_fields=["seen"])
        audit.record("press.alert-seen", f"alert {alert.pk}", edition=alert.edition, actor=actor)
