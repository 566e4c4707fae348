"""The gathering, its occurrences, and where and when an occurrence takes place."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q

from contactdays.core.models import EditionOwned, Named
from contactdays.core.text import MultilingualField
from contactdays.editions.enums import RoomKind
from contactdays.editions.validators import validate_code, validate_languages, validate_time_zone


def default_priority_weights() -> list[int]:
    return [1, 2, 3, 4, 5]


class Conference(models.Model):
    """A recurring gathering of one ministry. Owns editions, posts, people and organisations."""

    code = models.CharField(max_length=40, unique=True, validators=[validate_code])
    title = MultilingualField()

    def __str__(self) -> str:
        return self.code


class Edition(models.Model):
    """One occurrence of a conference. ``code`` is its address on the web."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="editions")
    code = models.CharField(max_length=40, unique=True, validators=[validate_code])
    title = MultilingualField()
    theme = MultilingualField()
    introduction = MultilingualField()
    first_day = models.DateField()
    last_day = models.DateField()
    time_zone = models.CharField(max_length=64, default="Europe/Brussels", validators=[validate_time_zone])
    default_language = models.CharField(max_length=2, default="nl")
    required_languages = models.JSONField(default=list, validators=[validate_languages])
    main_venue = models.ForeignKey("editions.Venue", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    meeting_length = models.PositiveSmallIntegerField(default=15, help_text="minutes")
    meeting_pitch = models.PositiveSmallIntegerField(default=20, help_text="minutes from one start to the next")
    change_over = models.PositiveSmallIntegerField(default=5, help_text="minutes between two places")
    cap_post = models.PositiveSmallIntegerField(default=10)
    cap_organisation = models.PositiveSmallIntegerField(default=5)
    weight_mutual = models.PositiveSmallIntegerField(default=3)
    priority_weights = models.JSONField(default=default_priority_weights, help_text="weight of priority 1 to 5")
    issuer_name = models.CharField(max_length=200, blank=True)
    issuer_street = models.CharField(max_length=200, blank=True)
    issuer_city = models.CharField(max_length=200, blank=True)
    issuer_country = models.CharField(max_length=200, blank=True)
    issuer_phone = models.CharField(max_length=40, blank=True)
    issuer_site = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="edition_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(meeting_pitch__gte=F("meeting_length")), name="edition_pitch_holds_a_meeting"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the edition, in order."""
        length = (self.last_day - self.first_day).days + 1
        return tuple(self.first_day + timedelta(days=number) for number in range(length))


class Venue(Named, EditionOwned):
    """A building, or an open place."""

    code = models.CharField(max_length=40, validators=[validate_code])
    address = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="one_venue_a_code")]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Travel(EditionOwned):
    """Minutes from one venue to another, door to door."""

    origin = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="ways_out")
    destination = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="ways_in")
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "origin", "destination"], name="one_travel_time_a_way"),
            models.CheckConstraint(condition=~Q(origin=F("destination")), name="travel_leads_elsewhere"),
        ]

    def __str__(self) -> str:
        return f"{self.origin_id} → {self.destination_id}: {self.minutes} min"


class Room(Named, EditionOwned):
    """A place of a venue that can be used: a hall, a room, a single table, a spot outside.

    A table stands in a room: a session in the room takes its tables too. Capacities that are not public are
    ``capacity_assumed``.
    """

    code = models.CharField(max_length=40, validators=[validate_code])
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, related_name="rooms")
    kind = models.CharField(max_length=10, choices=RoomKind.choices)
    capacity = models.PositiveIntegerField()
    capacity_assumed = models.BooleanField(default=False)
    part_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="tables")
    bilaterals = models.BooleanField(default=False)
    booths = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="one_room_a_code"),
            models.CheckConstraint(condition=Q(capacity__gt=0), name="room_holds_somebody"),
        ]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class MeetingWindow(EditionOwned):
    """A stretch of the day in which bilaterals may be held; each is a half-day of its own."""

    start = models.DateTimeField()
    end = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="meeting_window_ends_after_it_begins"),
            models.UniqueConstraint(fields=["edition", "start"], name="one_meeting_window_a_start"),
        ]
        ordering = ["start"]

    def __str__(self) -> str:
        return f"{self.start:%Y-%m-%d %H:%M}–{self.end:%H:%M}"
