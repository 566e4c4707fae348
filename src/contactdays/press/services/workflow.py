"""From a draft to the world: reviewed by a second person, scheduled for an instant, corrected, withdrawn."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from contactdays.accounts.policy import require
from contactdays.audit.services import Actor
from contactdays.core import clock
from contactdays.core.text import Text
from contactdays.press.document import release_document
from contactdays.press.enums import AttachmentKind, LanguageState
from contactdays.press.errors import (
    AppearedAlready,
    BeforeEmbargo,
    NoDraft,
    NothingAppeared,
    NotReady,
    ReadAnother,
    ReasonMissing,
    SecondPersonNeeded,
    Unprintable,
    Withdrawn,
)
from contactdays.press.models import LanguageVersion, Paper, Release, Version
from contactdays.press.queries.office import correction_in, has_appeared, states, texts_by_language
from contactdays.press.said import seen_text
from contactdays.press.services import record
from contactdays.press.services.holding import hold, hold_text, hold_version

READY = {LanguageState.REVIEWED, LanguageState.SCHEDULED, LanguageState.PUBLISHED}


@transaction.atomic
def review(row: LanguageVersion, *, actor: Actor) -> None:
    """Have ``actor``, who has an account and did not write the text, answer for ``row`` as they read it.

    Raise ``NoDraft``, ``SecondPersonNeeded``, or ``ReadAnother`` when the text was changed since.
    """
    require(actor, "press.review", row)
    read = row.text.digest()
    hold_text(row)
    if row.text.digest() != read:
        raise ReadAnother(release=row.version.release.code, languages=(row.language,))
    if row.appears is not None:
        raise NoDraft(release=row.version.release.code, languages=(row.language,))
    if actor.user_id is None or actor.user_id == row.writer_id:
        raise SecondPersonNeeded(release=row.version.release.code, languages=(row.language,))
    row.reviewer_id, row.reviewer_name, row.reviewed = actor.user_id, actor.display_name, clock.now()
    row.save(update_fields=["reviewer", "reviewer_name", "reviewed"])
    record.of_text("release.reviewed", row, actor, after={"digest": row.text.digest()})


@transaction.atomic
def schedule(version: Version, instant: datetime, *, zone: str, actor: Actor) -> None:
    """Have every reviewed language of ``version`` appear at ``instant`` (aware); at once when that has passed.

    ``zone`` is the clock by which the office thinks of the instant. What is scheduled already moves along; what has
    appeared stays. Raise ``NotReady``, ``BeforeEmbargo``, ``Unprintable`` or ``Withdrawn``, and change nothing.
    """
    require(actor, "press.schedule", version)
    release = version.release
    hold_version(version)
    if release.withdrawn:
        raise Withdrawn(release=release.code)
    found = states(version, release.source_language)
    rows = [row for row in texts_by_language(version).values() if _moves(found[row.language])]
    _require_ready(version, found, rows)
    instant = max(instant, clock.now())
    _require_embargo_over(rows, instant)
    version.zone = zone
    version.full_clean(exclude=["release", "edition"])
    version.save(update_fields=["zone"])
    before = {row.language: _told(row.appears) for row in rows}
    for row in rows:
        _typeset(row, instant)
        row.appears = instant
        row.save(update_fields=["appears"])
    after = {row.language: _told(instant) for row in rows}
    record.of_version("release.scheduled", version, actor, before=before, after={**after, "zone": zone})


def _moves(state: LanguageState) -> bool:
    return state in (LanguageState.REVIEWED, LanguageState.SCHEDULED)


def _told(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None


def _require_ready(version: Version, found: dict[str, LanguageState], rows: Iterable[LanguageVersion]) -> None:
    """Every required language, and every one that this corrects, is reviewed; a correction says what it changes;
    every picture says whose it is and what it shows."""
    needed = dict.fromkeys((*version.edition.required_languages, *_languages_before(version)))
    unready = {language: found[language].value for language in needed if found[language] not in READY}
    scheduled = [row.language for row in rows]
    notes = version.note.missing(scheduled) if version.number > 1 else ()
    attachments = tuple(_undescribed(version, scheduled))
    if unready or notes or attachments or not scheduled:
        raise NotReady(release=version.release.code, languages=unready, notes=notes, attachments=attachments)


def _undescribed(version: Version, scheduled: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The pictures without ``rights`` or without words for those who cannot see them, each with what it lacks."""
    pictures = version.attachments.filter(kind=AttachmentKind.PICTURE).select_related("file")
    for picture in pictures:
        shown_in = [each for each in scheduled if picture.language in ("", each)]
        lacks = (*(() if picture.rights else ("rights",)), *picture.alternative.missing(shown_in))
        if lacks:
            yield picture.file.name, lacks


def _languages_before(version: Version) -> set[str]:
    earlier = LanguageVersion.objects.filter(
        version__release=version.release, version__number__lt=version.number, appears__isnull=False
    )
    return set(earlier.values_list("language", flat=True))


def _require_embargo_over(rows: Iterable[LanguageVersion], instant: datetime) -> None:
    for row in rows:
        embargo = row.text.embargo
        if embargo is not None and embargo > instant:
            raise BeforeEmbargo(
                release=row.version.release.code, language=row.language, embargo=embargo, instant=instant
            )


def _typeset(row: LanguageVersion, instant: datetime) -> None:
    """Make the document that will be there from ``instant`` on, dated with it."""
    document = release_document(row.text, dated=instant, correction=correction_in(row, instant))
    if document.missing:
        raise Unprintable(release=row.version.release.code, language=row.language, characters=tuple(document.missing))
    digest = sha256(document.pdf).hexdigest()
    Paper.objects.filter(text=row, text__appears__gt=clock.now()).delete()
    Paper(edition=row.edition, text=row, pdf=document.pdf, pages=document.pages, digest=digest).save()


@transaction.atomic
def unschedule(version: Version, *, actor: Actor) -> None:
    """Take ``version`` off the clock before its instant; a language that has appeared stays."""
    require(actor, "press.schedule", version)
    hold_version(version)
    rows = list(version.texts.filter(appears__gt=clock.now()))
    if not rows:
        raise AppearedAlready(release=version.release.code)
    before = {row.language: _told(row.appears) for row in rows}
    for row in rows:
        row.appears = None
        row.save(update_fields=["appears"])
        Paper.objects.filter(text=row).delete()
    record.of_version("release.unscheduled", version, actor, before=before)


@transaction.atomic
def withdraw(release: Release, reason: Text, *, actor: Actor) -> None:
    """Take a release that has appeared back, at once and in every language, and say why in each of them.

    Raise ``ReasonMissing``, ``NothingAppeared`` or ``Withdrawn``; ``ValidationError`` for a reason that is too long.
    """
    require(actor, "press.withdraw", release)
    reason = seen_text(reason)
    hold(release)
    if release.withdrawn:
        raise Withdrawn(release=release.code)
    if not has_appeared(release):
        raise NothingAppeared(release=release.code)
    appeared = LanguageVersion.objects.filter(version__release=release, appears__lte=clock.now())
    languages = tuple(sorted(set(appeared.values_list("language", flat=True))))
    if missing := reason.missing(languages):
        raise ReasonMissing(release=release.code, languages=missing)
    release.withdrawn, release.reason = clock.now(), reason
    release.save(update_fields=["withdrawn", "reason"])
    record.of_release(
        "release.withdrawn", release, actor, after={"at": _told(release.withdrawn), "reason": dict(reason)}
    )
