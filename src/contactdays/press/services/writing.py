"""Writing releases: their texts, languages, themes and corrections."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from contactdays.accounts.policy import require
from contactdays.audit.services import Actor
from contactdays.core import clock
from contactdays.core.text import Text
from contactdays.editions.models import Edition
from contactdays.editions.validators import validate_code
from contactdays.press.errors import (
    AnotherTheme,
    AppearedAlready,
    CodeTaken,
    CorrectionOpen,
    NoDraft,
    NothingAppeared,
    Withdrawn,
)
from contactdays.press.models import Attachment, LanguageVersion, Release, Theme, Version
from contactdays.press.queries.office import has_appeared, latest_version
from contactdays.press.release_text import ReleaseText, to_values
from contactdays.press.said import seen_text
from contactdays.press.searching import words_of
from contactdays.press.services import record
from contactdays.press.services.attachments import forget_unheld
from contactdays.press.services.holding import hold, hold_text, hold_version


@transaction.atomic
def write_text(text: ReleaseText, *, edition: Edition, actor: Actor) -> LanguageVersion:
    """Keep ``text`` as the draft of its release in its language; a new code begins a release in that language.

    A text that is kept unchanged keeps its review. Raise ``NoDraft`` when this language of the latest version is
    scheduled or has appeared, ``Withdrawn``, ``AnotherTheme`` when the release's theme has another name, or
    ``CodeTaken`` when somebody else begins a release of this code at this moment.
    """
    require(actor, "press.write", edition)
    release = Release.objects.filter(code=text.code).first()
    if release is not None:
        hold(release)
    version = _begin(text, edition) if release is None else _version_to_write(release, text)
    row = version.texts.filter(language=text.lang).first()
    if row is not None and row.text == text:
        return _follow_source(row)
    before = {"digest": row.text.digest()} if row is not None else None
    row = _written(version, text, row, actor)
    record.of_text("release.written", row, actor, before=before, after={"digest": text.digest()})
    return row


def _begin(text: ReleaseText, edition: Edition) -> Version:
    release = Release(edition=edition, code=text.code, theme=_theme(text, edition), source_language=text.lang)
    release.full_clean(exclude=["edition", "theme"], validate_constraints=False)
    try:
        with transaction.atomic():
            release.save()
    except IntegrityError as error:
        raise CodeTaken(release=text.code) from error
    return _add_version(release, 1)


def _add_version(release: Release, number: int) -> Version:
    version = Version(
        edition=release.edition, release=release, number=number, zone=release.edition.time_zone, created=clock.now()
    )
    version.save()
    return version


def _version_to_write(release: Release, text: ReleaseText) -> Version:
    if release.withdrawn:
        raise Withdrawn(release=release.code)
    version = latest_version(release)
    if version is None or version.texts.filter(language=text.lang, appears__isnull=False).exists():
        raise NoDraft(release=release.code, languages=(text.lang,))
    _name_theme(release, text)
    return version


def _theme(text: ReleaseText, edition: Edition) -> Theme:
    """The theme of this name in this language; a new one when there is none."""
    for theme in Theme.objects.all():
        if theme.names.get_in(text.lang) == text.theme:
            return theme
    theme = Theme(edition=edition, code=_free_code(text.theme), names=Text({text.lang: text.theme}))
    theme.full_clean(exclude=["edition"])
    theme.save()
    return theme


def _free_code(name: str) -> str:
    wanted = slugify(name)[:36].strip("-") or "theme"
    taken = set(Theme.objects.values_list("code", flat=True))
    return next(code for number in range(1, len(taken) + 2) if (code := _numbered(wanted, number)) not in taken)


def _numbered(code: str, number: int) -> str:
    return code if number == 1 else f"{code}-{number}"


def _name_theme(release: Release, text: ReleaseText) -> None:
    """Give the theme its name in this language; a lone release may rename it."""
    theme = release.theme
    known = theme.names.get_in(text.lang)
    if known == text.theme:
        return
    if known is not None and _is_shared(theme, release):
        raise AnotherTheme(release=release.code, language=text.lang, name=known, given=text.theme)
    theme.names = Text({**theme.names, text.lang: text.theme})
    theme.save(update_fields=["names"])


def _is_shared(theme: Theme, release: Release) -> bool:
    """Whether the name stands elsewhere: in another release, or in a text of this one that has its instant."""
    if theme.releases.exclude(pk=release.pk).exists():
        return True
    return LanguageVersion.objects.filter(version__release=release, appears__isnull=False).exists()


def _written(version: Version, text: ReleaseText, row: LanguageVersion | None, actor: Actor) -> LanguageVersion:
    row = row or LanguageVersion(edition=version.edition, version=version, language=text.lang)
    row.content, row.words = to_values(text), words_of(text)
    row.source_content = _source_content(version, text.lang)
    row.writer_id, row.writer_name, row.written = actor.user_id, actor.display_name, clock.now()
    row.reviewer, row.reviewer_name, row.reviewed = None, "", None
    row.save()
    return row


def _source_content(version: Version, language: str) -> Any:
    """The source as it stands now; None for the source itself."""
    source_language = version.release.source_language
    source = None if language == source_language else version.texts.filter(language=source_language).first()
    return source.content if source is not None else None


def _follow_source(row: LanguageVersion) -> LanguageVersion:
    """Kept as it is: so it was read against the source as that stands now."""
    row.source_content = _source_content(row.version, row.language)
    row.save(update_fields=["source_content"])
    return row


@transaction.atomic
def confirm_text(row: LanguageVersion, *, actor: Actor) -> None:
    """Say that a translation is still right though its source changed."""
    require(actor, "press.write", row)
    hold_text(row)
    if row.appears is not None:
        raise NoDraft(release=row.version.release.code, languages=(row.language,))
    _follow_source(row)
    source = row.source_text
    record.of_text("release.confirmed", row, actor, after={"source": source.digest() if source else None})


@transaction.atomic
def begin_correction(release: Release, *, actor: Actor) -> Version:
    """The next version of a release that has appeared: the same texts, reviews and files, to be changed."""
    require(actor, "press.write", release)
    hold(release)
    version = latest_version(release)
    if release.withdrawn:
        raise Withdrawn(release=release.code)
    if version is None or not has_appeared(release):
        raise NothingAppeared(release=release.code)
    if not version.texts.filter(appears__isnull=False, appears__lte=clock.now()).exists():
        raise CorrectionOpen(release=release.code, number=version.number)
    following = _add_version(release, version.number + 1)
    for row in version.texts.all():
        row.pk, row.version, row.appears = None, following, None
        row._state.adding = True
        row.save()
    for attachment in Attachment.objects.filter(version=version):
        attachment.pk, attachment.version = None, following
        attachment._state.adding = True
        attachment.save()
    record.of_version("release.correction-begun", following, actor)
    return following


@transaction.atomic
def set_note(version: Version, note: Text, *, actor: Actor) -> None:
    """Say, in each language, what a correction changes; ``NoDraft`` where its text is scheduled or has appeared,
    ``ValidationError`` when that is too long."""
    require(actor, "press.write", version)
    hold_version(version)
    settled = version.texts.filter(appears__isnull=False).values_list("language", flat=True)
    if changed := tuple(sorted(each for each in settled if version.note.get_in(each) != note.get_in(each))):
        raise NoDraft(release=version.release.code, languages=changed)
    before, version.note = dict(version.note), seen_text(note)
    version.save(update_fields=["note"])
    record.of_version("release.note-written", version, actor, before=sorted(before), after=sorted(note))


@transaction.atomic
def discard(version: Version, *, actor: Actor) -> None:
    """Drop a version that nobody scheduled; with the first version the release is gone."""
    require(actor, "press.write", version)
    hold_version(version)
    if version.texts.filter(appears__isnull=False).exists():
        raise AppearedAlready(release=version.release.code)
    record.of_version("release.discarded", version, actor)
    files = list(version.attachments.values_list("file_id", flat=True))
    (version.release if version.number == 1 else version).delete()
    forget_unheld(files)


@transaction.atomic
def link_sessions(release: Release, codes: Sequence[str], *, actor: Actor) -> None:
    """Have ``release`` tell of the sessions with these codes, in this order; ``ValidationError`` for no code."""
    require(actor, "press.write", release)
    for code in codes:
        validate_code(code)
    hold(release)
    before, release.sessions = list(release.sessions), list(dict.fromkeys(codes))
    release.save(update_fields=["sessions"])
    record.of_release("release.sessions-linked", release, actor, before=before, after=release.sessions)
