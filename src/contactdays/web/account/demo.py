"""Signing in as an invented person, on a demo and nowhere else."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import Role, User
from contactdays.people.models import Participant
from contactdays.people.naming import name_of_delegation
from contactdays.web.account.home import home_of
from contactdays.web.parts.addresses import address_in, safe_next
from contactdays.web.parts.requests import EditionRequest

MOST_SHOWN = 20
OFFICES = (RoleName.ORGANISER, RoleName.PRESS_OFFICER)
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody one can be on the demo."""

    pk: int
    name: str
    role: str


def show(request: EditionRequest) -> HttpResponse:
    """Choose whom to be (GET), be them (POST); not there outside a demo."""
    if not settings.DEMO:
        raise Http404
    if request.method == "POST":
        return _be(request)
    prepared = {"people": demo_people(), "onward": safe_next(request)}
    return render(request, "account/demo.html", prepared)


def demo_people() -> tuple[DemoPerson, ...]:
    """Those of the edition in scope who have an account: organisers, press officers, then participants by code."""
    roles = Role.objects.filter(name__in=OFFICES, user__is_active=True).select_related("user")
    people = [
        DemoPerson(role.user.pk, role.user.name, str(RoleName(role.name).label))
        for role in sorted(roles.order_by("pk"), key=lambda role: OFFICES.index(RoleName(role.name)))
    ]
    participants = Participant.objects.filter(user__is_active=True).select_related(
        "user", "person", "delegation__post", "delegation__organisation"
    )
    people += [
        DemoPerson(each.user.pk, each.person.name, name_of_delegation(each.delegation))
        for each in participants.order_by("code")
    ]
    return tuple(people[:MOST_SHOWN])


def _be(request: EditionRequest) -> HttpResponse:
    chosen = request.POST.get("person", "")
    if chosen not in {str(person.pk) for person in demo_people()}:
        raise Http404
    sign_in_as(request, User.objects.get(pk=int(chosen)))
    return redirect(safe_next(request) or home_of(request) or address_in(request, "account:sign-in"))


def sign_in_as(request: EditionRequest, user: User) -> None:
    """Sign ``user`` in without asking for anything; refused (404) unless the installation is a demo."""
    if not settings.DEMO:
        raise Http404
    login(request, user, backend=_BACKEND)
