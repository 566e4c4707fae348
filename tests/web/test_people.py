"""The directory of an organiser."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.core.scope import edition_scope
from contactdays.web.parts.search import folded
from tests.factories import make_organisation

PEOPLE = "/en/week-2026/organiser/people/"


@pytest.fixture
def desk(client, week):
    client.force_login(week.organiser)
    return client


def found(desk, query):
    page = desk.get(PEOPLE, {"q": query})
    return [row.code for row in page.context["shown"]]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("nairobi", ["NBO"]),
        ("EMBASSY lima", ["LIM"]),
        ("PE", ["LIM"]),
        ("منصور", ["leila"]),
        ("mansour press", ["leila"]),
        ("Femke", ["speaker"]),
        ("nobody at all", []),
        ("<script>", []),
    ],
)
def test_people_are_found_by_words_of_name_post_country_and_organisation(desk, query, codes):
    assert set(codes) <= set(found(desk, query))
    if query != "PE":
        assert found(desk, query) == codes


def test_search_disregards_case_and_accents():
    assert folded("São Tomé, Straße, ÉCOLE") == "sao tome, strasse, ecole"


def test_everyone_stands_in_order_of_family_name(desk, week):
    shown = found(desk, "")
    names = [folded(name) for name in ("Ben Mansour", "Head-Lim", "Head-Nbo", "Oosterlynck")]
    order = [shown.index(code) for code in ("leila", "LIM", "NBO", "speaker")]
    assert (names, order) == (sorted(names), sorted(order))


def test_head_of_a_post_is_called_by_title(desk):
    page = desk.get(PEOPLE, {"q": "nairobi"}).context["shown"]
    assert [(row.stands_for, row.role) for row in page] == [("Embassy in Nairobi", "Ambassador in Nairobi")]


def test_query_is_given_back_as_text(desk):
    page = desk.get(PEOPLE, {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_name_in_another_script_is_isolated_and_says_its_language(desk):
    assert '<bdi class="orig" lang="ar">ليلى بن منصور</bdi>' in desk.get(PEOPLE).content.decode()


def test_directory_has_pages_and_takes_as_many_queries_for_many_as_for_few(desk, week):
    with CaptureQueriesContext(connection) as few:
        desk.get(PEOPLE)
    with edition_scope(week.edition):
        for number in range(60):
            make_organisation(week.edition, f"O{number}")
    with CaptureQueriesContext(connection) as many:
        page = desk.get(PEOPLE, {"q": "nv"})
    assert len(many) == len(few)
    assert (len(page.context["shown"]), page.context["shown"].paginator.num_pages) == (50, 2)
    assert 'href="?q=nv&amp;page=2"' in page.content.decode()
    assert len(desk.get(PEOPLE, {"q": "nv", "page": "99"}).context["shown"]) == 12
