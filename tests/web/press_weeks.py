"""A press room with something of everything that its pages show."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from contactdays.accounts.models import User
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import LANGUAGES, Text
from contactdays.editions.models import Edition
from contactdays.people.models import Participant
from contactdays.press.models import LanguageVersion, Release
from contactdays.press.release_text import ReleaseText
from contactdays.press.services.attachments import attach, describe
from contactdays.press.services.roster import add_duty, set_spokesperson
from contactdays.press.services.workflow import review, schedule, withdraw
from contactdays.press.services.writing import begin_correction, link_sessions, set_note, write_text
from contactdays.programme.models import Attendance
from tests.factories import make_press_officer, make_release, make_text
from tests.factories.pictures import pdf_bytes, picture_bytes
from tests.web.weeks import FullWeek, full_week

INSTANT = datetime(2026, 2, 2, 7, 30, tzinfo=UTC)
CORRECTED = datetime(2026, 2, 4, 8, 10, tzinfo=UTC)
CLOSING = datetime(2026, 2, 6, 17, 30, tzinfo=UTC)
AFTER = CORRECTED + timedelta(hours=1)
NOTE = Text(
    nl="Het rondetafelgesprek begint woensdag om 16.10 uur, niet om 14.00 uur.",
    fr="La table ronde commence mercredi à 16 h 10 et non à 14 h.",
    de="Das Rundtischgespräch beginnt am Mittwoch um 16.10 Uhr, nicht um 14 Uhr.",
    en="The round table begins on Wednesday at 16:10, not at 14:00.",
)
REASON = Text(nl="Een cijfer klopte niet.", fr="Un chiffre était faux.", en="A figure was wrong.")
PICTURED = Text(
    nl="Een rode en een blauwe vlag",
    fr="Un drapeau rouge et un bleu",
    de="Eine rote und eine blaue Fahne",
    en="A red flag and a blue one",
)


def press_week(code: str = "week-2026") -> FullWeek:
    """The full week with its press room filled."""
    week = full_week(code)
    fill_press_room(week.edition)
    return week


def fill_press_room(edition: Edition) -> None:
    """Four releases.

    ``announcement`` (nl, fr, de) appears at ``INSTANT`` with a picture and a document, corrected at ``CORRECTED``;
    ``programme-note`` appears an hour later in four languages; ``mistake`` appeared before and is withdrawn by then;
    ``closing`` appears on the evening of 6 February.
    """
    with edition_scope(edition):
        with clock.at(INSTANT - timedelta(days=3)):
            _roster(edition)
            announcement = announce(edition)
            texts = _texts("mistake", "fr", "en", "nl", date=date(2026, 2, 1))
            mistake = make_release(edition, INSTANT - timedelta(days=1), *texts)
            make_release(edition, INSTANT + timedelta(hours=1), *_texts("programme-note", *LANGUAGES))
            make_release(edition, CLOSING, *_texts("closing", *LANGUAGES, title="Secret until Friday"))
        with clock.at(INSTANT - timedelta(hours=1)):
            withdraw(mistake, REASON, actor=make_press_officer(edition, f"Withdrawing Officer of {edition.code}"))
        with clock.at(CORRECTED):
            correct(announcement)


def announce(edition: Edition) -> Release:
    """A release of two public sessions and a private one, with a picture, a document, and a document in German."""
    release = make_release(edition, None, *_texts("announcement", "nl", "fr", "de"))
    officer, version = make_press_officer(edition, f"Announcing Officer of {edition.code}"), release.versions.get()
    picture = attach(version, picture_bytes("PNG", (1600, 1000)), "vlaggen.png", actor=officer)
    describe(picture, alternative=PICTURED, caption=PICTURED, rights="© Press Service", language="", actor=officer)
    for name, language in (("kaart.pdf", ""), ("karte.pdf", "de")):
        document = attach(version, pdf_bytes(name.encode()), name, actor=officer)
        describe(document, alternative=Text(), caption=Text(), rights="", language=language, actor=officer)
    link_sessions(release, ["PREMIER", "OPEN", "LONG-GONE"], actor=officer)
    Attendance.objects.filter(session__code="PREMIER").update(duty="speaker")
    schedule(version, INSTANT, zone=edition.time_zone, actor=officer)
    return release


def correct(release: Release, **changed: object) -> None:
    """Version 2 of ``release``, now: another title in Dutch, the rest as it was."""
    officer = make_press_officer(release.edition, f"Correcting Officer of {release.edition.code}")
    version = begin_correction(release, actor=officer)
    before = version.texts.get(language="nl").text
    write(before, release.edition, title="Alle posthoofden vijf dagen samen in Brussel", **changed)
    for row in version.texts.exclude(language="nl"):
        write(row.text, release.edition, place="Bruxelles")
    set_note(version, NOTE, actor=officer)
    schedule(version, clock.now(), zone=release.edition.time_zone, actor=officer)


def write(text: ReleaseText, edition: Edition, **changed: object) -> LanguageVersion:
    """Keep ``text`` as changed, reviewed by a second person."""
    writer, reader = (make_press_officer(edition, f"{who} {User.objects.count()}") for who in ("Writer", "Reader"))
    row = write_text(replace(text, **changed), edition=edition, actor=writer)
    review(row, actor=reader)
    return row


def _texts(code: str, *languages: str, **more: object) -> list[ReleaseText]:
    return [make_text(code, language, **more) for language in languages]


def _roster(edition: Edition) -> None:
    officer = make_press_officer(edition, f"Roster Officer of {edition.code}")
    code = Participant.objects.get(spokesperson=True).code
    set_spokesperson(
        code,
        languages=["nl", "de"],
        landline="+32 2 000 00 02",
        mobile="+32 400 00 00 02",
        email="femke@pers.example",
        shows_landline=True,
        shows_email=True,
        edition=edition,
        actor=officer,
    )
    add_duty(code, INSTANT, INSTANT + timedelta(days=3), languages=["nl"], edition=edition, actor=officer)
