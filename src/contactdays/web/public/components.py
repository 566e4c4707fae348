"""The sheet of components: each once, from the templates that the pages use."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contactdays.web.parts.requests import EditionRequest


@require_safe
def components(request: EditionRequest) -> HttpResponse:
    """Every component; not there outside a demo."""
    if not settings.DEMO:
        raise Http404
    return render(request, "public/components.html", {})
