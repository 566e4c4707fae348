"""One act on a release after the other, also where several processes serve the press office.

Each function keeps others off the release until the transaction ends and reads anew what the act is about. Each raises
``Discarded`` when somebody has dropped that meanwhile.
"""

from typing import Any

from contactdays.press.errors import Discarded
from contactdays.press.models import LanguageVersion, Release, Version


def hold(release: Release) -> None:
    _read_anew(release, release, from_queryset=Release.objects.select_for_update(no_key=True))


def hold_version(version: Version) -> None:
    hold(version.release)
    _read_anew(version, version.release, fields=["note", "zone"])


def hold_text(row: LanguageVersion) -> None:
    hold(row.version.release)
    _read_anew(row, row.version.release)


def _read_anew(thing: Release | Version | LanguageVersion, release: Release, **how: Any) -> None:
    try:
        thing.refresh_from_db(**how)
    except type(thing).DoesNotExist as error:
        raise Discarded(release=release.code) from error
