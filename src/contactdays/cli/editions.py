"""Finding the edition a command is about."""

from django.core.management.base import CommandError

from contactdays.editions.models import Edition
from contactdays.editions.queries import edition_by_code


def edition_named(code: str) -> Edition:
    """The edition with this address; a clear error when there is none."""
    edition = edition_by_code(code)
    if edition is None:
        known = ", ".join(Edition.objects.order_by("code").values_list("code", flat=True)) or "none"
        raise CommandError(f"There is no edition “{code}”. Known: {known}. Import a workbook to make one.")
    return edition
