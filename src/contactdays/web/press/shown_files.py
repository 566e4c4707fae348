"""The files of a version, as the page of its release shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from contactdays.core.text import LANGUAGES
from contactdays.press.enums import AttachmentKind
from contactdays.press.models import Attachment, Version
from contactdays.web.parts.dates import number
from contactdays.web.press.marks import own_name


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a file in one language."""

    language: str
    name: str
    alternative: str
    caption: str


@dataclass(frozen=True, slots=True)
class ShownFile:
    """One file; ``picture`` when it can be seen, ``lacks`` the languages in which nothing is said for the blind.

    ``refused``: what stands here was typed and is not kept.
    """

    token: str
    name: str
    size: str
    picture: bool
    width: int | None
    height: int | None
    language: str
    rights: str
    words: tuple[Words, ...]
    lacks: str
    refused: bool = False


def files_of(version: Version, described: str = "", sent: Mapping[str, str] = MappingProxyType({})) -> list[ShownFile]:
    """The files of ``version`` in their order; of the one ``described``, what was ``sent`` instead of what is kept."""
    files = [_shown(each, version) for each in Attachment.objects.filter(version=version).select_related("file")]
    return [_as_sent(each, sent) if each.token == described else each for each in files]


def _as_sent(file: ShownFile, sent: Mapping[str, str]) -> ShownFile:
    words = tuple(
        replace(
            each,
            alternative=sent.get(f"alternative_{each.language}", ""),
            caption=sent.get(f"caption_{each.language}", ""),
        )
        for each in file.words
    )
    return replace(file, words=words, rights=sent.get("rights", ""), language=sent.get("language", ""), refused=True)


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture with what is said of it in one language."""

    token: str
    alternative: str
    caption: str
    rights: str
    width: int | None
    height: int | None


def pictures_of(version: Version, language: str) -> list[ShownPicture]:
    """The pictures of ``version`` that go with the text in ``language``."""
    found = Attachment.objects.filter(version=version, kind=AttachmentKind.PICTURE, language__in=("", language))
    return [
        ShownPicture(
            each.file.token,
            each.alternative.get_in(language) or "",
            each.caption.get_in(language) or "",
            each.rights,
            each.file.width,
            each.file.height,
        )
        for each in found.select_related("file")
    ]


def _shown(attachment: Attachment, version: Version) -> ShownFile:
    picture = attachment.kind == AttachmentKind.PICTURE
    needed = [attachment.language] if attachment.language else version.edition.required_languages
    lacking = attachment.alternative.missing(needed) if picture else ()
    file = attachment.file
    return ShownFile(
        token=file.token,
        name=file.name,
        size=f"{number(max(1, file.size // 1000))} kB",
        picture=picture,
        width=file.width,
        height=file.height,
        language=attachment.language,
        rights=attachment.rights,
        words=tuple(
            Words(each, own_name(each), attachment.alternative.get(each, ""), attachment.caption.get(each, ""))
            for each in LANGUAGES
        ),
        lacks=", ".join(map(own_name, lacking)),
    )
