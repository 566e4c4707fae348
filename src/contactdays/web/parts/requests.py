"""What the middleware has found out about a request before a view sees it."""

from django.http import HttpRequest

from contactdays.accounts.models import User
from contactdays.editions.models import Edition
from contactdays.people.models import Participant
from contactdays.web.policy import Audience


class AddressedRequest(HttpRequest):
    """Any request, once it is known whether its address names a language and an edition."""

    edition: Edition | None
    language: str | None


class EditionRequest(HttpRequest):
    """A request of an address of an edition. ``participant`` is there for the participant's own addresses only."""

    edition: Edition
    language: str
    audience: Audience
    participant: Participant
    user: User
