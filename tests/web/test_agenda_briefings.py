"""Who one meets: one's own meetings only, priorities never."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.agendas.briefings import Met, briefings_of
from contactdays.agendas.queries import participant_by_code
from contactdays.core.scope import edition_scope
from contactdays.people.models import Organisation, Person, Post
from tests.web.weeks import publish_moves

MEETINGS = "/en/week-2026/agenda/meetings/"


@pytest.fixture
def owner(client, week):
    client.force_login(week.ambassador)
    return client


@pytest.fixture
def described(week):
    """The two sides of M0001, with everything a briefing tells."""
    with edition_scope(week.edition):
        Organisation.objects.filter(code="ACME").update(sector="Steel", region="flanders", countries=["KE", "UG"])
        Post.objects.filter(code="NBO").update(accredited_to=["UG", "KE"])
        Person.objects.filter(code="person-ACME").update(original_name="ليلى", original_language="ar", language="fr")


def told(week, who, **more):
    with edition_scope(week.edition):
        found = briefings_of(participant_by_code(week.edition, who), "en", **more)
    return [(each.entry.code, each.kind, each.sector, each.region, each.countries) for each in found]


def test_organisation_is_told_with_sector_region_and_countries_by_name(week, described):
    assert told(week, "NBO", code="M0001") == [("M0001", "company", "Steel", "Flanders", ("Kenya", "Uganda"))]


def test_post_is_told_with_its_jurisdiction_its_own_country_first(week, described):
    assert told(week, "ACME", code="M0001") == [("M0001", "embassy", "", "Africa", ("Kenya", "Uganda"))]


def test_people_and_purposes_stand_on_their_sides(week, described):
    with edition_scope(week.edition):
        (found,) = briefings_of(participant_by_code(week.edition, "NBO"), "en", code="M0001")
    assert (found.people, found.ours, found.theirs, found.is_post) == (
        (Met("An Person-Acme", "Acme nv", "French", "ليلى", "ar"),),
        ("A bridge over the river",),
        ("A bridge over the river",),
        False,
    )


def test_only_meetings_held_on_the_day_asked_for(week):
    assert [each[0] for each in told(week, "NBO")] == ["M0001", "M0005"]
    assert [each[0] for each in told(week, "NBO", day=date(2026, 2, 4))] == ["M0001", "M0005"]
    assert told(week, "NBO", day=date(2026, 2, 5)) == []


def test_page_shows_the_other_side_and_no_priority(owner, described):
    page = owner.get(f"{MEETINGS}M0001/").content.decode()
    for words in (
        "Acme nv",
        "Kenya, Uganda",
        "Steel",
        'lang="ar">ليلى',
        "What they ask",
        "What your side asks",
        "14:00–14:15",
    ):
        assert words in page
    assert "riority" not in page


@pytest.mark.parametrize("code", ["M0002", "M0003", "M0004", "nothing", "x" * 200])
def test_meeting_of_others_or_not_held_is_not_there(owner, code):
    assert owner.get(f"{MEETINGS}{code}/").status_code == 404


def test_meeting_that_was_dropped_is_not_there_for_who_had_it(client, week):
    client.force_login(week.company)
    assert client.get(f"{MEETINGS}M0002/").status_code == 404


def test_all_of_a_day_stand_on_one_page(owner):
    page = owner.get(f"{MEETINGS}?day=2026-02-04").content.decode()
    assert page.count('class="brf sheet"') == 2
    assert "You have no bilateral meeting then." in owner.get(f"{MEETINGS}?day=2026-02-05").content.decode()
    assert owner.get(f"{MEETINGS}?day=tomorrow").status_code == 404


def test_agenda_links_each_meeting_to_its_page_and_the_organiser_none(owner, client, week):
    assert owner.get("/en/week-2026/agenda/").content.decode().count('class="card"') == 2
    client.force_login(week.organiser)
    assert "/agenda/meetings/" not in client.get("/en/week-2026/organiser/people/NBO/agenda/").content.decode()


def test_briefings_take_the_same_number_of_queries_however_many(owner, week):
    owner.get(MEETINGS)
    with CaptureQueriesContext(connection) as few:
        owner.get(MEETINGS)
    with edition_scope(week.edition):
        publish_moves(week.edition)
    with CaptureQueriesContext(connection) as many:
        assert owner.get(MEETINGS).content.decode().count('class="brf sheet"') == 3
    assert len(many) == len(few)
