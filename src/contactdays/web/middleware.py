"""From an address to the edition, its language and those who may enter."""

import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import get_resolver
from django.utils import translation

from contactdays.accounts.enums import RoleName
from contactdays.accounts.queries import role_names
from contactdays.agendas.queries import participant_of_user
from contactdays.audit.services import request_id
from contactdays.core.scope import edition_scope
from contactdays.core.text import LANGUAGES
from contactdays.editions.queries import edition_by_code
from contactdays.web.parts.addresses import address_in, with_next
from contactdays.web.parts.requests import AddressedRequest, EditionRequest
from contactdays.web.policy import Audience, audience_of, require_all_declared

GetResponse = Callable[[HttpRequest], HttpResponse]

ADDRESS = re.compile(rf"^/({'|'.join(LANGUAGES)})/([a-z0-9-]+)/")
_PERSONAL = {Audience.PARTICIPANT, Audience.ORGANISER, Audience.PRESS_OFFICE, Audience.ACCOUNT}


class EditionMiddleware:
    """Answer ``/<language>/<edition>/…`` in that language and inside that edition's scope.

    Sets ``request.language`` and ``request.edition`` (None for an address of no edition, or of an unknown one).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: AddressedRequest) -> HttpResponse:
        request.edition = request.language = None
        address = ADDRESS.match(request.path_info)
        with request_id():
            if address is None:
                return self.get_response(request)
            request.language = address[1]
            request.edition = edition_by_code(address[2])
            with translation.override(request.language):
                response = self._inside(request)
        response.headers.setdefault("Content-Language", request.language)
        return response

    def _inside(self, request: AddressedRequest) -> HttpResponse:
        if request.edition is None:
            return self.get_response(request)
        with edition_scope(request.edition):
            return self.get_response(request)

    def process_view(self, request: AddressedRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Take the language and the edition off the arguments of the view: the request carries them."""
        if "edition" not in kwargs:
            return
        if request.edition is None:
            raise Http404
        del kwargs["language"], kwargs["edition"]


class AudienceMiddleware:
    """Let in whom ``web.policy`` lets in. Whoever may not know of an address is told that there is none."""

    def __init__(self, get_response: GetResponse) -> None:
        require_all_declared(get_resolver())
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "audience", None) in _PERSONAL:
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(self, request: EditionRequest, view: Any, args: Any, kwargs: Any) -> HttpResponseBase | None:
        match = request.resolver_match
        if match is None:
            raise ImproperlyConfigured("an audience is asked before the address is resolved")
        request.audience = audience_of(match.view_name)
        if request.audience is Audience.PARTICIPANT:
            return _enter(request, _takes_part)
        if request.audience is Audience.ORGANISER:
            return _enter(request, _organises)
        if request.audience is Audience.PRESS_OFFICE:
            return _enter(request, _works_in_the_press_office)
        return None


def _enter(request: EditionRequest, admits: Callable[[EditionRequest], bool]) -> HttpResponseBase | None:
    if not request.user.is_authenticated:
        return redirect(with_next(address_in(request, "account:sign-in"), request.get_full_path()))
    if not admits(request):
        raise Http404
    return None


def _takes_part(request: EditionRequest) -> bool:
    participant = participant_of_user(request.edition, request.user.pk)
    if participant is not None:
        request.participant = participant
    return participant is not None


def _organises(request: EditionRequest) -> bool:
    return RoleName.ORGANISER in role_names(request.user, request.edition)


def _works_in_the_press_office(request: EditionRequest) -> bool:
    return RoleName.PRESS_OFFICER in role_names(request.user, request.edition)
