"""One act on a release after the other, also where several processes serve the press office."""

from contactdays.press.models import Release


def hold(release: Release) -> None:
    """Keep others off ``release`` until the transaction ends, and know it as it is now."""
    release.refresh_from_db(from_queryset=Release.objects.select_for_update(no_key=True))
