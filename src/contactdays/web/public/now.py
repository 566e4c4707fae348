"""What is on during the week, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from contactdays.editions.models import Edition
from contactdays.planning.moments import day_of
from contactdays.planning.public_programme import ProgrammeDay, ProgrammeItem


@dataclass(frozen=True, slots=True)
class OnNow:
    """The public sessions that are on at ``moment``, and those that begin next, by whichever day."""

    moment: datetime
    now: tuple[ProgrammeItem, ...]
    next: tuple[ProgrammeItem, ...]

    def state_of(self, item: ProgrammeItem) -> str:
        """``past``, ``on``, ``next`` or, for what comes later, nothing."""
        if item.end <= self.moment:
            return "past"
        if item.start <= self.moment:
            return "on"
        return "next" if item in self.next else ""


def on_now(edition: Edition, days: Iterable[ProgrammeDay], moment: datetime) -> OnNow | None:
    """What is on at ``moment``; None before the first day of ``edition`` and after its last."""
    if not edition.first_day <= day_of(edition, moment) <= edition.last_day:
        return None
    items = [item for day in days for item in day.items]
    coming = [item for item in items if item.start > moment]
    first = min((item.start for item in coming), default=moment)
    return OnNow(
        moment.astimezone(edition.zone),
        tuple(item for item in items if item.start <= moment < item.end),
        tuple(item for item in coming if item.start == first),
    )
