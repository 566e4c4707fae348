"""The pages of the press room. Everything begins with ``press.queries.public``."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contactdays.press.queries.public import current_texts
from contactdays.web.parts.requests import EditionRequest


@require_safe
def home(request: EditionRequest) -> HttpResponse:
    """The latest releases."""
    return render(request, "pressroom/home.html", {"texts": current_texts(request.language)})
