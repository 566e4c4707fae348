"""The releases of the edition, and how far each is."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contactdays.press.queries.office import releases
from contactdays.web.parts.requests import EditionRequest


@require_safe
def overview(request: EditionRequest) -> HttpResponse:
    """Every release, the newest first."""
    return render(request, "press/releases.html", {"releases": releases()})
