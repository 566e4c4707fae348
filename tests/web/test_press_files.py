"""Documents and files of releases over the web."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import caches

from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import LANGUAGES, Text
from contactdays.press.models import FileContent, LanguageVersion, Paper
from contactdays.press.services.attachments import attach, describe, detach
from contactdays.press.services.workflow import review, schedule, withdraw
from contactdays.press.services.writing import begin_correction, set_note
from contactdays.web import kept_pages
from tests.factories import make_edition
from tests.factories.pictures import picture_bytes
from tests.web.press_rooms import press_room, schedule_correction, schedule_room

WRITTEN = datetime(2026, 2, 1, 8, tzinfo=UTC)
INSTANT = datetime(2026, 2, 2, 7, tzinfo=UTC)
LATER = INSTANT + timedelta(hours=2)
ROOM = "/nl/week-2026/press"


@pytest.fixture
def room(db):
    """A press room whose release has just appeared."""
    edition = make_edition()
    with edition_scope(edition):
        room = press_room(edition, WRITTEN)
        schedule_room(room, INSTANT, WRITTEN)
    with clock.at(INSTANT):
        yield room


def address(attachment, name=None, small=False):
    return f"{ROOM}/files/{attachment.file.token}/{'small/' if small else ''}{name or attachment.file.name}"


def contents(room, attachment):
    with edition_scope(room.edition):
        return FileContent.objects.get(file=attachment.file)


def headers(response, *names):
    return {name: response.headers.get(name) for name in names}


def test_document_is_shown_under_a_name_that_tells_what_it_is(client, room):
    response = client.get(f"{ROOM}/releases/zwaluw.pdf")
    with edition_scope(room.edition):
        paper = Paper.objects.get(text__language="nl")
    assert response.content == bytes(paper.pdf)
    assert headers(response, "Content-Type", "Content-Disposition", "Cache-Control", "Content-Language") == {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'inline; filename="zwaluw-nl.pdf"',
        "Cache-Control": "public, max-age=60",
        "Content-Language": "nl",
    }


def test_each_language_and_each_version_has_its_document(client, room):
    schedule_correction(room, LATER, INSTANT, "Verbeterd")
    papers = {}
    with clock.at(LATER):
        for language in LANGUAGES:
            for path in ("zwaluw.pdf", "zwaluw/v1.pdf", "zwaluw/v2.pdf"):
                papers[language, path] = client.get(f"/{language}/week-2026/press/releases/{path}").content
        assert client.get(f"{ROOM}/releases/zwaluw/v3.pdf").status_code == 404
    assert all(papers[language, "zwaluw.pdf"] == papers[language, "zwaluw/v2.pdf"] for language in LANGUAGES)
    assert len(set(papers.values())) == 8


def test_picture_is_shown_in_its_place_and_a_document_is_to_be_saved(client, room):
    picture, document = client.get(address(room.picture)), client.get(address(room.document))
    small = client.get(address(room.picture, small=True))
    kept = contents(room, room.picture)
    assert (picture.content, small.content) == (bytes(kept.whole), bytes(kept.small))
    assert document.content == bytes(contents(room, room.document).whole)
    names = "Content-Type", "Content-Disposition", "Content-Security-Policy", "X-Content-Type-Options", "Cache-Control"
    same = {
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "public, max-age=60",
    }
    inline = {"Content-Type": "image/jpeg", "Content-Disposition": 'inline; filename="Zwaluwstaart.jpg"', **same}
    assert headers(picture, *names) == headers(small, *names) == inline
    assert headers(document, *names) == {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="Zwaluwstaart-feiten.pdf"',
        **same,
    }


def test_kept_file_has_the_headers_of_a_new_one(client, room):
    first, second = client.get(address(room.picture)), client.get(address(room.picture))
    assert (second.content, dict(second.headers)) == (first.content, dict(first.headers))


@pytest.mark.parametrize("name", ["zwaluwstaart.jpg", "Zwaluwstaart.png", "x", "..%2fZwaluwstaart.jpg"])
def test_another_name_or_another_token_is_no_file(client, room, name):
    assert client.get(address(room.picture, name)).status_code == 404
    assert client.get(f"{ROOM}/files/{'A' * 43}/{room.picture.file.name}").status_code == 404


def test_what_is_no_picture_has_no_smaller_copy(client, room):
    assert client.get(address(room.document, small=True)).status_code == 404


def test_file_that_is_known_is_answered_with_304(client, room):
    for path in (address(room.picture), address(room.document), f"{ROOM}/releases/zwaluw.pdf"):
        etag = client.get(path).headers["ETag"]
        response = client.get(path, headers={"If-None-Match": etag})
        assert (response.status_code, response.content, response.headers["ETag"]) == (304, b"", etag)


def test_large_file_is_not_kept_in_memory_and_answers_the_same(client, room, monkeypatch):
    path = address(room.picture)
    client.get(path)
    kept = len(caches["pages"]._cache)
    expected = client.get(path)
    assert len(caches["pages"]._cache) == kept
    caches["pages"].clear()
    monkeypatch.setattr(kept_pages, "LARGEST", len(expected.content) - 1)
    first, second = client.get(path), client.get(path, headers={"If-None-Match": expected.headers["ETag"]})
    assert (first.content, dict(first.headers)) == (expected.content, dict(expected.headers))
    assert (second.status_code, second.content) == (304, b"")
    assert len(caches["pages"]._cache) == kept - 1


def test_what_is_withdrawn_is_gone_at_once(client, room):
    paths = [
        address(room.picture), address(room.picture, small=True), address(room.document),
        f"{ROOM}/releases/zwaluw.pdf", f"{ROOM}/releases/zwaluw/v1.pdf",
    ]  # fmt: skip
    etags = {path: client.get(path).headers["ETag"] for path in paths}
    with edition_scope(room.edition):
        withdraw(room.release, Text(dict.fromkeys(LANGUAGES, "Fout.")), actor=room.writer)
    found = {path: client.get(path, headers={"If-None-Match": etag}).status_code for path, etag in etags.items()}
    assert found == dict.fromkeys(paths, 404)
    assert client.get(paths[0]).headers["Cache-Control"] == "no-store"


def test_file_of_another_edition_is_not_there(client, room):
    make_edition("week-2027")
    assert client.get(address(room.picture).replace("2026", "2027")).status_code == 404


def test_file_of_one_language_comes_with_that_language(client, db):
    edition = make_edition()
    with edition_scope(edition), clock.at(WRITTEN):
        room = press_room(edition, WRITTEN)
        describe(room.document, alternative=Text(), caption=Text(), rights="", language="de", actor=room.writer)
        LanguageVersion.objects.filter(version=room.version, language="de").update(reviewed=None, reviewer=None)
        schedule(room.version, INSTANT, zone="Europe/Brussels", actor=room.writer)
    found = {}
    with clock.at(INSTANT):
        found["without German"] = (
            client.get(address(room.picture)).status_code,
            client.get(address(room.document)).status_code,
        )
        with edition_scope(edition):
            review(LanguageVersion.objects.get(version=room.version, language="de"), actor=room.reader)
            schedule(room.version, LATER, zone="Europe/Brussels", actor=room.writer)
    for moment in (LATER - timedelta(seconds=1), LATER):
        with clock.at(moment):
            found[moment == LATER] = (
                client.get(address(room.picture)).status_code,
                client.get(address(room.document)).status_code,
            )
    assert found == {"without German": (200, 404), False: (200, 404), True: (200, 200)}


def test_file_that_a_correction_drops_stays_with_the_version_that_had_it_and_a_new_one_waits(client, room):
    with edition_scope(room.edition):
        version = begin_correction(room.release, actor=room.writer)
        detach(version.attachments.get(file=room.picture.file), actor=room.writer)
        added = attach(version, picture_bytes(size=(80, 60)), "nieuw.png", actor=room.writer)
        words = Text(dict.fromkeys(LANGUAGES, "Nieuw"))
        describe(added, alternative=words, caption=words, rights="© Pers", language="", actor=room.writer)
        set_note(version, words, actor=room.writer)
        for row in version.texts.all():
            review(row, actor=room.reader)
        schedule(version, LATER, zone="Europe/Brussels", actor=room.writer)
    found = {}
    for moment in (LATER - timedelta(seconds=1), LATER):
        with clock.at(moment):
            found[moment == LATER] = (
                client.get(address(room.picture)).status_code,
                client.get(address(added)).status_code,
            )
    assert found == {False: (200, 404), True: (200, 200)}
