"""Files of a release: what is taken in, what is refused, and what must be said of them first."""

import json
import zlib
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from contactdays.accounts.errors import NotAllowed
from contactdays.audit.models import Entry
from contactdays.core import clock
from contactdays.core.text import Text
from contactdays.press import errors
from contactdays.press.models import Attachment, File, FileContent
from contactdays.press.queries.public import public_attachments, public_file, public_texts
from contactdays.press.services.attachments import attach, clean_name, describe, detach, reorder
from contactdays.press.services.workflow import review, schedule
from contactdays.press.services.writing import begin_correction, discard, write_text
from tests.factories import make_organiser, make_press_officer, make_release, make_text
from tests.factories.pictures import pdf_bytes, picture_bytes

BEFORE = datetime(2026, 2, 2, 7, 0, tzinfo=UTC)
INSTANT = datetime(2026, 2, 2, 7, 30, tzinfo=UTC)
ZONE = "Europe/Brussels"
WORDS = {"alternative": Text(nl="De week.", fr="La semaine."), "caption": Text(), "rights": "© Pers", "language": ""}


@pytest.fixture(autouse=True)
def _before():
    with clock.at(BEFORE):
        yield


@pytest.fixture
def officer(edition):
    return make_press_officer(edition)


@pytest.fixture
def version(edition):
    return make_release(edition).versions.get()


def test_a_picture_is_kept_as_what_it_is_whatever_its_name_says(version, officer):
    file = attach(version, picture_bytes("PNG", (1500, 900)), "../Été à Brüssel.pdf.exe", actor=officer).file
    assert (file.name, file.media_type, file.width, file.height, file.size) == (
        "Ete-a-Brussel-pdf.jpg",
        "image/jpeg",
        1500,
        900,
        len(file.content.whole),
    )


def test_a_document_is_kept_byte_for_byte(version, officer):
    content = pdf_bytes()
    attachment = attach(version, content, "programma.pdf", language="nl", actor=officer)
    assert (attachment.kind, attachment.language, attachment.file.media_type, bytes(attachment.file.content.whole)) == (
        "document",
        "nl",
        "application/pdf",
        content,
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\xff\xd8\xff" + bytes(10_000_000), "too-large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "unknown-kind"),
        (b"<!doctype html><title>x</title>", "unknown-kind"),
        (picture_bytes("GIF"), "unknown-kind"),
        (b"PK\x03\x04" + bytes(40), "unknown-kind"),
        (b" " + pdf_bytes(), "unknown-kind"),
        (b"\xff\xd8\xff\xe0 no picture", "damaged"),
        (pdf_bytes()[:-30], "damaged"),
        (pdf_bytes() + b"<script>alert(1)</script>", "damaged"),
        (pdf_bytes(b"<html><body>"), "two-kinds"),
        (pdf_bytes(b"(PK\x05\x06)"), "two-kinds"),
        (pdf_bytes(b"<< /Encrypt 9 0 R >>"), "locked"),
        (pdf_bytes(b"<< /S /JavaScript /JS (app.alert(1)) >>"), "active"),
        (pdf_bytes(b"<< /S /J#61vaScript /JS (app.alert(1)) >>"), "active"),
        (pdf_bytes(b"<< /S /Launch /F (a.exe) >>"), "active"),
        (pdf_bytes(b"<< /Type /EmbeddedFile >>"), "active"),
        (pdf_bytes(b"<< /Type /ObjStm >> " + 100 * (b"stream\n" + zlib.compress(b""))), "unreadable"),
    ],
)
def test_what_is_refused_is_not_kept(version, officer, content, reason):
    with pytest.raises(errors.UnusableFile) as refused:
        attach(version, content, "picture.jpg", actor=officer)
    assert (refused.value.data["reason"], File.objects.count()) == (reason, 0)


def test_what_an_object_stream_hides_is_found(version, officer):
    packed = zlib.compress(b"4 0 << /S /JavaScript /JS (app.alert(1)) >>")
    stream = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
    with pytest.raises(errors.UnusableFile) as refused:
        attach(version, pdf_bytes(stream % (len(packed), packed)), "x.pdf", actor=officer)
    assert refused.value.data == {"reason": "active", "found": "JavaScript"}


def test_the_documents_of_releases_can_be_attached(version, officer, edition):
    schedule(version, INSTANT, zone=ZONE, actor=officer)
    paper = bytes(version.texts.get(language="nl").paper.pdf)
    other = make_release(edition, None, *(make_text("closing", each) for each in ("nl", "fr"))).versions.get()
    assert attach(other, paper, "announcement.pdf", actor=officer).file.size == len(paper)


def test_the_same_file_twice_is_refused(version, officer):
    attach(version, picture_bytes(), "a.png", actor=officer)
    with pytest.raises(errors.UnusableFile) as refused:
        attach(version, picture_bytes(), "b.png", actor=officer)
    assert refused.value.data["reason"] == "twice"


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("C:\\fakepath\\foto 1.JPG", "foto-1.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "a-Set-Cookie-x-1.pdf"),
        ("\u202egpj.exe", "gpj.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("照片.png", "file.pdf"),
        ("x" * 300, "x" * 80 + ".pdf"),
    ],
)
def test_names_are_plain(name, cleaned):
    assert clean_name(name, ".pdf") == cleaned


def test_pictures_say_whose_they_are_and_what_they_show_before_they_appear(version, officer):
    picture = attach(version, picture_bytes(), "score.png", actor=officer)
    attach(version, pdf_bytes(), "programma.pdf", actor=officer)
    with pytest.raises(errors.NotReady) as refused:
        schedule(version, INSTANT, zone=ZONE, actor=officer)
    describe(picture, **WORDS, actor=officer)
    schedule(version, INSTANT, zone=ZONE, actor=officer)
    assert refused.value.data["attachments"] == (("score.jpg", ("rights", "nl", "fr")),)


def test_what_is_said_of_a_picture_holds_no_character_that_nobody_sees(version, officer):
    picture = attach(version, picture_bytes(), "a.png", actor=officer)
    said = Text(nl="Een\x00 \u202evlag\u202c")
    describe(picture, alternative=said, caption=said, rights="© \x00\u2066Dienst", language="", actor=officer)
    picture.refresh_from_db()
    assert (picture.alternative, picture.caption, picture.rights) == (
        {"nl": "Een vlag"},
        {"nl": "Een vlag"},
        "© Dienst",
    )


def test_a_picture_of_one_language_is_described_in_that_language(version, officer):
    picture = attach(version, picture_bytes(), "score.png", language="fr", actor=officer)
    describe(picture, **{**WORDS, "language": "fr", "alternative": Text(fr="La semaine.")}, actor=officer)
    schedule(version, INSTANT, zone=ZONE, actor=officer)
    with clock.at(INSTANT):
        assert [each.pk for each in public_attachments()] == [picture.pk]


def test_a_file_is_there_from_its_instant_on(version, officer):
    picture = attach(version, picture_bytes(), "score.png", actor=officer)
    describe(picture, **WORDS, actor=officer)
    early = public_file(picture.file.token)
    schedule(version, INSTANT, zone=ZONE, actor=officer)
    waiting = public_file(picture.file.token)
    with clock.at(INSTANT):
        assert (early, waiting, public_file(picture.file.token)) == (None, None, picture.file)


def test_what_is_scheduled_keeps_its_files_and_a_correction_may_change_them(version, officer):
    picture = attach(version, picture_bytes(), "score.png", actor=officer)
    describe(picture, **WORDS, actor=officer)
    schedule(version, INSTANT, zone=ZONE, actor=officer)
    for change in (
        lambda: attach(version, pdf_bytes(), "x.pdf", actor=officer),
        lambda: describe(picture, **{**WORDS, "rights": "© somebody else"}, actor=officer),
        lambda: describe(picture, **{**WORDS, "caption": Text(nl="Anders.")}, actor=officer),
        lambda: detach(picture, actor=officer),
        lambda: reorder(version, [picture.pk], actor=officer),
    ):
        with pytest.raises(errors.NoDraft):
            change()
    with clock.at(INSTANT):
        following = begin_correction(version.release, actor=officer)
        detach(following.attachments.get(), actor=officer)
        assert public_file(picture.file.token) == picture.file


def test_words_for_a_language_that_follows_later_can_still_be_given(version, officer, edition):
    picture = attach(version, picture_bytes(), "score.png", actor=officer)
    describe(picture, **WORDS, actor=officer)
    schedule(version, INSTANT, zone=ZONE, actor=officer)
    with clock.at(INSTANT):
        row = write_text(make_text(lang="de"), edition=edition, actor=officer)
        review(row, actor=make_press_officer(edition, "Second Officer"))
        with pytest.raises(errors.NotReady) as refused:
            schedule(version, INSTANT, zone=ZONE, actor=officer)
        more = {**WORDS, "alternative": Text({**WORDS["alternative"], "de": "Die Woche."})}
        describe(picture, **more, actor=officer)
        schedule(version, INSTANT, zone=ZONE, actor=officer)
        assert refused.value.data["attachments"] == (("score.jpg", ("de",)),)
        assert sorted(text.language for text in public_texts()) == ["de", "fr", "nl"]


def test_the_database_itself_keeps_the_files_of_what_has_its_instant(version, officer):
    picture = attach(version, picture_bytes(), "score.png", actor=officer)
    describe(picture, **WORDS, actor=officer)
    schedule(version, INSTANT, zone=ZONE, actor=officer)
    other = Attachment(edition=version.edition, version=version, file=picture.file, kind="document", place=9)
    for change in (
        lambda: FileContent.objects.filter(file=picture.file).update(whole=b"x"),
        lambda: Attachment.objects.filter(pk=picture.pk).update(kind="document"),
        lambda: Attachment.objects.filter(pk=picture.pk).delete(),
        lambda: other.save(),
    ):
        with pytest.raises(IntegrityError, match="press_"), transaction.atomic():
            change()


def test_the_bytes_go_with_the_last_version_that_holds_them(version, officer):
    detach(attach(version, picture_bytes(), "a.png", actor=officer), actor=officer)
    after_detaching = (File.objects.count(), FileContent.objects.count())
    attach(version, picture_bytes(), "a.png", actor=officer)
    discard(version, actor=officer)
    assert (after_detaching, File.objects.count(), FileContent.objects.count()) == ((0, 0), 0, 0)


def test_files_stand_in_the_order_they_are_given(version, officer):
    first = attach(version, picture_bytes(), "a.png", actor=officer)
    second = attach(version, pdf_bytes(), "b.pdf", actor=officer)
    reorder(version, [second.pk, first.pk], actor=officer)
    assert list(version.attachments.values_list("pk", flat=True)) == [second.pk, first.pk]
    with pytest.raises(errors.OtherAttachments):
        reorder(version, [first.pk], actor=officer)


def test_only_the_press_office_attaches(version, edition):
    with pytest.raises(NotAllowed):
        attach(version, picture_bytes(), "a.png", actor=make_organiser(edition))
    assert not Attachment.objects.exists()


def test_the_record_tells_names_and_digests_and_no_words(version, officer):
    picture = attach(version, picture_bytes(), "score.png", actor=officer)
    describe(picture, **WORDS, actor=officer)
    detach(picture, actor=officer)
    entries = Entry.objects.filter(
        action__in=["release.file-attached", "release.file-described", "release.file-detached"]
    )
    told = json.dumps([[entry.before, entry.after] for entry in entries])
    assert (len(entries), told.count(picture.file.digest), "La semaine" in told, "Pers" in told) == (3, 3, False, False)
