"""The first page of the press office, its import of files, its files and its roster."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.people.models import Participant
from contactdays.press.models import Alert, Attachment, Duty, Release, Spokesperson
from contactdays.press.release_file import write_release
from tests.factories.pictures import picture_bytes
from tests.factories.press import make_release, make_text
from tests.web.press_desk import OFFICE, make_desk, of

NOW = datetime(2026, 2, 3, 9, tzinfo=UTC)
ROSTER = f"{OFFICE}spokespersons/"


@pytest.fixture
def desk(db):
    with clock.at(NOW):
        yield make_desk()


def text_of(response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def test_empty_press_office_says_how_to_begin(desk):
    told = text_of(desk.writer.get(OFFICE))
    assert "Nothing is on the clock." in told and "No release yet" in told and "Nobody answers the press today." in told


def test_releases_are_listed_in_the_readers_language_else_in_their_own(desk):
    desk.draft("nl", "en")
    desk.draft("fr", code="second")
    page = desk.writer.get(OFFICE).content.decode()
    titles = re.findall(r'<span class="nm"><a href="[^"]+" lang="(\w\w)"><bdi>([^<]+)', page)
    assert titles == [
        ("fr", "Tous les chefs de poste réunis cinq jours"),
        ("en", "All heads of mission together for five days"),
    ]


def test_overview_asks_the_database_as_often_for_many_releases_as_for_one(desk, django_assert_num_queries):
    desk.draft("nl")
    desk.writer.get(OFFICE)
    with django_assert_num_queries(11):
        desk.writer.get(OFFICE)
    with edition_scope(desk.week.edition):
        for number in range(4):
            make_release(desk.week.edition, NOW + timedelta(hours=2), *_texts(f"more-{number}"))
    with django_assert_num_queries(11):
        desk.writer.get(OFFICE)


def _texts(code):
    return [make_text(code, lang) for lang in ("nl", "fr", "de", "en")]


def test_alert_is_told_and_gone_once_it_was_seen(desk):
    with edition_scope(desk.week.edition):
        told = {"edition": desk.week.edition, "network": "192.0.2.0/24", "count": 12}
        alert = Alert(**told, since=NOW - timedelta(minutes=5), until=NOW)
        alert.save()
    shown = text_of(desk.writer.get(OFFICE))
    assert "12 addresses that are not there, asked for from 192.0.2.0/24 between 3 February 2026, 09:55" in shown
    desk.writer.post(f"{OFFICE}alerts/{alert.pk}/seen/")
    assert "192.0.2.0/24" not in text_of(desk.writer.get(OFFICE))


def _import(desk, content):
    return desk.writer.post(f"{OFFICE}import/", {"release": SimpleUploadedFile("release.md", content)})


def test_file_becomes_the_draft_it_holds(desk):
    response = _import(desk, write_release(make_text()).encode())
    with edition_scope(desk.week.edition):
        release = Release.objects.get()
    assert (response.headers["Location"], desk.row(release, "nl").text) == (of(release), make_text())


def test_file_with_a_fault_writes_nothing_and_names_its_line(desk):
    broken = write_release(make_text()).replace("2026-02-02", "2026-02-30").replace("place =", "plaats =")
    response = _import(desk, broken.encode())
    page = response.content.decode()
    rows = re.findall(r'<th scope="row" class="tab">(\d+)</th><td [^>]+><b>(\w+)</b>', page)
    assert (response.status_code, rows) == (422, [("1", "place"), ("5", "date"), ("6", "plaats")])
    with edition_scope(desk.week.edition):
        assert not Release.objects.exists()


def test_file_never_overwrites_what_is_public(desk):
    with edition_scope(desk.week.edition):
        make_release(desk.week.edition, NOW - timedelta(hours=1))
    response = _import(desk, write_release(make_text(title="Anders")).encode())
    assert (response.status_code, "after that, begin a correction." in text_of(response)) == (409, True)


def test_too_large_a_file_is_read_past(desk):
    response = _import(desk, b"x" * 1_200_000)
    assert (response.status_code, "larger than 1 MB" in text_of(response)) == (422, True)


@pytest.fixture
def pictured(desk):
    """A draft with two pictures."""
    release = desk.draft("nl", "fr")
    for size in ((40, 30), (30, 40)):
        upload = SimpleUploadedFile("Vlag.png", picture_bytes(size=size))
        response = desk.writer.post(f"{of(release)}files/add/", {"file": upload, "language": ""})
        assert response.status_code == 302
    return release


def _attached(desk):
    with edition_scope(desk.week.edition):
        return list(Attachment.objects.select_related("file"))


def test_picture_is_attached_shown_and_described(desk, pictured):
    first, _second = _attached(desk)
    address = f"{of(pictured)}files/{first.file.token}/"
    assert desk.reader.get(address).headers["Content-Type"] == "image/jpeg"
    assert "not described for whoever cannot see it: Nederlands, Français" in text_of(desk.writer.get(of(pictured)))
    sent = {"alternative_nl": "Een vlag", "alternative_fr": "Un drapeau", "caption_nl": "Vlag", "rights": "© Voorbeeld"}
    desk.writer.post(f"{address}describe/", sent)
    described = _attached(desk)[0]
    assert (described.alternative, described.caption, described.rights) == (
        {"nl": "Een vlag", "fr": "Un drapeau"},
        {"nl": "Vlag"},
        "© Voorbeeld",
    )


def test_picture_of_what_is_public_is_described_for_a_language_that_follows(desk, pictured):
    """The form as the page shows it, with one more language filled in."""
    for each in _attached(desk):
        sent = {"alternative_nl": "Een vlag", "alternative_fr": "Un drapeau", "rights": "© Voorbeeld"}
        desk.writer.post(f"{of(pictured)}files/{each.file.token}/describe/", sent)
    desk.review(pictured, "nl", "fr")
    desk.writer.post(f"{of(pictured)}publish/", {"number": "1", "sure": "on"})
    first = _attached(desk)[0]
    address = f"{of(pictured)}files/{first.file.token}/describe/"
    page = desk.writer.get(of(pictured)).content.decode()
    form = page.partition(f'action="{address}"')[2].partition("</form>")[0]
    fields = dict(re.findall(r'name="(\w+)"[^>]*? value="([^"]*)"', form)) | {"alternative_de": "Eine Fahne"}
    assert form.count("readonly") == 5
    assert desk.writer.post(address, fields).status_code == 302
    assert _attached(desk)[0].alternative == {"nl": "Een vlag", "fr": "Un drapeau", "de": "Eine Fahne"}
    refused = desk.writer.post(address, {**fields, "alternative_nl": "Iets anders"})
    assert (refused.status_code, _attached(desk)[0].alternative["nl"]) == (409, "Een vlag")


def test_pictures_change_places_and_go(desk, pictured):
    first, second = _attached(desk)
    desk.writer.post(f"{of(pictured)}files/{second.file.token}/move/")
    assert [each.pk for each in _attached(desk)] == [second.pk, first.pk]
    desk.writer.post(f"{of(pictured)}files/{first.file.token}/remove/")
    assert [each.pk for each in _attached(desk)] == [second.pk]
    page = desk.writer.get(of(pictured)).content.decode()
    told = re.findall(r'<td data-l="What">([^<]+)</td>', page)
    assert told == ["file removed", "files put in order", "file attached", "file attached", "written", "written"]


def test_what_is_no_picture_is_refused_in_words(desk):
    release = desk.draft("nl")
    upload = SimpleUploadedFile("picture.png", b"MZ")
    response = desk.writer.post(f"{of(release)}files/add/", {"file": upload})
    assert "Only pictures (JPEG, PNG, WebP) and documents (PDF) can be attached." in text_of(response)


@pytest.fixture
def speaker(desk):
    """The code of somebody named to the press."""
    with edition_scope(desk.week.edition):
        code = Participant.objects.filter(spokesperson=True).values_list("code", flat=True).first()
        assert code
        return code


KEPT = {"languages": ["nl", "fr"], "landline": "+32 2 000 00 01", "mobile": "+32 400 00 00 01", "email": ""}


def test_only_what_was_agreed_is_offered_to_a_release(desk, speaker):
    desk.writer.post(f"{ROSTER}{speaker}/keep/", {**KEPT, "shows_landline": "on"})
    form = desk.writer.get(f"{OFFICE}releases/new/").content.decode()
    assert ("+32 2 000 00 01" in form, "+32 400 00 00 01" in form) == (True, False)


def test_number_that_is_none_is_refused_and_stays_in_its_field(desk, speaker):
    response = desk.writer.post(f"{ROSTER}{speaker}/keep/", {**KEPT, "mobile": "ask me"})
    assert (response.status_code, 'value="ask me"' in response.content.decode()) == (422, True)
    assert f'<a href="#mobile-{speaker}">Write a telephone number' in response.content.decode()
    with edition_scope(desk.week.edition):
        assert not Spokesperson.objects.exists()


def test_duty_fills_its_gap_and_is_told_today(desk, speaker):
    desk.writer.post(f"{ROSTER}{speaker}/keep/", KEPT)
    told = text_of(desk.writer.get(ROSTER))
    assert "Tuesday 3 February: Nederlands, Français" in told
    duty = {"code": speaker, "day": "2026-02-03", "begins": "08:00", "ends": "01:00", "languages": ["nl", "fr"]}
    assert desk.writer.post(f"{OFFICE}duties/add/", duty).status_code == 302
    assert "Tuesday 3 February: Nederlands" not in text_of(desk.writer.get(ROSTER))
    assert "08:00–01:00 (+1) · Nederlands, Français" in text_of(desk.writer.get(OFFICE))
    with edition_scope(desk.week.edition):
        kept = Duty.objects.get()
    desk.writer.post(f"{OFFICE}duties/{kept.pk}/remove/")
    assert "Nobody answers the press today." in text_of(desk.writer.get(OFFICE))


def test_duty_in_a_language_that_the_person_does_not_speak_is_refused(desk, speaker):
    desk.writer.post(f"{ROSTER}{speaker}/keep/", KEPT)
    duty = {"code": speaker, "day": "2026-02-03", "begins": "08:00", "ends": "12:00", "languages": ["de"]}
    response = desk.writer.post(f"{OFFICE}duties/add/", duty)
    assert (response.status_code, "does not answer in: de" in text_of(response)) == (422, True)
