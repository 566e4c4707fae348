"""The sessions a release tells of, and who speaks there."""

from dataclasses import dataclass

from contactdays.planning.public_programme import ProgrammeItem, public_programme
from contactdays.press.models import Release
from contactdays.web.public.speakers import speakers_of


@dataclass(frozen=True, slots=True)
class RelatedSession:
    item: ProgrammeItem
    speakers: tuple[str, ...]


def related_sessions(release: Release, language: str) -> tuple[RelatedSession, ...]:
    """Those of its sessions that are public in the current plan, in the order in which the release names them."""
    if not release.sessions:
        return ()
    days = public_programme(release.edition, language)
    items = {item.code: item for day in days for item in day.items}
    codes = [code for code in release.sessions if code in items]
    speakers = speakers_of(codes)
    return tuple(RelatedSession(items[code], speakers.get(code, ())) for code in codes)
