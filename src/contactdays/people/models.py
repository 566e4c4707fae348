"""Posts, people and organisations of a conference; delegations and participants of an edition.

A post is not a person: an incumbency says who holds it from when to when. A delegation is one post or one
organisation at one edition: it asks for meetings, is asked, and is in one place at a time.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from contactdays.core.models import ConferenceOwned, EditionOwned, Named
from contactdays.core.text import MultilingualField
from contactdays.editions.validators import validate_code
from contactdays.people.enums import (
    AvailabilityKind,
    Gender,
    HomeRegion,
    IncumbencyRole,
    OrganisationKind,
    PostKind,
    WorldRegion,
)


class Post(ConferenceOwned):
    """An embassy, a consulate-general, a permanent representation, …; countries as ISO 3166-1 alpha-2."""

    code = models.CharField(max_length=40, validators=[validate_code])
    kind = models.CharField(max_length=30, choices=PostKind.choices)
    city = models.CharField(max_length=200)
    city_names = MultilingualField()
    country = models.CharField(max_length=2)
    region = models.CharField(max_length=20, choices=WorldRegion.choices)
    accredited_to = models.JSONField(default=list, blank=True)
    opens = models.DateField(null=True, blank=True)
    closes = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "code"], name="one_post_a_code")]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code

    def city_in(self, language: str) -> str:
        """What ``language`` calls the city; as it stands where it has no name of its own for it."""
        return self.city_names.get_in(language) or self.city


class Person(ConferenceOwned):
    """Somebody, in Latin script and, where it has one, in the name's own."""

    code = models.CharField(max_length=40, validators=[validate_code])
    given_name = models.CharField(max_length=300, blank=True)
    family_name = models.CharField(max_length=300)
    original_name = models.CharField(max_length=300, blank=True)
    original_language = models.CharField(max_length=12, blank=True)
    gender = models.CharField(max_length=1, choices=Gender.choices, blank=True)
    language = models.CharField(max_length=2, default="nl")
    email = models.EmailField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "code"], name="one_person_a_code"),
            models.UniqueConstraint(
                fields=["conference", "email"], name="one_person_an_address", condition=~Q(email="")
            ),
        ]
        ordering = ["code"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


class Incumbency(ConferenceOwned):
    """``person`` holds ``post`` from ``begins`` to ``ends``, both days included; open while ``ends`` is empty."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="incumbencies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="incumbencies")
    role = models.CharField(max_length=10, choices=IncumbencyRole.choices)
    begins = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("begins")),
                name="incumbency_ends_after_it_begins",
            ),
            models.UniqueConstraint(fields=["post", "person", "begins"], name="one_incumbency_a_beginning"),
        ]
        ordering = ["begins"]
        verbose_name_plural = "incumbencies"

    def __str__(self) -> str:
        return f"{self.person_id} at {self.post_id} from {self.begins}"

    def covers(self, day: date) -> bool:
        """Whether the post is held on ``day``; a designate does not hold it yet."""
        held = self.begins <= day and (self.ends is None or day <= self.ends)
        return held and self.role != IncumbencyRole.DESIGNATE


class Organisation(Named, ConferenceOwned):
    """A counterpart: company, cabinet, agency, development actor, financial institution, federation."""

    code = models.CharField(max_length=40, validators=[validate_code])
    kind = models.CharField(max_length=40, choices=OrganisationKind.choices)
    sector = models.CharField(max_length=200, blank=True)
    region = models.CharField(max_length=20, choices=HomeRegion.choices, blank=True)
    countries = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "code"], name="one_organisation_a_code")]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Delegation(EditionOwned):
    """One post or one organisation at one edition, whoever stands for it."""

    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="delegations")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="delegations"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(post__isnull=True) ^ Q(organisation__isnull=True), name="delegation_of_one"
            ),
            models.UniqueConstraint(fields=["edition", "post"], name="one_delegation_a_post"),
            models.UniqueConstraint(fields=["edition", "organisation"], name="one_delegation_an_organisation"),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """``post:NBO`` or ``organisation:ENABEL``: how the planner and the audit call it."""
        return f"post:{self.post.code}" if self.post else f"organisation:{self.organisation.code}"  # type: ignore[union-attr]


class Participant(EditionOwned):
    """A person taking part in one edition, for a post or an organisation.

    ``listed`` participants consent to be named on public pages. ``user`` can sign in as this participant.
    """

    code = models.CharField(max_length=40, validators=[validate_code])
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="participations")
    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="participants")
    function = MultilingualField()
    spokesperson = models.BooleanField(default=False)
    listed = models.BooleanField(default=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="participations",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="one_participant_a_code"),
            models.UniqueConstraint(fields=["edition", "person"], name="one_participation_a_person"),
        ]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class Availability(EditionOwned):
    """When a delegation, or one of its people, is away (``unavailable``, ``private``) or there at all (``only``)."""

    delegation = models.ForeignKey(Delegation, on_delete=models.CASCADE, related_name="availabilities")
    participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.CASCADE, related_name="availabilities"
    )
    kind = models.CharField(max_length=12, choices=AvailabilityKind.choices)
    start = models.DateTimeField()
    end = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="availability_ends_after_it_begins")
        ]
        ordering = ["start", "pk"]
        verbose_name_plural = "availabilities"

    def __str__(self) -> str:
        return f"{self.kind} {self.start:%Y-%m-%d %H:%M}–{self.end:%H:%M}"
