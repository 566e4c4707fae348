"""Reading one's agenda without a network: the worker, and whose page it is that it keeps."""

from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from contactdays.accounts.models import User

_SCRIPT = Path(__file__).with_name("worker.js")


def worker(request: HttpRequest) -> HttpResponse:
    """The worker of the pages below its address. The same for everyone, so that it outlives a session."""
    return HttpResponse(_script(), content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


@cache
def _script() -> bytes:
    return _SCRIPT.read_bytes()


def owned(response: HttpResponse, user: User) -> HttpResponse:
    """``response`` marked as ``user``'s for the worker, which keeps the pages of one person at a time."""
    response.headers["Agenda-Owner"] = salted_hmac("contactdays.agenda-owner", str(user.pk)).hexdigest()[:24]
    return response
