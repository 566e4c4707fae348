"""Finding what an address of the press office names: a release by its token, never by its code."""

from dataclasses import dataclass

from django.http import Http404

from contactdays.core.text import LANGUAGES
from contactdays.press.models import LanguageVersion, Release, Version


@dataclass(frozen=True, slots=True)
class Found:
    """A release, its latest version, and the text of that version in each language it has."""

    release: Release
    version: Version
    texts: dict[str, LanguageVersion]

    @property
    def source(self) -> LanguageVersion | None:
        return self.texts.get(self.release.source_language)


def found(token: str) -> Found:
    """The release with this ``token``; raise ``Http404`` when there is none in the edition."""
    release = Release.objects.filter(token=token).select_related("theme", "edition").first()
    version = release.versions.select_related("edition").order_by("-number").first() if release else None
    if release is None or version is None:
        raise Http404
    version.release = release
    return Found(release, version, _texts_of(version))


def _texts_of(version: Version) -> dict[str, LanguageVersion]:
    rows = {row.language: row for row in version.texts.all()}
    for row in rows.values():
        row.version = version
    return {language: rows[language] for language in LANGUAGES if language in rows}


def text_in(this: Found, language: str) -> LanguageVersion:
    """The text of the latest version in ``language``; raise ``Http404`` when it is missing."""
    if language not in this.texts:
        raise Http404
    return this.texts[language]
