"""What is kept about agendas: addresses for calendar programs, and which plan somebody has seen."""

from django.db import models

from contactdays.core.models import EditionOwned
from contactdays.people.models import Participant


class Feed(EditionOwned):
    """A secret address of one participant's calendar. Only the hash of the secret is kept; it can be revoked."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="feeds")
    secret_hash = models.CharField(max_length=64, unique=True)
    busy_only = models.BooleanField(default=False)
    created = models.DateTimeField()
    last_used = models.DateTimeField(null=True, blank=True)
    revoked = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"feed {self.pk} of participant {self.participant_id}"


class Seen(EditionOwned):
    """The last plan whose changes a participant has seen, and when. The number never falls."""

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="seen")
    plan_number = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "seen"

    def __str__(self) -> str:
        return f"plan {self.plan_number} seen by participant {self.participant_id}"
