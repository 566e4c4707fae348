"""A demo edition: imported, planned, published, and with invented people to sign in as."""

import socket
from collections.abc import Iterator

from django.db.models import Count

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import User
from contactdays.accounts.services import grant_role
from contactdays.core.scope import edition_scope
from contactdays.editions.models import Edition
from contactdays.people.enums import OrganisationKind
from contactdays.people.models import Participant
from contactdays.people.services import let_sign_in
from contactdays.planning.models import Plan

ORGANISER = ("organiser@demo.example", "Demo organiser")
PRESS_OFFICERS = (
    ("press@demo.example", "Demo press officer"),
    ("press-second@demo.example", "Demo press officer, second reader"),
)


def port_is_free(port: int) -> bool:
    """Whether a server can be started on ``port`` of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def invite_demo_people(edition: Edition, plan: Plan) -> None:
    """Let an invented organiser, two press officers, the busiest head of mission and the busiest company sign in."""
    with edition_scope(edition):
        grant_role(
            _user(*ORGANISER, language=edition.default_language),
            RoleName.ORGANISER,
            edition=edition,
            actor=COMMAND_LINE,
        )
        press_officers(edition)
        for participant in _busiest(plan):
            person = participant.person
            user = _user(f"{participant.code.lower()}@demo.example", person.name, language=person.language)
            let_sign_in(participant, user, actor=COMMAND_LINE)


def press_officers(edition: Edition) -> list[User]:
    """The two who work in the press office of the demo; made when they are not there."""
    with edition_scope(edition):
        users = [_user(*each, language=edition.default_language) for each in PRESS_OFFICERS]
        for user in users:
            grant_role(user, RoleName.PRESS_OFFICER, edition=edition, actor=COMMAND_LINE)
        return users


def _busiest(plan: Plan) -> Iterator[Participant]:
    busy = (
        Participant.objects.filter(occupancies__plan=plan, occupancies__placement__meeting__isnull=False)
        .annotate(meetings=Count("occupancies"))
        .select_related("person", "delegation", "edition")
        .order_by("-meetings", "code")
    )
    for group in (
        busy.filter(delegation__post__isnull=False),
        busy.filter(delegation__organisation__kind=OrganisationKind.COMPANY),
    ):
        yield from group[:1]


def _user(email: str, name: str, *, language: str) -> User:
    return User.objects.filter(email=email).first() or User.objects.create_user(email, name, language=language)
