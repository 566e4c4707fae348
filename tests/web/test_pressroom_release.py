"""The page of a release: what it says, in which versions and languages."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.accounts.models import User
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.people.models import Participant
from contactdays.press.models import Release
from contactdays.press.services.writing import link_sessions
from contactdays.programme.models import Attendance, Session
from tests.web.pages_read import found, words
from tests.web.press_weeks import AFTER, CORRECTED, INSTANT, press_week

PAGE = "/nl/week-2026/press/releases/announcement/"
SECOND = timedelta(seconds=1)


@pytest.fixture
def room(db):
    """The press room an hour after the correction."""
    week = press_week()
    with clock.at(AFTER):
        yield week


def test_release_says_all_its_parts(client, room):
    page = client.get(PAGE).content
    assert words(page, "div[@class='stamp']/p") == [
        "Persbericht",
        "Brussel , 2 februari 2026 08.30 uur",
        "Versie 2 , verbeterd 4 februari 2026, 09.10 uur",
    ]
    assert words(page, "h1") == ["Alle posthoofden vijf dagen samen in Brussel"]
    assert words(page, "p[@class='lead']") == ["De eerste alinea is de lead ."]
    assert words(page, "div[@class='prose']/*") == [
        "Thema: “Veerkracht”",
        "Programma",
        "Een tweede alinea.",
        "“Wie goed luistert, merkt het eerder. Daarom zijn wij hier.” Marieke Voorbeeld , minister",
        "Een slotalinea met een site .",
    ]
    assert words(page, "p[contains(@class,'acts')]/a") == [
        "Pdf, 1 bladzijde",
        "Tekst om te kopiëren",
        "Openbaar programma",
    ]


def test_release_says_beside_it_who_where_when_and_what_else(client, room):
    page = client.get(PAGE).content
    assert words(page, "aside/section") == [
        "Voor journalisten Femke Oosterlynck woordvoerder +32 2 000 00 02 +32 400 00 00 02"
        " femke.oosterlynck@pers.example Van wacht tot 5 februari 2026, 08.30 uur: Femke Oosterlynck (Nederlands)",
        "Zittingen in dit bericht PREMIER nl 2 februari 2026, 10.00 uur , Hall"
        " Aan het woord: Ambassade in Nairobi ; Ambassade in Lima OPEN nl 2 februari 2026, 09.00 uur , Hall",
        "Documenten kaart.pdf PDF, 374 bytes",
        "Dit bericht in Nederlands · Français · Deutsch"
        " Samen verschenen: Nederlands, Frans en Duits. Niet verschenen in: Engels.",
        "Versies 2 · 4 februari 2026, 09.10 uur,"
        " Het rondetafelgesprek begint woensdag om 16.10 uur, niet om 14.00 uur. 1 · 2 februari 2026, 08.30 uur",
        "Uitgever Dienst Pers en Communicatie Voorbeeldstraat 15 , 1000 Brussel , België +32 2 000 00 00 pers.example",
    ]


def test_correction_is_told_with_its_note_and_leads_to_the_version_before(client, room):
    page = client.get(PAGE).content
    assert words(page, "div[contains(@class,'note')]") == [
        "Verbeterd op 4 februari 2026, 09.10 uur."
        " Het rondetafelgesprek begint woensdag om 16.10 uur, niet om 14.00 uur. Lees versie 1"
    ]
    assert [each.get("href") for each in found(page, "div[contains(@class,'note')]//a")] == [f"{PAGE}v1/"]


def test_each_language_has_its_own_habit_of_telling_the_time(client, room):
    stamps = {}
    for language in ("nl", "fr", "de"):
        page = client.get(f"/{language}/week-2026/press/releases/announcement/").content
        stamps[language] = words(page, "div[@class='stamp']/p")[1].replace("\u00a0", " ")
    assert stamps == {
        "nl": "Brussel , 2 februari 2026 08.30 uur",
        "fr": "Bruxelles , 2 février 2026 8 h 30",
        "de": "Bruxelles , 2. Februar 2026 08.30 Uhr",
    }


def test_picture_has_its_size_its_alternative_text_its_caption_and_rights(client, room):
    page = client.get("/fr/week-2026/press/releases/announcement/").content
    picture = found(page, "figure/img")[0]
    shown = {name: picture.get(name) for name in ("alt", "width", "height", "loading")}
    assert shown == {"alt": "Un drapeau rouge et un bleu", "width": "1600", "height": "1000", "loading": "lazy"}
    assert client.get(picture.get("src")).headers["Content-Type"] == "image/jpeg"
    assert words(page, "figcaption") == ["Un drapeau rouge et un bleu © Press Service Image entière JPG, 13,6 Kio"]


def test_document_in_one_language_stands_in_that_language_only(client, room):
    documents = {
        language: words(client.get(f"/{language}/week-2026/press/releases/announcement/").content, "aside//ul/li/a")
        for language in ("nl", "de")
    }
    assert documents == {"nl": ["kaart.pdf", "1"], "de": ["kaart.pdf", "karte.pdf", "1"]}


def test_only_public_sessions_of_the_plan_are_named(client, room):
    with edition_scope(room.edition):
        Session.objects.filter(code="OPEN").update(marking="participants")
        link_sessions(Release.objects.get(code="announcement"), ["OPEN", "GONE"], actor=room.press_officer)
    page = client.get(PAGE).content
    assert "Zittingen in dit bericht" not in " ".join(words(page, "aside"))
    assert b"OPEN" not in page


def test_listed_speakers_are_named_and_others_by_their_post(client, room):
    with edition_scope(room.edition):
        listed = Participant.objects.get(code="NBO")
        Attendance.objects.filter(session__code="PREMIER", delegation=listed.delegation).update(participant=listed)
        Participant.objects.filter(pk=listed.pk).update(listed=True)
    page = client.get(PAGE).content
    assert words(page, "section[contains(@class,'sessions')]//p[@class='hint']") == [
        "Aan het woord: An Head-Nbo, Ambassade in Nairobi ; Ambassade in Lima"
    ]


def test_earlier_version_is_whole_marked_and_kept_out_of_search_engines(client, room):
    page = client.get(f"{PAGE}v1/").content
    assert words(page, "h1") == ["Alle posthoofden vijf dagen samen"]
    assert words(page, "div[contains(@class,'note')]") == [
        "Dit is versie 1, die vervangen is. Sinds 4 februari 2026, 09.10 uur geldt een andere tekst."
        " Lees het bericht zoals het nu is"
    ]
    assert [each.get("content") for each in found(page, "meta[@name='robots']")] == ["noindex"]
    assert [each.get("href") for each in found(page, "link[@rel='canonical']")] == [f"http://testserver{PAGE}"]
    assert found(page, "script") == []


def test_addresses_of_versions(client, room):
    answers = {number: client.get(f"{PAGE}v{number}/").status_code for number in (0, 1, 2, 3)}
    assert answers == {0: 404, 1: 200, 2: 302, 3: 404}
    assert client.get(f"{PAGE}v2/").headers["Location"] == PAGE


@pytest.mark.parametrize("address", ["releases/announcement/", "releases/announcement/v1/"])
def test_language_in_which_it_has_not_appeared_leads_to_those_in_which_it_has(client, room, address):
    response = client.get(f"/en/week-2026/press/{address}")
    assert response.status_code == 200
    assert words(response.content) == [
        "This press release has not appeared in English It can be read in:"
        " Nederlands Français Deutsch To the press room"
    ]
    assert [each.get("content") for each in found(response.content, "meta[@name='robots']")] == ["noindex"]
    assert client.get("/en/week-2026/press/releases/announcement.txt").status_code == 404


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_release_that_has_appeared_nowhere_is_not_known_of(client, room, language):
    answers = [
        client.get(f"/{language}/week-2026/press/releases/{address}")
        for code in ("closing", "never-written")
        for address in (f"{code}/", f"{code}/v1/", f"{code}.txt")
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({words(answer.content)[0] for answer in answers}) == 1


@pytest.mark.parametrize("address", ["releases/mistake/", "releases/mistake/v1/", "releases/mistake.txt"])
def test_withdrawn_release_leaves_when_and_why(client, room, address):
    response = client.get(f"/nl/week-2026/press/{address}")
    assert (response.status_code, response.headers["Cache-Control"]) == (410, "no-cache")
    assert words(response.content) == [
        "Dit persbericht is ingetrokken Het is op 2 februari 2026, 07.30 uur ingetrokken, met zijn bestanden"
        " en vroegere versies. Gebruik het niet meer. Waarom Een cijfer klopte niet. Naar de persruimte"
    ]
    assert b"Alle posthoofden" not in response.content


def test_reason_that_is_missing_in_a_language_is_said_to_be_missing(client, room):
    response = client.get("/de/week-2026/press/releases/mistake/")
    assert response.status_code == 410
    assert words(response.content, "div[contains(@class,'why')]") == [
        "Warum Diesen Text gibt es noch nicht auf Deutsch."
    ]


def test_text_to_copy_is_the_whole_release_in_plain_words(client, room):
    response = client.get("/nl/week-2026/press/releases/announcement.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().split("\n\n") == [
        "Alle posthoofden vijf dagen samen in Brussel",
        "Persbericht\nBrussel, 2 februari 2026",
        "De eerste alinea is de lead.",
        "Thema: “Veerkracht”",
        "Programma",
        "Een tweede alinea.",
        "“Wie goed luistert, merkt het eerder.\nDaarom zijn wij hier.”\nMarieke Voorbeeld, minister",
        "Een slotalinea met een site.",
        "Voor journalisten",
        "Femke Oosterlynck\nwoordvoerder\n+32 2 000 00 02\n+32 400 00 00 02\nfemke.oosterlynck@pers.example",
        "Dienst Pers en Communicatie\nVoorbeeldstraat 15\n1000 Brussel\nBelgië\n+32 2 000 00 00\npers.example\n",
    ]


def test_page_takes_the_same_queries_whatever_it_holds(client, room):
    counts = {}
    for code in ("announcement", "programme-note"):
        if code == "programme-note":
            with edition_scope(room.edition):
                link_sessions(Release.objects.get(code=code), ["OPEN", "PREMIER", "EVENING"], actor=room.press_officer)
        client.get(f"/nl/week-2026/press/releases/{code}/?warm")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/nl/week-2026/press/releases/{code}/?again").status_code == 200
        counts[code] = len(queries)
    assert counts["announcement"] == counts["programme-note"] <= 12


def test_release_changes_at_the_instant_of_its_correction_without_any_write(client, room):
    shown = {}
    for seconds in (-90, -1, 0, 1):
        with clock.at(CORRECTED + seconds * SECOND):
            response = client.get(PAGE)
        shown[seconds] = (words(response.content, "h1"), response.headers["Cache-Control"])
    before, after = ["Alle posthoofden vijf dagen samen"], ["Alle posthoofden vijf dagen samen in Brussel"]
    assert shown == {
        -90: (before, "public, max-age=60"),
        -1: (before, "public, max-age=1"),
        0: (after, "public, max-age=60"),
        1: (after, "public, max-age=60"),
    }


def test_reading_sets_no_cookie_and_asks_for_none(client, room):
    client.force_login(User.objects.first())
    response = client.get(PAGE)
    assert (response.cookies.output(), response.headers["Vary"]) == ("", "Accept-Encoding")


def test_duty_that_ends_is_no_longer_told(client, room):
    told = {}
    for seconds in (-1, 0):
        with clock.at(INSTANT + timedelta(days=3) + seconds * SECOND):
            told[seconds] = "Van wacht" in client.get(PAGE).content.decode()
    assert told == {-1: True, 0: False}
