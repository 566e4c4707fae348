"""Alerts of guessed addresses, as the overview shows them."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from contactdays.editions.models import Edition
from contactdays.press.models import Alert
from contactdays.press.queries.misses import open_alerts
from contactdays.press.services.misses import mark_seen
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.press.instants import by_the_clock_of


@dataclass(frozen=True, slots=True)
class ShownAlert:
    """Somebody on ``network`` asked ``count`` times for what is not there; times by the edition's clock."""

    pk: int
    network: str
    count: int
    since: str
    until: str


def shown_alerts(edition: Edition) -> list[ShownAlert]:
    return [
        ShownAlert(
            alert.pk,
            alert.network,
            alert.count,
            by_the_clock_of(alert.since, edition.time_zone),
            by_the_clock_of(alert.until, edition.time_zone),
        )
        for alert in open_alerts(edition)
    ]


@require_POST
def seen(request: EditionRequest, alert: int) -> HttpResponse:
    """Somebody of the press office has seen it."""
    known = Alert.objects.select_related("edition").filter(pk=alert).first()
    if known is None:
        raise Http404
    mark_seen(known, actor=request.user)
    messages.success(request, _("Seen."))
    return redirect(address_in(request, "press:home"))
