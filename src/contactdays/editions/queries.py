"""Reading editions. An edition itself belongs to the installation; what it owns is read in its scope."""

from collections.abc import Mapping

from contactdays.editions.models import Edition, Travel


def edition_by_code(code: str) -> Edition | None:
    """The edition with this address, with its conference and main venue; None when there is none."""
    return Edition.objects.select_related("conference", "main_venue").filter(code=code.lower()).first()


def latest_edition() -> Edition | None:
    """The edition that begins last: what ``/`` shows."""
    return Edition.objects.select_related("conference").order_by("-first_day", "-pk").first()


def edition_codes() -> tuple[str, ...]:
    """The addresses of all editions, the one that begins last first."""
    return tuple(Edition.objects.order_by("-first_day", "-pk").values_list("code", flat=True))


def minutes_between_venues(edition: Edition) -> Mapping[tuple[str, str], int]:
    """Minutes from one venue to another, door to door, by their codes; a way nobody measured is absent."""
    ways = Travel.objects.values_list("origin__code", "destination__code", "minutes")
    return {(origin, destination): minutes for origin, destination, minutes in ways}
