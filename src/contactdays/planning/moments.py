"""Instants of an edition as the planner's minutes, and back."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from contactdays.editions.models import Edition


@dataclass(frozen=True, slots=True)
class Moments:
    """Minute 0 is the first day's midnight in the edition's zone; minutes are elapsed ones, whatever clocks do."""

    origin: datetime

    def minute(self, instant: datetime) -> int:
        """Whole minutes from the origin to ``instant``."""
        return int((instant - self.origin).total_seconds()) // 60

    def instant(self, minute: int) -> datetime:
        """The instant of ``minute``, in UTC."""
        return self.origin + timedelta(minutes=minute)


def moments_of(edition: Edition) -> Moments:
    return Moments(midnight(edition, edition.first_day))


def midnight(edition: Edition, day: date) -> datetime:
    """The beginning of ``day`` in the edition's zone, in UTC."""
    return datetime.combine(day, time.min, tzinfo=edition.zone).astimezone(UTC)


def day_of(edition: Edition, instant: datetime) -> date:
    """The date of ``instant`` in the edition's zone."""
    return instant.astimezone(edition.zone).date()
