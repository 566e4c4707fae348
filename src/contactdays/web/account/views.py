"""Signing in and out."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from contactdays.web.account.home import home_of
from contactdays.web.parts.addresses import address_in, safe_next, with_next
from contactdays.web.parts.requests import EditionRequest


def sign_in(request: EditionRequest) -> HttpResponse:
    """How access is given; whoever is signed in already is led to their own pages."""
    onward = safe_next(request)
    if request.user.is_authenticated:
        home = onward or home_of(request)
        return redirect(home) if home else render(request, "account/not_in_this_week.html")
    demo = with_next(address_in(request, "account:demo"), onward or "") if settings.DEMO else ""
    return render(request, "account/sign_in.html", {"demo_address": demo})


@require_POST
def sign_out(request: EditionRequest) -> HttpResponse:
    """End the session, here and on the server."""
    logout(request)
    return redirect(address_in(request, "public:front"))
