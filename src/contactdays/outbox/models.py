"""Messages waiting to leave. They are written in the transaction of what causes them; delivery comes after."""

from django.db import models
from django.db.models import Q

from contactdays.core.models import EditionOwned


class Message(EditionOwned):
    """One message to one person: a template by name and plain values, never ready-made text with mark-up."""

    created = models.DateTimeField()
    recipient = models.CharField(max_length=200, help_text="name of the person")
    address = models.EmailField()
    language = models.CharField(max_length=2)
    template = models.CharField(max_length=60)
    values = models.JSONField(default=dict)
    message_id = models.CharField(max_length=120, unique=True, help_text="fixed, so that a repeat is recognised")
    sent = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["created"], name="outbox_unsent", condition=Q(sent__isnull=True))]

    def __str__(self) -> str:
        return f"{self.template} to {self.recipient}"
