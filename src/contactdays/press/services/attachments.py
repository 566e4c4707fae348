"""Files of a release: taken in by what they are, described in every language, put in order, taken away."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction

from contactdays.accounts.policy import require
from contactdays.audit.services import Actor
from contactdays.core import clock
from contactdays.core.text import Text
from contactdays.press.enclosures import is_pdf, require_harmless
from contactdays.press.enums import AttachmentKind
from contactdays.press.errors import NoDraft, OtherAttachments, UnusableFile, Withdrawn
from contactdays.press.models import Attachment, File, FileContent, Version
from contactdays.press.pictures import made_fit, picture_format
from contactdays.press.said import seen, seen_text
from contactdays.press.services import record
from contactdays.press.services.holding import hold_version

MOST_BYTES = 10_000_000
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class _Taken:
    """A file as it will be kept."""

    kind: AttachmentKind
    media_type: str
    ending: str
    whole: bytes
    small: bytes | None = None
    width: int | None = None
    height: int | None = None

    @property
    def digest(self) -> str:
        return sha256(self.whole).hexdigest()


@transaction.atomic
def attach(version: Version, content: bytes, name: str, *, language: str = "", actor: Actor) -> Attachment:
    """Add a picture (JPEG, PNG, WebP) or a PDF to ``version``, in ``language`` or (empty) in all.

    What it is shows from ``content``, never from ``name``. Pictures are encoded anew, without anything but pixels.
    Raise ``UnusableFile`` with its reason, or ``NoDraft`` when a text of ``version`` is scheduled or has appeared.
    """
    _require_open(version, actor)
    taken = _taken(content)
    if version.attachments.filter(file__digest=taken.digest).exists():
        raise UnusableFile(reason="twice")
    attachment = Attachment(
        edition=version.edition,
        version=version,
        file=_kept(taken, version, clean_name(name, taken.ending)),
        kind=taken.kind,
        language=language,
        place=version.attachments.count(),
    )
    attachment.full_clean(exclude=["edition", "version", "file"])
    attachment.save()
    record.of_version("release.file-attached", version, actor, after=_told(attachment))
    return attachment


def clean_name(name: str, ending: str) -> str:
    """``name`` in plain letters, digits, ``-`` and ``_``, with the ending of what the file really is."""
    last = re.split(r"[/\\]", name)[-1]
    stem = last.rpartition(".")[0] or last
    letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return (re.sub(r"[^A-Za-z0-9_-]+", "-", letters).strip("-")[:LONGEST_NAME] or "file") + ending


def _require_open(version: Version, actor: Actor) -> None:
    if languages := _settled_languages(version, actor):
        raise NoDraft(release=version.release.code, languages=languages)


def _settled_languages(version: Version, actor: Actor) -> tuple[str, ...]:
    """The languages of ``version`` that are scheduled or have appeared; raise ``Withdrawn``."""
    require(actor, "press.attach", version)
    hold_version(version)
    if version.release.withdrawn:
        raise Withdrawn(release=version.release.code)
    settled = version.texts.filter(appears__isnull=False).values_list("language", flat=True)
    return tuple(sorted(settled))


def _taken(content: bytes) -> _Taken:
    if not content:
        raise UnusableFile(reason="empty")
    if len(content) > MOST_BYTES:
        raise UnusableFile(reason="too-large", most=MOST_BYTES)
    if file_format := picture_format(content):
        fit = made_fit(content, file_format)
        return _Taken(AttachmentKind.PICTURE, "image/jpeg", ".jpg", fit.whole, fit.small, fit.width, fit.height)
    if is_pdf(content):
        require_harmless(content)
        return _Taken(AttachmentKind.DOCUMENT, "application/pdf", ".pdf", content)
    raise UnusableFile(reason="unknown-kind")


def _kept(taken: _Taken, version: Version, name: str) -> File:
    file = File(
        edition=version.edition,
        name=name,
        media_type=taken.media_type,
        size=len(taken.whole),
        width=taken.width,
        height=taken.height,
        digest=taken.digest,
        created=clock.now(),
    )
    file.full_clean(exclude=["edition"])
    file.save()
    FileContent(edition=version.edition, file=file, whole=taken.whole, small=taken.small).save()
    return file


def _told(attachment: Attachment) -> dict[str, str]:
    return {"name": attachment.file.name, "digest": attachment.file.digest, "language": attachment.language}


@transaction.atomic
def describe(
    attachment: Attachment, *, alternative: Text, caption: Text, rights: str, language: str, actor: Actor
) -> None:
    """Say what a picture shows to whoever cannot see it, what stands under it, and whose it is.

    Once a language is scheduled or has appeared, only words in the others can be added or changed, for languages that
    follow later; anything else raises ``NoDraft``.
    """
    version = attachment.version
    settled = _settled_languages(version, actor)
    before = _said(attachment, settled)
    attachment.alternative, attachment.caption = seen_text(alternative), seen_text(caption)
    attachment.rights, attachment.language = seen(rights), language
    if settled and _said(attachment, settled) != before:
        raise NoDraft(release=version.release.code, languages=settled)
    attachment.full_clean(exclude=["edition", "version", "file"])
    attachment.save(update_fields=["alternative", "caption", "rights", "language"])
    words = sha256(repr((attachment.alternative, attachment.caption, attachment.rights)).encode()).hexdigest()
    record.of_version("release.file-described", version, actor, after={**_told(attachment), "words": words})


def _said(attachment: Attachment, languages: Sequence[str]) -> tuple[object, ...]:
    """What readers in ``languages`` are told of a file."""
    words = [(attachment.alternative.get_in(each), attachment.caption.get_in(each)) for each in languages]
    return (*words, attachment.rights, attachment.language)


@transaction.atomic
def detach(attachment: Attachment, *, actor: Actor) -> None:
    """Take a file off its version; the bytes go with it unless another version holds them."""
    version = attachment.version
    _require_open(version, actor)
    told = _told(attachment)
    attachment.delete()
    forget_unheld([attachment.file_id])
    record.of_version("release.file-detached", version, actor, before=told)


def forget_unheld(files: Sequence[int]) -> None:
    """Delete those of ``files`` (keys) that no version holds."""
    File.objects.filter(pk__in=files, attachments__isnull=True).delete()


@transaction.atomic
def reorder(version: Version, pks: Sequence[int], *, actor: Actor) -> None:
    """Have the files of ``version`` stand in this order; ``pks`` are all of them, else raise ``OtherAttachments``."""
    _require_open(version, actor)
    attachments = {each.pk: each for each in version.attachments.select_related("file")}
    if sorted(attachments) != sorted(pks):
        raise OtherAttachments(release=version.release.code)
    for place, pk in enumerate(pks):
        attachments[pk].place = place
    Attachment.objects.bulk_update(attachments.values(), ["place"])
    record.of_version("release.files-ordered", version, actor, after=[attachments[pk].file.digest for pk in pks])
