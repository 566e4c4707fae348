"""The home of the press room, its archive and search, and where releases are named elsewhere."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.core import clock
from contactdays.core.scope import edition_scope
from tests.factories import make_release, make_text
from tests.web.pages_read import found, words
from tests.web.press_weeks import AFTER, CLOSING, INSTANT, press_week

HOME = "/nl/week-2026/press/"
SECOND = timedelta(seconds=1)
LANGUAGES = ("nl", "fr", "de", "en")


@pytest.fixture
def room(db):
    week = press_week()
    with clock.at(AFTER):
        yield week


@pytest.fixture
def crowded(week):
    """23 releases about two themes, an hour apart on both sides of a new year, by the clock of Brussels."""
    begin = datetime(2026, 12, 31, 11, 0, tzinfo=UTC)
    with edition_scope(week.edition), clock.at(begin - timedelta(days=1)):
        for number in range(23):
            text = make_text(f"release-{number:02}", title=f"Bericht {number}", theme=("Handel", "Water")[number % 2])
            instant = begin + number * timedelta(hours=1)
            make_release(week.edition, instant, text, replace(text, lang="fr", theme=f"{text.theme} fr"))
    with clock.at(begin + timedelta(days=2)):
        yield week


def test_home_lists_the_latest_releases_with_what_they_are_about(client, room):
    page = client.get(HOME).content
    assert words(page, "ol[contains(@class,'news')]/li") == [
        "2 februari 2026 09.30 uur Alle posthoofden vijf dagen samen Thema: Veerkracht De eerste alinea is de lead.",
        "2 februari 2026 08.30 uur Alle posthoofden vijf dagen samen in Brussel Thema: Veerkracht"
        " De eerste alinea is de lead. Verbeterd op 4 februari 2026, 09.10 uur",
    ]


def test_home_says_what_the_press_may_attend_and_who_answers(client, room):
    page = client.get(HOME).content
    assert words(page, "div[contains(@class,'attend')]") == [
        "Maandag 2 februari 10:00 –11:00 PREMIER nl Hall Pers: alleen beelden Nederlands",
        "Dinsdag 3 februari 19:00 –22:00 Receptie Hall Open voor de pers",
    ]
    assert words(page, "section[contains(@class,'talk')]") == [
        "Woordvoerders Femke Oosterlynck woordvoerder Nederlands, Duits +32 2 000 00 02 femke@pers.example"
        " Van wacht tot 5 februari 2026, 08.30 uur: Femke Oosterlynck (Nederlands)"
    ]


def test_home_leads_to_feeds_calendar_archive_and_search(client, room):
    page = client.get(HOME).content
    followed = [each.get("href") for each in found(page, "section[contains(@class,'noprint')]/ul//a")]
    assert followed == [f"{HOME}{each}" for each in ("feed.atom", "feed.rss", "points.ics", "archive/")]
    assert {client.get(address).status_code for address in followed} == {200}
    assert [each.get("action") for each in found(page, "form")] == [f"{HOME}search/"]


def test_home_says_what_will_come_when_nothing_has_appeared(client, week):
    with clock.at(INSTANT - timedelta(days=30)):
        page = client.get("/en/week-2026/press/").content
    assert words(page, "section[@aria-labelledby='latest']") == [
        "Latest releases Nothing has appeared in English yet. Each release stands here from the minute it appears;"
        " the feeds tell of it at the same time."
    ]


def test_home_of_an_edition_without_a_plan_says_that_press_points_will_come(client, edition):
    page = client.get("/en/week-2026/press/").content
    assert words(page, "section[@aria-labelledby='attend']") == [
        "For the press in the week No press points are known yet."
        " They stand here as soon as the plan of the week is published."
    ]


def test_archive_counts_by_year_and_theme(client, crowded):
    page = client.get(f"{HOME}archive/").content
    assert words(page, "div[contains(@class,'two')]//li") == [
        "Handel 12 berichten",
        "Water 11 berichten",
        "2027 11 berichten",
        "2026 12 berichten",
    ]


def test_year_is_that_of_the_clock_of_the_edition(client, crowded):
    titles = {year: words(client.get(f"{HOME}archive/{year}/").content, "h3") for year in (2026, 2027)}
    assert titles == {
        2026: [f"Bericht {number}" for number in range(11, -1, -1)],
        2027: [f"Bericht {number}" for number in range(22, 11, -1)],
    }


def test_list_is_shown_in_pages_of_twenty(client, crowded):
    first = client.get(f"{HOME}search/?q=bericht")
    second = client.get(f"{HOME}search/?q=bericht&page=2")
    assert words(first.content, "h2") == ["23 berichten bevatten al deze woorden"]
    assert [words(each.content, "h3") for each in (first, second)] == [
        [f"Bericht {number}" for number in range(22, 2, -1)],
        ["Bericht 2", "Bericht 1", "Bericht 0"],
    ]
    assert [each.get("href") for each in found(first.content, "nav[@class='beside']/a")] == ["?q=bericht&page=2"]
    assert [client.get(f"{HOME}search/?q=bericht&page={page}").status_code for page in (0, 3, "x")] == [404, 404, 404]


def test_lists_take_the_same_queries_however_long_they_are(client, crowded):
    counts = {}
    for address in ("archive/2026/?all", "archive/2027/?all", "search/?q=bericht", "search/?q=20", "themes/water/?all"):
        client.get(f"{HOME}{address}")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{HOME}{address}").status_code == 200
        counts[address] = len(queries)
    assert max(counts.values()) <= 6, counts
    assert counts["archive/2026/?all"] == counts["archive/2027/?all"]
    assert counts["search/?q=bericht"] == counts["search/?q=20"]


def test_theme_bears_the_name_it_has_in_each_language_and_says_when_it_has_none(client, room):
    headings = {
        each: words(client.get(f"/{each}/week-2026/press/themes/veerkracht/").content, "h1") for each in LANGUAGES
    }
    assert headings == {"nl": ["Veerkracht"], "fr": ["Résilience"], "de": ["Widerstandskraft"], "en": ["Resilience"]}


def test_theme_is_not_known_before_a_release_of_it_appears(client, week):
    with edition_scope(week.edition), clock.at(INSTANT - timedelta(days=1)):
        make_release(week.edition, INSTANT)
    answers = {}
    for seconds in (-1, 0):
        with clock.at(INSTANT + seconds * SECOND):
            answers[seconds] = [
                client.get(f"/{each}/week-2026/press/themes/veerkracht/").status_code for each in LANGUAGES
            ]
    assert answers == {-1: [404] * 4, 0: [200] * 4}


def test_name_of_a_theme_in_a_language_yet_to_appear_is_not_told(client, week):
    with edition_scope(week.edition), clock.at(INSTANT):
        make_release(week.edition, INSTANT)
        make_release(week.edition, INSTANT + timedelta(days=1), *(make_text("later", each) for each in LANGUAGES))
        pages = [
            client.get(f"/de/week-2026/press/{each}").content.decode() for each in ("themes/veerkracht/", "archive/")
        ]
    assert [page.count("Widerstandskraft") for page in pages] == [0, 0]


@pytest.mark.parametrize("asked", ["ALINEA lead", "luistert minister", "brussel", "TWÉEDE"])
def test_search_finds_all_words_without_accents_or_capitals_in_the_text_its_quotations_and_its_place(
    client, room, asked
):
    page = client.get(f"{HOME}search/", {"q": asked}).content
    assert "Alle posthoofden vijf dagen samen in Brussel" in words(page, "h3")


def test_search_shows_the_words_it_found_in_their_context(client, room):
    page = client.get(f"{HOME}search/", {"q": "eérder tweede"}).content
    assert words(page, "p[@class='say']")[0] == (
        "De eerste alinea is de lead. Programma Een tweede alinea. Een slotalinea met een site."
        " Wie goed luistert, merkt het eerder. Daarom zijn wij hier. Marieke Voorbeeld, minister"
    )
    assert words(page, "mark")[:2] == ["tweede", "eerder."]


def test_search_says_when_it_finds_nothing_and_what_it_needs(client, room):
    nothing = client.get(f"{HOME}search/", {"q": "alinea kangoeroe"}).content
    assert words(nothing, "h2") == ["Geen bericht bevat al deze woorden"]
    asked = client.get(f"{HOME}search/").content
    assert words(asked, "h2") == []
    assert [each.get("content") for each in found(asked, "meta[@name='robots']")] == ["noindex"]


def test_search_reads_a_hundred_letters_and_takes_signs_of_the_database_for_letters(client, room):
    assert words(client.get(f"{HOME}search/", {"q": "%"}).content, "h2") == ["Geen bericht bevat al deze woorden"]
    long = client.get(f"{HOME}search/", {"q": "alinea" + " " * 100 + "kangoeroe"})
    assert words(long.content, "h2") == ["2 berichten bevatten al deze woorden"]


def test_search_reads_past_characters_that_no_text_holds(client, room):
    for question in ("alinea\x00", "\x00 alinea", "\x00"):
        assert client.get(f"{HOME}search/", {"q": question}).status_code == 200
    found_too = client.get(f"{HOME}search/", {"q": "\x00alinea"})
    assert words(found_too.content, "h2") == ["2 berichten bevatten al deze woorden"]


def test_search_does_not_find_what_was_withdrawn(client, room):
    before = INSTANT - timedelta(hours=12)
    counts = {}
    for moment in (before, AFTER):
        with clock.at(moment):
            counts[moment] = len(words(client.get("/en/week-2026/press/search/", {"q": "lead"}).content, "h3"))
    assert counts == {before: 0, AFTER: 1}


def test_front_page_and_session_name_what_has_appeared(client, room):
    front = client.get("/nl/week-2026/").content
    assert words(front, "section[@aria-labelledby='news']") == [
        "Persberichten 2 februari 2026 Alle posthoofden vijf dagen samen"
        " 2 februari 2026 Alle posthoofden vijf dagen samen in Brussel Naar de persruimte"
    ]
    sessions = {code: client.get(f"/nl/week-2026/programme/{code}/").content for code in ("OPEN", "EVENING")}
    assert {code: words(page, "section[@aria-labelledby='news']") for code, page in sessions.items()} == {
        "OPEN": ["Persberichten over deze zitting 2 februari 2026 Alle posthoofden vijf dagen samen in Brussel"],
        "EVENING": [],
    }


PLACES = (
    "press/",
    "press/archive/",
    "press/archive/2026/",
    "press/search/?q=secret",
    "press/themes/veerkracht/",
    "press/releases/closing/",
    "press/releases/closing.txt",
    "press/releases/closing/v1/",
    "",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_release_is_nowhere_before_its_instant_and_everywhere_from_it_on(client, room, language):
    shown = {}
    for seconds in (-1, 0, 1):
        with clock.at(CLOSING + seconds * SECOND):
            pages = {place: client.get(f"/{language}/week-2026/{place}").content.decode() for place in PLACES}
        shown[seconds] = {place for place, page in pages.items() if "Secret until Friday" in page}
    everywhere = set(PLACES) - {"press/archive/", "press/releases/closing/v1/"}
    assert shown == {-1: set(), 0: everywhere, 1: everywhere}


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_of_the_archive_change_at_the_instant(client, room, language):
    counted = {}
    for seconds in (-1, 0):
        with clock.at(CLOSING + seconds * SECOND):
            page = client.get(f"/{language}/week-2026/press/archive/").content
        counted[seconds] = int(words(page, "li/span[@class='meta']")[0].split()[0])
    assert counted[0] == counted[-1] + 1


def test_kept_home_is_fresh_at_the_instant_and_may_not_be_kept_across_it(client, room):
    kept = {}
    for seconds in (-30, -1, 0):
        with clock.at(CLOSING + seconds * SECOND):
            response = client.get(HOME)
        kept[seconds] = (len(words(response.content, "h3/a/bdi")), response.headers["Cache-Control"])
    assert kept == {-30: (2, "public, max-age=30"), -1: (2, "public, max-age=1"), 0: (3, "public, max-age=60")}
