"""Where each person's own pages begin."""

from contactdays.accounts.enums import RoleName
from contactdays.accounts.queries import role_names
from contactdays.agendas.queries import participant_of_user
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest


def home_of(request: EditionRequest) -> str | None:
    """The first page of whoever is signed in, in this edition; None for somebody who has no part in it."""
    if RoleName.ORGANISER in role_names(request.user, request.edition):
        return address_in(request, "organiser:plans")
    if RoleName.PRESS_OFFICER in role_names(request.user, request.edition):
        return address_in(request, "press:home")
    if participant_of_user(request.edition, request.user.pk):
        return address_in(request, "participant:agenda")
    return None
