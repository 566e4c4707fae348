"""What everyone may read of a week."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from contactdays.core.scope import edition_scope
from contactdays.planning.public_programme import ProgrammeDay, ProgrammeItem, public_programme
from contactdays.web.public.front import Comers, Spokesperson, front_page
from contactdays.web.public.organisations import Group
from contactdays.web.public.programme import Bar, Score, Stave, score_of
from tests.factories import make_edition, make_organisation, small_week
from tests.web.weeks import INTRODUCTION, LONG_NAME, THEME

MISSING = {
    "fr": "Ce texte n’existe pas encore en français.",
    "de": "Diesen Text gibt es noch nicht auf Deutsch.",
    "en": "This text does not exist in English yet.",
}


def item(kind, start, end, code="A", day=2):
    zone = ZoneInfo("Europe/Brussels")
    times = [datetime(2026, 2, day, *moment, tzinfo=zone) for moment in (start, end)]
    return ProgrammeItem(code, kind, "title", *times, "Hall", "Palace", "", "open", ())


def test_front_page_is_made_from_what_the_edition_knows(week):
    with edition_scope(week.edition), override("nl"):
        front = front_page(week.edition, "nl", public_programme(week.edition, "nl"))
    assert front.lead == "2 posthoofden komen voor de week naar huis."
    assert front.paragraphs == (
        "Eén keer per jaar komt het hele netwerk samen.",
        "De strategische richtlijnen worden voorgesteld.",
    )
    assert front.comers == (Comers(2, "ambassadeurs"),)
    assert [each.code for each in front.government_sessions] == ["PREMIER"]
    assert [each.code for each in front.plenaries] == ["OPEN"]
    assert front.governments == (
        Group("Federale regering en parlement", ("Office of the Prime Minister",)),
        Group("Regeringen van de gewesten en gemeenschappen", ("Government of Flanders",)),
    )
    assert front.partners == (
        Group("Ontwikkelingssamenwerking", ("Enabel",)),
        Group("Financiële instellingen", ("World Bank",)),
        Group("Federale, gewestelijke en lokale diensten", ("Press Service",)),
        Group("Bedrijfsleven", (LONG_NAME.strip(),), "2 bedrijven"),
    )
    assert front.spokespersons == (Spokesperson("Femke Oosterlynck", "woordvoerder", "speaker@post.example"),)
    assert front.site == "https://news.ministry.example"


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_front_page_asks_the_question_of_the_week(client, week, language):
    page = client.get(f"/{language}/week-2026/").content.decode()
    assert THEME[language] in page.replace("\xa0", " ")
    assert "2026" in page and "Egmont Palace" in page
    assert "Press Service" in page and "+32 2 000 00 00" in page


def test_text_missing_in_a_language_is_said_to_be_missing_and_not_shown_in_another(client, week):
    page = client.get("/en/week-2026/").content.decode()
    assert MISSING["en"] in page
    assert not any(paragraph in page for text in INTRODUCTION.values() for paragraph in text.split("\n\n"))


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_programme_says_which_titles_are_missing(client, week, language):
    page = client.get(f"/{language}/week-2026/programme/").content.decode()
    assert page.count(MISSING[language]) == 1
    assert "Receptie" not in page
    assert f"OPEN {language}" in page


def test_front_page_of_an_empty_edition_promises_nothing(client, db):
    make_edition("empty")
    page = client.get("/nl/empty/").content.decode()
    assert "Hoe?" in page
    assert {
        word: word in page for word in ("Wie komt", "Gesprekspartners", "Deze tekst bestaat nog niet", "posthoofd")
    } == {
        "Wie komt": False,
        "Gesprekspartners": False,
        "Deze tekst bestaat nog niet": False,
        "posthoofd": False,
    }


def test_companies_and_private_people_are_not_named_to_the_public(client, week):
    page = client.get("/nl/week-2026/").content.decode()
    assert not any(name in page for name in ("Acme nv", "Bolt nv", "Ben Mansour", "head-nbo@post.example"))


def test_programme_says_so_before_anything_is_published(client, db):
    small_week(published=False)
    page = client.get("/fr/week-2026/programme/").content.decode()
    assert "Le programme n’est pas encore publié" in page
    assert "OPEN" not in page


def test_front_page_takes_as_many_queries_for_many_organisations_as_for_few(client, week):
    with CaptureQueriesContext(connection) as few:
        client.get("/nl/week-2026/")
    with edition_scope(week.edition):
        for number in range(5):
            make_organisation(week.edition, f"MORE{number}", kind="federation")
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as many:
        client.get("/nl/week-2026/")
    assert len(many) == len(few)


def test_score_places_sessions_by_five_minutes_and_gives_lines_to_what_overlaps():
    days = (
        ProgrammeDay(
            date(2026, 2, 2),
            (
                item("plenary", (9, 0), (10, 0)),
                item("round-table", (9, 30), (11, 0)),
                item("plenary", (10, 0), (10, 5)),
            ),
        ),
        ProgrammeDay(date(2026, 2, 3), ()),
    )
    with override("en"):
        score = score_of(days)
    assert score == Score(
        (
            Stave(
                date(2026, 2, 2), (Bar("plenary", 12, 24, 1), Bar("round-table", 18, 36, 2), Bar("plenary", 24, 25, 1))
            ),
            Stave(date(2026, 2, 3), ()),
        ),
        (("plenary", "plenary"), ("round-table", "round table")),
    )


@pytest.mark.parametrize(
    ("start", "end", "bar"),
    [
        ((6, 0), (7, 0), Bar("visit", 0, 1, 1)),
        ((7, 30), (8, 30), Bar("visit", 0, 6, 1)),
        ((21, 0), (23, 0), Bar("visit", 156, 162, 1)),
        ((22, 0), (23, 0), Bar("visit", 161, 162, 1)),
    ],
)
def test_what_lies_outside_the_score_stands_at_its_edge(start, end, bar):
    days = [ProgrammeDay(date(2026, 2, 2), (item("visit", start, end),))]
    assert score_of(days).staves[0].bars == (bar,)


def test_session_past_midnight_reaches_to_the_end_of_its_day():
    late = item("reception", (20, 0), (23, 0))
    past = ProgrammeItem(
        late.code, "reception", "t", late.start, late.end.replace(day=3, hour=1), "Hall", "Palace", "", "open", ()
    )
    assert score_of([ProgrammeDay(date(2026, 2, 2), (past,))]).staves[0].bars == (Bar("reception", 144, 162, 1),)
