"""The programme: what happens, for whom, in which languages. When and where stands in a plan's placements."""

from django.db import models
from django.db.models import Q

from contactdays.core.models import EditionOwned
from contactdays.core.text import MultilingualField
from contactdays.editions.validators import validate_code
from contactdays.people.models import Delegation, Participant
from contactdays.programme.enums import Duty, Marking, PressAccess, SessionKind


class Session(EditionOwned):
    """A plenary, a round table, a visit, a transfer, a break, … ``duration`` in minutes.

    A public text is complete when it exists in the edition's required languages.
    """

    code = models.CharField(max_length=40, validators=[validate_code])
    kind = models.CharField(max_length=20, choices=SessionKind.choices)
    title = MultilingualField()
    short_title = MultilingualField()
    duration = models.PositiveSmallIntegerField()
    languages = models.JSONField(default=list, blank=True)
    marking = models.CharField(max_length=12, choices=Marking.choices, default=Marking.PARTICIPANTS)
    press = models.CharField(max_length=10, choices=PressAccess.choices, default=PressAccess.CLOSED)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="one_session_a_code"),
            models.CheckConstraint(condition=Q(duration__gt=0), name="session_lasts"),
        ]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class Attendance(EditionOwned):
    """A delegation (or one of its people, as speaker) is to be at a session: it must, it may, or it speaks."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendances")
    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="attendances")
    participant = models.ForeignKey(Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=10, choices=Duty.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "delegation"], name="one_attendance_a_delegation")]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.delegation_id} {self.duty} {self.session_id}"
