"""The pictures and documents of a release, ready to be shown."""

from dataclasses import dataclass

from contactdays.press.enums import AttachmentKind
from contactdays.press.models import Attachment, LanguageVersion
from contactdays.press.queries.public import public_attachments


@dataclass(frozen=True, slots=True)
class Attached:
    """Pictures and documents, each in the order that the press office gave them."""

    pictures: tuple[Attachment, ...]
    documents: tuple[Attachment, ...]


def attached_to(row: LanguageVersion) -> Attached:
    """What goes with the version of ``row``, in its language or in all."""
    public = public_attachments().filter(version=row.version_id, language__in=("", row.language))
    found = list(public.order_by("place", "pk"))
    return Attached(_of_kind(found, AttachmentKind.PICTURE), _of_kind(found, AttachmentKind.DOCUMENT))


def _of_kind(attachments: list[Attachment], kind: AttachmentKind) -> tuple[Attachment, ...]:
    return tuple(each for each in attachments if each.kind == kind)
