"""What the middleware has found out about a request before a view sees it."""

from django.http import HttpRequest

from contactdays.accounts.models import User
from contactdays.editions.models import Edition
from contactdays.people.models import Participant
from contactdays.web.policy import Audience


class EditionRequest(HttpRequest):
    """A request of an address of an edition. ``participant`` is there for the participant's own addresses only."""

    edition: Edition
    language: str
    audience: Audience
    participant: Participant
    user: User
