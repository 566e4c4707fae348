"""Who guesses addresses of the press room."""

from django.db.models import QuerySet

from contactdays.editions.models import Edition
from contactdays.press.models import Alert


def open_alerts(edition: Edition) -> "QuerySet[Alert]":
    """The alerts that nobody in the press office has seen, the latest first."""
    alerts: QuerySet[Alert] = Alert.objects.filter(seen__isnull=True)
    return alerts.order_by("-until", "-pk")
