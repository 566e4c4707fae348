"""The figures of a plan: the tables hold the numbers, the drawings say them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.core.scope import edition_scope
from contactdays.people.models import Delegation
from contactdays.planning.balance import Group
from contactdays.planning.queries import draft_of
from contactdays.web.organiser.figure_sections import hours, request_section
from tests.factories import attend, make_session, place_session
from tests.factories.weeks import at
from tests.web.crowds import crowd, open_every_day

FIGURES = "/en/week-2026/organiser/plans/2/figures/"


@pytest.fixture
def desk(client, week):
    client.force_login(week.organiser)
    return client


def sections(page):
    """By code: the rows of each figure's table, and what its drawing says."""
    found = {}
    for part in page.split('<section class="fig-one" aria-labelledby="f-')[1:]:
        rows = re.findall(r"<tr>(<th scope=.row.*?)</tr>", part)
        said = re.search(r'role="img" aria-label="([^"]*)"', part)
        found[part[: part.index('"')]] = ([_cells(row) for row in rows], said[1] if said else None)
    return found


def _cells(row):
    return tuple(re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<t[hd][^>]*>.*?</t[hd]>", row))


def test_tables_hold_the_numbers_of_the_plan(desk):
    tables = {code: rows for code, (rows, _said) in sections(desk.get(FIGURES).content.decode()).items()}
    assert tables == {
        "value": [
            ("Value of the meetings held", "12"),
            ("No plan can be worth more", "15"),
            ("The same bound without regard to time", "16"),
        ],
        "priority": [
            ("priority 5", "1", "1", "0", "100%"),
            ("priority 3", "4", "2", "2", "50%"),
            ("priority 1", "1", "1", "0", "100%"),
        ],
        "region": [("Africa", "4", "3", "1", "75%"), ("Americas", "2", "1", "1", "50%")],
        "sector": [("not given", "6", "4", "2", "66.67%")],
        "kind": [("company", "5", "3", "2", "60%"), ("federation", "1", "1", "0", "100%")],
        "home": [("not given", "6", "4", "2", "66.67%")],
        "posts": [(str(held), str({0: 1, 1: 1, 2: 1}.get(held, 0))) for held in range(11)],
        "gaps": [("0", "4"), ("1", "0"), ("2", "0"), ("3", "0"), ("4", "0"), ("5", "1")],
        "places": [("Wed 14:00–17:00", "18", "3", "0", "15")],
        "kinds": [
            ("reception", "1", "3 h"),
            ("with a member of government", "1", "1 h"),
            ("plenary", "1", "45 min"),
        ],
        "duties": [("optional", "1", "3 h"), ("compulsory", "2", "1 h 45")],
        "languages": [("Dutch", "1", "1 h")],
        "governments": [],
    }


def test_drawings_say_their_numbers(desk):
    said = {code: words for code, (_rows, words) in sections(desk.get(FIGURES).content.decode()).items()}
    assert said["region"] == "Region of the post. Africa: 3 of 4; Americas: 1 of 2"
    assert said["posts"] == "How full the posts are. 0 meetings: 1; 1 meeting: 1; 2 meetings: 1"
    assert said["value"].endswith("No plan can be worth more: 15; The same bound without regard to time: 16")
    assert said["governments"] is None


def test_starving_posts_are_named_the_emptiest_first_and_vacant_ones_as_vacant(desk):
    page = desk.get(FIGURES).content.decode()
    listed = re.sub(r"<[^>]*>", " ", page[page.index('id="starving"') : page.index('id="time"')])
    assert " ".join(listed.split()).startswith(
        'id="starving">Posts with fewer than five meetings Embassy in Kinshasa vacant all week '
        "Embassy in Lima 1, asked 2 Embassy in Nairobi 2, asked 2"
    )


def test_drawings_are_quiet_and_sized_without_inline_style(desk):
    page = desk.get(FIGURES).content.decode()
    assert re.findall(r"<svg(?![^>]*(?:role=\"img\" aria-label|aria-hidden))[^>]*>", page) == []
    assert re.findall(r"\sstyle=", page) == []
    coordinates = re.findall(r' (?:x|y|width|height)="([^"]*)"', page[page.index("<main") :])
    assert [each for each in coordinates if not re.fullmatch(r"-?\d+(\.\d+)?", each)] == []


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_coordinates_are_numbers_in_every_language(desk, language):
    page = desk.get(f"/{language}/week-2026/organiser/plans/2/figures/").content.decode()
    coordinates = re.findall(r' (?:x|y|width|height)="([^"]*)"', page[page.index("<main") :])
    assert len(coordinates) > 100
    assert [each for each in coordinates if not re.fullmatch(r"-?\d+(\.\d+)?", each)] == []


def test_federal_balance_names_each_government_that_speaks(desk, week):
    with edition_scope(week.edition):
        session = make_session(week.edition, "SPEECH", kind="ministerial")
        parties = {each.code: each for each in Delegation.objects.all()}
        attend(session, parties["organisation:PREMIER"], parties["organisation:FLANDERS"], duty="speaker")
        place_session(session, at(week.edition, 5, 9), at(week.edition, 5, 10))
    page = desk.get("/en/week-2026/organiser/plans/draft/figures/").content.decode()
    assert sections(page)["governments"][0] == [("federal", "1", "1 h"), ("FLANDERS", "1", "1 h")]


def test_most_asked_are_drawn_and_all_are_in_the_table():
    groups = [Group(f"sector {number}", number, 40) for number in range(20)]
    section = request_section("sector", "Sector", groups, str)
    assert (len(section.bars.bars), len(section.rows)) == (12, 20)
    assert section.caption.endswith("Drawn are the 12 most asked of 20; the table holds all.")
    assert section.sentence == "Most is held for sector 19: 19 of 40. Least for sector 0: 0 of 40."


def test_sentence_does_not_rank_what_is_equal_nor_what_is_not_there():
    assert request_section("kind", "Kind", [Group("a", 1, 2), Group("b", 2, 4)], str).sentence == (
        "The share held is the same everywhere: 50%."
    )
    assert request_section("kind", "Kind", [], str).sentence == "Nobody has asked for a meeting yet."


@pytest.mark.parametrize(("minutes", "words"), [(0, "0 min"), (45, "45 min"), (60, "1 h"), (125, "2 h 05")])
def test_hours_are_short(minutes, words):
    assert hours(minutes) == words


def test_figures_of_a_plan_that_is_not_there_are_not_found(desk):
    assert desk.get("/en/week-2026/organiser/plans/9/figures/").status_code == 404


def test_figures_take_as_many_queries_for_many_meetings_as_for_few(desk, week):
    counts = []
    for meetings in (10, 1000):
        with edition_scope(week.edition):
            open_every_day(week.edition)
            crowd(week.edition, draft_of(week.edition), meetings)
        with CaptureQueriesContext(connection) as queries:
            assert desk.get("/en/week-2026/organiser/plans/draft/figures/").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
