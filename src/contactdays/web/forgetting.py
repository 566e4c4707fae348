"""What a browser keeps of a person's pages ends when that person signs out, or another signs in."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse


class ForgetKeptPages:
    """Have the browser drop what it stores for this site (the kept agenda and its worker) when the person changes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "person_changed", False):
            response.headers["Clear-Site-Data"] = '"storage"'
        return response


def note_change(sender: Any, request: Any, **more: Any) -> None:
    """Receiver of signing in and signing out."""
    if request is not None:
        request.person_changed = True
