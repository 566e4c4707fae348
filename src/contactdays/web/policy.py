"""Who may enter each address of the installation. An address that is not declared here stops the start.

Entry is decided here and by the audience middleware; what may be done to a thing inside, by ``accounts.policy.can``.
"""

from collections.abc import Iterator
from enum import Enum

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import URLPattern, URLResolver


class Audience(Enum):
    """Who may enter."""

    PUBLIC = "everyone; neither read nor given a cookie"
    ACCOUNT = "everyone; signs in or out"
    SECRET_ADDRESS = "who knows the address; nothing else is asked"  # noqa: S105  an audience, not a secret
    PARTICIPANT = "who takes part in this edition"
    ORGANISER = "organisers of this edition"
    PRESS_OFFICE = "press officers of this edition"


AUDIENCES = {
    "site:door": Audience.PUBLIC,
    "site:health": Audience.PUBLIC,
    "site:robots": Audience.PUBLIC,
    "site:sitemap": Audience.PUBLIC,
    "public:front": Audience.PUBLIC,
    "public:programme": Audience.PUBLIC,
    "public:calendar": Audience.PUBLIC,
    "public:day": Audience.PUBLIC,
    "public:session": Audience.PUBLIC,
    "public:accessibility": Audience.PUBLIC,
    "public:privacy": Audience.PUBLIC,
    "pressroom:home": Audience.PUBLIC,
    "pressroom:release": Audience.PUBLIC,
    "pressroom:version": Audience.PUBLIC,
    "pressroom:text": Audience.PUBLIC,
    "pressroom:archive": Audience.PUBLIC,
    "pressroom:year": Audience.PUBLIC,
    "pressroom:theme": Audience.PUBLIC,
    "pressroom:search": Audience.PUBLIC,
    "pressroom:release-pdf": Audience.PUBLIC,
    "pressroom:version-pdf": Audience.PUBLIC,
    "pressroom:file": Audience.PUBLIC,
    "pressroom:small-file": Audience.PUBLIC,
    "pressroom:atom": Audience.PUBLIC,
    "pressroom:rss": Audience.PUBLIC,
    "pressroom:theme-atom": Audience.PUBLIC,
    "pressroom:theme-rss": Audience.PUBLIC,
    "pressroom:points": Audience.PUBLIC,
    "pressroom:card": Audience.PUBLIC,
    "pressroom:sitemap": Audience.PUBLIC,
    "press:home": Audience.PRESS_OFFICE,
    "press:alert-seen": Audience.PRESS_OFFICE,
    "press:import": Audience.PRESS_OFFICE,
    "press:live": Audience.PRESS_OFFICE,
    "press:roster": Audience.PRESS_OFFICE,
    "press:spokesperson": Audience.PRESS_OFFICE,
    "press:duty-add": Audience.PRESS_OFFICE,
    "press:duty-remove": Audience.PRESS_OFFICE,
    "press:new": Audience.PRESS_OFFICE,
    "press:release": Audience.PRESS_OFFICE,
    "press:note": Audience.PRESS_OFFICE,
    "press:sessions": Audience.PRESS_OFFICE,
    "press:schedule": Audience.PRESS_OFFICE,
    "press:publish": Audience.PRESS_OFFICE,
    "press:unschedule": Audience.PRESS_OFFICE,
    "press:correct": Audience.PRESS_OFFICE,
    "press:withdraw": Audience.PRESS_OFFICE,
    "press:discard": Audience.PRESS_OFFICE,
    "press:attach": Audience.PRESS_OFFICE,
    "press:file": Audience.PRESS_OFFICE,
    "press:describe": Audience.PRESS_OFFICE,
    "press:move": Audience.PRESS_OFFICE,
    "press:detach": Audience.PRESS_OFFICE,
    "press:edit": Audience.PRESS_OFFICE,
    "press:preview": Audience.PRESS_OFFICE,
    "press:pdf": Audience.PRESS_OFFICE,
    "press:review": Audience.PRESS_OFFICE,
    "press:confirm": Audience.PRESS_OFFICE,
    "calendar:feed": Audience.SECRET_ADDRESS,
    "participant:agenda": Audience.PARTICIPANT,
    "participant:see": Audience.PARTICIPANT,
    "participant:briefings": Audience.PARTICIPANT,
    "participant:briefing": Audience.PARTICIPANT,
    "participant:worker": Audience.PUBLIC,
    "participant:availability": Audience.PARTICIPANT,
    "participant:availability-remove": Audience.PARTICIPANT,
    "participant:agenda-pdf": Audience.PARTICIPANT,
    "participant:calendar": Audience.PARTICIPANT,
    "participant:calendar-open": Audience.PARTICIPANT,
    "participant:calendar-revoke": Audience.PARTICIPANT,
    "organiser:home": Audience.ORGANISER,
    "organiser:board": Audience.ORGANISER,
    "organiser:board-day": Audience.ORGANISER,
    "organiser:board-slot": Audience.ORGANISER,
    "organiser:session": Audience.ORGANISER,
    "organiser:plans": Audience.ORGANISER,
    "organiser:plan": Audience.ORGANISER,
    "organiser:draft": Audience.ORGANISER,
    "organiser:plan-figures": Audience.ORGANISER,
    "organiser:draft-figures": Audience.ORGANISER,
    "organiser:people": Audience.ORGANISER,
    "organiser:agenda": Audience.ORGANISER,
    "organiser:agenda-pdf": Audience.ORGANISER,
    "organiser:import": Audience.ORGANISER,
    "organiser:import-confirm": Audience.ORGANISER,
    "account:sign-in": Audience.ACCOUNT,
    "account:sign-out": Audience.ACCOUNT,
}
DEMO_AUDIENCES = {"account:demo": Audience.ACCOUNT, "components:sheet": Audience.PUBLIC}


def audiences() -> dict[str, Audience]:
    """Every declared address and its audience; the demo's only where the installation is a demo."""
    return AUDIENCES | (DEMO_AUDIENCES if settings.DEMO else {})


def audience_of(route: str) -> Audience:
    """Who may enter ``route``; raise ``ImproperlyConfigured`` when nobody declared it."""
    try:
        return audiences()[route]
    except KeyError:
        raise ImproperlyConfigured(
            f"web/policy.py does not say who may enter {route or 'a route without a name'}."
        ) from None


def require_all_declared(root: URLResolver) -> None:
    """Raise ``ImproperlyConfigured`` unless every route below ``root`` is declared and nothing else is."""
    routes, declared = set(route_names(root)), set(audiences())
    if routes != declared:
        undeclared, gone = sorted(routes - declared), sorted(declared - routes)
        raise ImproperlyConfigured(f"web/policy.py: not declared {undeclared}, declared but not there {gone}.")


def route_names(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    """The full name of every route below ``resolver``; empty for a route without a name."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from route_names(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}" if pattern.name else ""
