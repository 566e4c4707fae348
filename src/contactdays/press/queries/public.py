"""What the world may know now. Every public page, file, feed and search begins here, and nowhere else.

Granting a named journalist a preview would be one more alternative in ``public_texts``.
"""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from contactdays.core import clock
from contactdays.editions.models import Edition
from contactdays.press.models import Attachment, Duty, File, LanguageVersion, Release


def public_texts() -> "QuerySet[LanguageVersion]":
    """The texts whose instant has passed, of releases not withdrawn: every version, every language."""
    texts: QuerySet[LanguageVersion] = LanguageVersion.objects.filter(
        appears__lte=clock.now(), version__release__withdrawn__isnull=True
    )
    return texts.select_related("version__release__theme")


def current_texts(language: str) -> "QuerySet[LanguageVersion]":
    """Of each public release its latest public version in ``language``; the latest to appear first."""
    later = LanguageVersion.objects.filter(
        version__release=OuterRef("version__release"),
        version__number__gt=OuterRef("version__number"),
        language=OuterRef("language"),
        appears__lte=clock.now(),
    )
    texts = public_texts().filter(language=language).exclude(Exists(later))
    return texts.order_by("-appears", "-pk")


def withdrawn_releases(language: str) -> "QuerySet[Release]":
    """The releases that had appeared in ``language`` when they were withdrawn; the latest withdrawn first."""
    appeared = LanguageVersion.objects.filter(
        version__release=OuterRef("pk"), language=language, appears__lte=OuterRef("withdrawn")
    )
    releases: QuerySet[Release] = Release.objects.filter(Exists(appeared), withdrawn__isnull=False)
    return releases.order_by("-withdrawn", "-pk")


def public_attachments() -> "QuerySet[Attachment]":
    """The attachments of versions that have appeared in at least one language, and in their own when they have one."""
    appeared = public_texts().filter(version=OuterRef("version"))
    everywhere = Exists(appeared)
    in_own = Exists(appeared.filter(language=OuterRef("language")))
    attachments: QuerySet[Attachment] = Attachment.objects.select_related("file")
    return attachments.filter(everywhere).filter(in_own) | attachments.filter(everywhere, language="")


def public_file(token: str) -> File | None:
    """The file with this token, if the world may have it."""
    attachment = public_attachments().filter(file__token=token).first()
    return attachment.file if attachment else None


def press_boundaries(edition: Edition) -> tuple[datetime, ...]:
    """The instants at which what the press room shows changes: texts that appear, duties that begin or end."""
    texts = LanguageVersion.objects.filter(appears__isnull=False).values_list("appears", flat=True)
    duties = Duty.objects.values_list("start", "end")
    return tuple(sorted({*texts, *(instant for pair in duties for instant in pair)}))
