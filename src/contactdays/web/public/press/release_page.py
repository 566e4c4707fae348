"""The page of a release, or of one of its earlier versions."""

from dataclasses import dataclass

from contactdays.editions.models import Edition
from contactdays.press.markdown import lead_of
from contactdays.press.models import LanguageVersion, Paper
from contactdays.press.release_text import ReleaseText
from contactdays.web.parts.sites import site_address
from contactdays.web.public.press.attached import Attached, attached_to
from contactdays.web.public.press.contacts import DutyLine, Reached, duty_lines, of_text
from contactdays.web.public.press.known import KnownRelease
from contactdays.web.public.press.languages import Languages, languages_of
from contactdays.web.public.press.prose import Prose, prose_of
from contactdays.web.public.press.related import RelatedSession, related_sessions
from contactdays.web.public.press.stamps import Stamp, stamp_of
from contactdays.web.public.press.versions import VersionLine, version_lines


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """Everything a page says of a release in one language; ``pages`` are those of its document, 0 without one.

    ``replaced`` is the version after it and None for the current one; ``before`` the number of the version before.
    """

    text: ReleaseText
    description: str
    theme_code: str
    prose: Prose
    stamp: Stamp
    note: str
    before: int | None
    replaced: VersionLine | None
    versions: tuple[VersionLine, ...]
    languages: Languages
    contacts: tuple[Reached, ...]
    duty: tuple[DutyLine, ...]
    sessions: tuple[RelatedSession, ...]
    attached: Attached
    pages: int
    site: str


def release_page(known: KnownRelease, row: LanguageVersion, edition: Edition) -> ReleasePage:
    """The page of ``row``, one of the texts of ``known``, in its language, which is active."""
    language, text = row.language, row.text
    versions = version_lines(known, language, edition)
    place = next(number for number, line in enumerate(versions) if line.number == row.version.number)
    earlier = versions[place + 1 :]
    return ReleasePage(
        text=text,
        description=lead_of(text.body),
        theme_code=known.release.theme.code,
        prose=prose_of(text),
        stamp=stamp_of(row, known.appeared[language], edition),
        note=versions[place].note,
        before=earlier[0].number if earlier else None,
        replaced=versions[place - 1] if place else None,
        versions=versions,
        languages=languages_of(known, language),
        contacts=of_text(text.spokespersons),
        duty=duty_lines(edition, language),
        sessions=related_sessions(known.release, language),
        attached=attached_to(row),
        pages=_pages(row),
        site=site_address(text.issuer.url),
    )


def _pages(row: LanguageVersion) -> int:
    """Of its document, without reading the document."""
    return int(Paper.objects.filter(text=row).values_list("pages", flat=True).first() or 0)
