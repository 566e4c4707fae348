"""What the press office sees: every release, its versions, and how far each language is."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import QuerySet

from contactdays.core import clock
from contactdays.core.text import LANGUAGES
from contactdays.press.document import Correction
from contactdays.press.enums import LanguageState
from contactdays.press.models import LanguageVersion, Release, Version


def releases() -> "QuerySet[Release]":
    """Every release of the edition, the newest first."""
    found: QuerySet[Release] = Release.objects.select_related("theme").prefetch_related("versions__texts")
    return found.order_by("-pk")


def working_version(release: Release) -> Version | None:
    """The version that can still be written: the latest, unless it is scheduled or has appeared."""
    version = release.versions.order_by("-number").first()
    if version is None or version.texts.filter(appears__isnull=False).exists():
        return None
    return version


def latest_version(release: Release) -> Version | None:
    return release.versions.order_by("-number").first()


def texts_by_language(version: Version) -> dict[str, LanguageVersion]:
    """The texts of ``version`` by language, in the settled order of languages."""
    found = {text.language: text for text in version.texts.all()}
    return {language: found[language] for language in LANGUAGES if language in found}


def states(version: Version, source_language: str) -> dict[str, LanguageState]:
    """How far ``version`` is in each language."""
    texts = texts_by_language(version)
    return {language: state_of(texts, language, source_language) for language in LANGUAGES}


def state_of(texts: Mapping[str, LanguageVersion], language: str, source_language: str) -> LanguageState:
    """How far the ``texts`` of one version are in ``language``. Sooner or later beats draft or reviewed."""
    text = texts.get(language)
    if text is None:
        return LanguageState.MISSING
    if text.appears is not None:
        return LanguageState.PUBLISHED if text.appears <= clock.now() else LanguageState.SCHEDULED
    source = texts.get(source_language)
    if source is not None and language != source_language and text.source_text != source.text:
        return LanguageState.OUTDATED
    return LanguageState.REVIEWED if text.reviewed else LanguageState.DRAFT


def has_appeared(release: Release) -> bool:
    texts = LanguageVersion.objects.filter(version__release=release, appears__lte=clock.now())
    return bool(texts.exists())


def correction_in(text: LanguageVersion, instant: datetime) -> Correction | None:
    """What ``text``, that is to appear at ``instant``, corrects; None in a first version."""
    note = text.version.note.get_in(text.language)
    if text.version.number == 1 or note is None:
        return None
    return Correction(instant.astimezone(text.edition.zone), note)
