"""Reading editions. An edition itself belongs to the installation; what it owns is read in its scope."""

from contactdays.editions.models import Edition


def edition_by_code(code: str) -> Edition | None:
    """The edition with this address, with its conference and main venue; None when there is none."""
    return Edition.objects.select_related("conference", "main_venue").filter(code=code.lower()).first()


def latest_edition() -> Edition | None:
    """The edition that begins last: what ``/`` shows."""
    return Edition.objects.select_related("conference").order_by("-first_day", "-pk").first()
