"""The page of a release: two persons, an instant, a correction, a withdrawal; and what the world sees of each."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.press import errors
from contactdays.press.models import Release
from contactdays.press.services.attachments import attach
from contactdays.press.services.writing import write_text
from contactdays.web.press import refusals
from tests.factories.pictures import picture_bytes
from tests.factories.press import make_text
from tests.web.press_desk import OFFICE, make_desk, of

PUBLIC = "/nl/week-2026/press/releases/announcement/"
BEFORE, AFTER = datetime(2026, 2, 1, 9, tzinfo=UTC), datetime(2026, 2, 2, 7, 31, tzinfo=UTC)
WHEN = {"when": "2026-02-02T08:30", "zone": "Europe/Brussels"}


@pytest.fixture
def desk(db):
    with clock.at(BEFORE):
        yield make_desk()


def text_of(response) -> str:
    """What stands on the page, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def states(client, release):
    page = client.get(of(release)).content.decode()
    return re.findall(r'<h3 id="p-(\w\w)".*?<span class="st [^"]*">([^<]+)</span>', page, re.DOTALL)


def reviewed(desk, *languages):
    release = desk.draft(*languages)
    desk.review(release, *languages)
    return release


def test_languages_stand_side_by_side_with_their_states(desk):
    release = desk.draft("nl", "fr")
    desk.review(release, "nl")
    assert states(desk.writer, release) == [
        ("nl", "reviewed"),
        ("fr", "draft"),
        ("de", "missing"),
        ("en", "missing"),
    ]


def test_writer_is_not_offered_to_review_and_is_told_why(desk):
    release = desk.draft("nl")
    assert "You wrote this text: somebody else reads it" in text_of(desk.writer.get(of(release)))
    assert "I have read it and answer for it" not in text_of(desk.writer.get(of(release)))
    assert "I have read it and answer for it" in text_of(desk.reader.get(of(release)))


def test_review_by_the_writer_is_refused_on_the_page(desk):
    release = desk.draft("nl")
    response = desk.writer.post(f"{of(release)}nl/review/", {"digest": desk.digest(release, "nl")})
    assert response.status_code == 409
    assert "reviewed by somebody who did not write it" in text_of(response)


def test_nobody_answers_for_words_they_have_not_seen(desk):
    release = desk.draft("nl")
    seen = desk.digest(release, "nl")
    with edition_scope(desk.week.edition):
        write_text(make_text(title="Anders"), edition=desk.week.edition, actor=desk.writing)
    response = desk.reader.post(f"{of(release)}nl/review/", {"digest": seen})
    assert (response.status_code, desk.row(release, "nl").reviewed) == (409, None)


def test_outdated_translation_is_said_to_be_still_right(desk):
    release = reviewed(desk, "nl", "fr")
    with edition_scope(desk.week.edition):
        write_text(make_text(title="Anders"), edition=desk.week.edition, actor=desk.writing)
    assert ("fr", "outdated") in states(desk.writer, release)
    desk.writer.post(f"{of(release)}fr/still-right/", {"digest": desk.digest(release, "fr")})
    assert ("fr", "reviewed") in states(desk.writer, release)


def test_what_will_happen_is_said_before_the_button(desk):
    release = reviewed(desk, "nl", "fr")
    desk.draft("nl", "de")
    told = text_of(desk.writer.get(of(release), {"when": "2026-02-02T03:00", "zone": "America/New_York"}))
    said = "Nederlands, Français: to appear on 2 February 2026, 03:00 (New York) = 2 February 2026, 09:00 (Brussels)."
    assert f"{said} Deutsch: draft, does not appear. English: missing, does not appear. Put it" in told
    assert desk.row(release, "nl").appears is None


def test_what_stands_in_the_way_is_listed_instead_of_the_button(desk):
    release = reviewed(desk, "nl")
    told = text_of(desk.writer.get(of(release), WHEN))
    assert "This stands in the way: Français is missing; it must be reviewed first." in told
    assert "Put it on the clock" not in told


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("2026-03-29T02:30", "the clock is put forward in that hour"),
        ("tomorrow", "Give a day and a time"),
        ("0001-01-01T00:00", "Give a day and a time"),
        ("9999-12-31T23:59", "Give a day and a time"),
        ("2026-02-29T08:30", "Give a day and a time"),
        ("2026-02-02T08:30:60:1", "Give a day and a time"),
        ("2026-01-31T08:30", "That instant has passed"),
    ],
)
def test_instant_that_cannot_be_is_refused(desk, when, told):
    release = reviewed(desk, "nl", "fr")
    asked = {"when": when, "zone": "Europe/Brussels"}
    assert told in text_of(desk.writer.get(of(release), asked))
    assert desk.writer.post(f"{of(release)}schedule/", {**asked, "number": "1"}).status_code == 409
    assert desk.row(release, "nl").appears is None


def test_instant_with_seconds_is_kept_to_the_second_and_shown_again(desk):
    release = reviewed(desk, "nl", "fr")
    asked = {"when": "2026-02-02T08:30:45", "zone": "Europe/Brussels", "number": "1"}
    assert desk.writer.post(f"{of(release)}schedule/", asked).status_code == 302
    assert desk.row(release, "nl").appears == datetime(2026, 2, 2, 7, 30, 45, tzinfo=UTC)
    assert 'value="2026-02-02T08:30:45"' in desk.writer.get(of(release)).content.decode()


@pytest.mark.parametrize(
    ("act", "sent"),
    [
        ("note", {"note_nl": "x" * 2001}),
        ("withdraw", {"sure": "1", "reason_nl": "x" * 2001, "reason_fr": "Faux."}),
        ("sessions", {"session": "OP\x00EN"}),
    ],
)
def test_words_that_cannot_be_kept_are_refused_and_nothing_is_done(desk, act, sent):
    release = reviewed(desk, "nl", "fr")
    desk.writer.post(f"{of(release)}publish/", {"sure": "1", "number": "1"})
    desk.writer.post(f"{of(release)}correct/")
    response = desk.writer.post(f"{of(release)}{act}/", sent)
    release.refresh_from_db()
    assert (response.status_code, release.withdrawn, release.sessions) == (422, None, [])


def test_character_that_no_font_has_is_named_with_its_language(desk):
    release = desk.draft("nl", "fr", title="Samen \U00012000")
    desk.review(release, "nl", "fr")
    told = text_of(desk.writer.get(of(release), WHEN))
    assert "Nederlands: no font of ours has \U00012000 (U+12000)" in told


def test_scheduled_release_is_nowhere_before_its_instant_and_there_after_it(desk, client):
    release = reviewed(desk, "nl", "fr")
    assert desk.writer.post(f"{of(release)}schedule/", {**WHEN, "number": "1"}).status_code == 302
    assert client.get(PUBLIC).status_code == 404
    assert "2 February 2026, 08:30 (Brussels)" in text_of(desk.writer.get(OFFICE))
    with clock.at(AFTER):
        assert client.get(PUBLIC).status_code == 200
        assert states(desk.writer, release)[0] == ("nl", "published")


def test_release_is_taken_off_the_clock(desk):
    release = reviewed(desk, "nl", "fr")
    desk.writer.post(f"{of(release)}schedule/", {**WHEN, "number": "1"})
    desk.writer.post(f"{of(release)}unschedule/")
    assert states(desk.writer, release)[:2] == [("nl", "reviewed"), ("fr", "reviewed")]


def test_making_public_at_once_needs_the_tick(desk, client):
    release = reviewed(desk, "nl", "fr")
    assert desk.writer.post(f"{of(release)}publish/", {"number": "1"}).status_code == 409
    assert client.get(PUBLIC).status_code == 404
    assert desk.writer.post(f"{of(release)}publish/", {"number": "1", "sure": "on"}).status_code == 302
    assert client.get(PUBLIC).status_code == 200


def published(desk):
    release = reviewed(desk, "nl", "fr")
    desk.writer.post(f"{of(release)}publish/", {"number": "1", "sure": "on"})
    return release


def test_page_of_an_older_version_schedules_nothing(desk):
    release = published(desk)
    desk.writer.post(f"{of(release)}correct/")
    response = desk.writer.post(f"{of(release)}publish/", {"number": "1", "sure": "on"})
    assert response.status_code == 409 and "a newer version than the page you had open" in text_of(response)


def test_correction_says_what_it_changes_and_replaces_the_public_text(desk, client):
    release = published(desk)
    desk.writer.post(f"{of(release)}correct/")
    with edition_scope(desk.week.edition):
        for language in ("nl", "fr"):
            write_text(make_text(lang=language, title="Verbeterd"), edition=desk.week.edition, actor=desk.writing)
    desk.review(release, "nl", "fr")
    refused = desk.writer.post(f"{of(release)}publish/", {"number": "2", "sure": "on"})
    assert "Nederlands: readers are not told yet what this correction changes." in text_of(refused)
    desk.writer.post(f"{of(release)}note/", {"note_nl": "De titel.", "note_fr": "Le titre."})
    desk.writer.post(f"{of(release)}publish/", {"number": "2", "sure": "on"})
    assert "De titel." in text_of(client.get(PUBLIC))


def test_withdrawal_needs_a_reason_in_each_language_and_the_tick(desk, client):
    release = published(desk)
    address = f"{of(release)}withdraw/"
    assert "tick" in text_of(desk.writer.post(address, {"reason_nl": "Fout.", "reason_fr": "Erreur."}))
    refused = desk.writer.post(address, {"reason_nl": "Fout.", "sure": "on"})
    assert (refused.status_code, "The reason is missing in French." in text_of(refused)) == (409, True)
    assert ">\nFout.</textarea>" in refused.content.decode()
    assert desk.writer.post(address, {"reason_nl": "Fout.", "reason_fr": "Erreur.", "sure": "on"}).status_code == 302
    assert states(desk.writer, release)[0] == ("nl", "withdrawn")
    assert "Fout." in text_of(client.get(PUBLIC))


def test_draft_is_discarded_after_one_is_asked(desk):
    release = desk.draft("nl")
    assert "Discard this release?" in text_of(desk.writer.get(f"{of(release)}discard/"))
    assert desk.writer.post(f"{of(release)}discard/", {"number": "1"}).headers["Location"] == OFFICE
    with edition_scope(desk.week.edition):
        assert not Release.objects.exists()


def test_page_asks_for_an_instant_only_while_a_text_has_none(desk):
    release = desk.draft("nl", "fr")
    asked = ['id="clock"' in desk.writer.get(of(release)).content.decode()]
    desk.review(release, "nl", "fr")
    desk.writer.post(f"{of(release)}publish/", {"number": "1", "sure": "on"})
    asked.append('id="clock"' in desk.writer.get(of(release)).content.decode())
    assert asked == [True, False]


def test_what_is_public_is_not_discarded(desk):
    release = published(desk)
    assert desk.writer.post(f"{of(release)}discard/", {"number": "1"}).status_code == 409


def test_sessions_are_chosen_and_a_search_loses_none(desk):
    release = desk.draft("nl")
    desk.writer.post(f"{of(release)}sessions/", {"session": ["OPEN"]})
    asked = ({}, {"sessions": "no such words", "session": ["OPEN"]}, {"sessions": "", "session": []})
    pages = [desk.writer.get(of(release), each).content.decode() for each in asked]
    ticked = [re.findall(r'name="session" value="([^"]+)" checked', page) for page in pages]
    assert ticked == [["OPEN"], ["OPEN"], []]


def test_text_that_is_on_the_clock_says_so_before_anybody_writes(desk):
    release = reviewed(desk, "nl", "fr")
    desk.writer.post(f"{of(release)}schedule/", {"number": "1", **WHEN})
    response = desk.writer.get(f"{of(release)}nl/edit/")
    assert (response.status_code, "take it off the clock to change it" in text_of(response)) == (409, True)
    desk.writer.post(f"{of(release)}unschedule/")
    assert desk.writer.get(f"{of(release)}nl/edit/").status_code == 200


def test_description_that_is_refused_is_not_lost(desk):
    release = desk.draft("nl")
    with edition_scope(desk.week.edition):
        attached = attach(desk.row(release, "nl").version, picture_bytes(), "week.png", actor=desk.writing)
    sent = {"alternative_nl": "Het paleis", "caption_fr": "Le palais", "rights": "x" * 300, "language": "fr"}
    page = desk.writer.post(f"{of(release)}files/{attached.file.token}/describe/", sent)
    kept = re.findall(
        r'(?:name="(?:alternative|caption|rights)[^>]*value=|<option value="fr" selecte)"?([^">]+)',
        page.content.decode(),
    )
    assert (page.status_code, kept) == (422, ["Het paleis", "Le palais", "x" * 300, "d"])


def test_record_tells_who_did_what(desk):
    release = desk.draft("nl")
    desk.review(release, "nl")
    page = desk.writer.get(of(release)).content.decode()
    rows = re.findall(r'data-l="Who"><bdi>([^<]+)</bdi></td><td data-l="What">([^<]+)</td>', page)
    assert rows == [("Second Reader", "read and answered for"), ("Press week-2026", "written")]


def test_preview_and_its_document_are_kept_by_nobody(desk):
    release = desk.draft("nl")
    page, document = (desk.reader.get(f"{of(release)}nl/{each}/") for each in ("preview", "pdf"))
    assert "Preview, not public" in text_of(page)
    assert document.content.startswith(b"%PDF-")
    assert {page.headers["Cache-Control"], document.headers["Cache-Control"]} == {"no-store"}


def test_page_asks_the_database_as_often_for_one_language_as_for_three(desk, django_assert_num_queries):
    few, many = desk.draft("nl", code="few"), desk.draft("nl", "fr", "de", code="many")
    for _again in range(2):
        desk.writer.get(of(few))
    with django_assert_num_queries(16):
        desk.writer.get(of(few))
    with django_assert_num_queries(16):
        desk.writer.get(of(many))


def test_every_refusal_of_the_press_room_has_words():
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and kind.__module__ == errors.__name__]
    assert {kind.__name__ for kind in kinds} - {kind.__name__ for kind in refusals.WORDS} == {"NoSpokesperson"}
