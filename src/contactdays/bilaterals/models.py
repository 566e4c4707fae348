"""Who would like to meet whom, and the meetings that may come of it. A meeting has no time: a placement has."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from contactdays.bilaterals.enums import Wish
from contactdays.core.models import EditionOwned
from contactdays.editions.validators import validate_code
from contactdays.people.models import Delegation


class Meeting(EditionOwned):
    """Two delegations that may meet. ``first`` has the smaller id, so that a pair has one meeting."""

    code = models.CharField(max_length=40, validators=[validate_code])
    first = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="+")
    duration = models.PositiveSmallIntegerField(help_text="minutes")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="one_meeting_a_code"),
            models.UniqueConstraint(fields=["edition", "first", "second"], name="one_meeting_a_pair"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="meeting_of_two_in_order"),
            models.CheckConstraint(condition=Q(duration__gt=0), name="meeting_lasts"),
        ]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class Request(EditionOwned):
    """``applicant`` would like to meet ``invitee``: one project a request, in the applicant's words."""

    code = models.CharField(max_length=40, validators=[validate_code])
    applicant = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="requests_made")
    invitee = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="requests_received")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="requests")
    purpose = models.TextField()
    priority = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    wish = models.CharField(max_length=6, choices=Wish.choices, default=Wish.WANT)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="one_request_a_code"),
            models.UniqueConstraint(fields=["edition", "applicant", "invitee"], name="one_request_a_direction"),
            models.CheckConstraint(condition=~Q(applicant=F("invitee")), name="request_of_somebody_else"),
            models.CheckConstraint(condition=Q(priority__range=(1, 5)), name="request_priority_1_to_5"),
        ]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code
