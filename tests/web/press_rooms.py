"""A press room with something of everything that a release can have."""

from dataclasses import dataclass, replace
from datetime import datetime

from contactdays.accounts.models import User
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import LANGUAGES, Text
from contactdays.editions.models import Edition
from contactdays.press.models import Attachment, Release, Version
from contactdays.press.release_text import ReleaseText
from contactdays.press.services.attachments import attach, describe
from contactdays.press.services.workflow import review, schedule
from contactdays.press.services.writing import begin_correction, set_note, write_text
from tests.factories import make_press_officer, make_text
from tests.factories.pictures import pdf_bytes, picture_bytes

MARK = "Zwaluwstaart"
"""A word that stands nowhere but in the release; in its title, body, theme, captions and file names."""


@dataclass
class PressRoom:
    """Who works in it, and the release that they prepared."""

    edition: Edition
    writer: User
    reader: User
    release: Release
    version: Version
    picture: Attachment
    document: Attachment
    mark: str


def press_room(edition: Edition, written: datetime, *, code: str = "zwaluw", mark: str = MARK) -> PressRoom:
    """A release in four languages with a picture and a document, reviewed and to be scheduled. Needs the scope."""
    number = User.objects.count()
    writer, reader = (make_press_officer(edition, f"{each} {number}") for each in ("Writer", "Reader"))
    with clock.at(written):
        rows = [write_text(marked(code, language, mark), edition=edition, actor=writer) for language in LANGUAGES]
        version = rows[0].version
        picture = attach(version, picture_bytes(), f"{mark}.png", actor=writer)
        words = Text({language: f"{mark} ({language})" for language in LANGUAGES})
        describe(picture, alternative=words, caption=words, rights=f"© {mark}", language="", actor=writer)
        document = attach(version, pdf_bytes(mark.encode()), f"{mark} feiten.pdf", language="nl", actor=writer)
        for row in rows:
            review(row, actor=reader)
    return PressRoom(edition, writer, reader, version.release, version, picture, document, mark)


def marked(code: str, language: str, mark: str = MARK) -> ReleaseText:
    """A text that has ``mark`` in its title, lead and theme."""
    text = make_text(code, language)
    return replace(
        text, title=f"{mark} {text.title}", theme=f"{mark}thema {language}", body=f"{mark} is er.\n\n{text.body}"
    )


def schedule_room(room: PressRoom, appears: datetime, written: datetime) -> None:
    """Have the release appear at ``appears``; decided at ``written``."""
    with edition_scope(room.edition), clock.at(written):
        schedule(room.version, appears, zone=room.edition.time_zone, actor=room.writer)


def schedule_correction(room: PressRoom, appears: datetime, written: datetime, mark: str) -> Version:
    """Have a correction whose texts and note hold ``mark`` appear at ``appears``; decided at ``written``."""
    with edition_scope(room.edition), clock.at(written):
        version = begin_correction(room.release, actor=room.writer)
        for language in LANGUAGES:
            text = replace(marked(room.release.code, language, room.mark), title=f"{mark} in {language}")
            review(write_text(text, edition=room.edition, actor=room.writer), actor=room.reader)
        set_note(version, Text(dict.fromkeys(LANGUAGES, f"{mark} was fout.")), actor=room.writer)
        schedule(version, appears, zone=room.edition.time_zone, actor=room.writer)
    return version
