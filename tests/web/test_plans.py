"""What an organiser reads of plans."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.core.scope import edition_scope
from contactdays.people.models import Delegation
from contactdays.planner.values.reason import ReasonCode
from contactdays.planning.queries import Fullness, PlanFigures, plan_numbered, unheld_of
from contactdays.web.organiser.figures import Cause, PostCounts, PostRow, causes, post_counts, post_row
from contactdays.web.organiser.reasons import reason_label
from contactdays.web.organiser.verdict import Verdict, verdict_of
from tests.factories import make_organisation, make_post, make_request

PLANS = "/en/week-2026/organiser/plans/"


@pytest.fixture
def desk(client, week):
    client.force_login(week.organiser)
    return client


def figures(**given):
    nothing = dict.fromkeys(("value", "bound", "flow_bound", "gaps", "room_moves"))
    return PlanFigures(**{"held": 3, "asked": 5, "sessions": 3, "proven": False, **nothing, **given})


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, None),
        ({"value": 15, "bound": 15, "proven": True}, Verdict(15, 15, True, 0.0)),
        ({"value": 15, "bound": 15}, Verdict(15, 15, False, 0.0)),
        ({"value": 12, "bound": 16, "proven": True}, Verdict(12, 16, False, 0.25)),
        ({"value": 12}, Verdict(12, None, False, 0.0)),
        ({"value": 0, "bound": 0, "proven": True}, Verdict(0, 0, True, 0.0)),
    ],
)
def test_verdict_sets_the_value_against_what_is_proven(given, verdict):
    assert verdict_of(figures(**given)) == verdict


def test_every_reason_of_the_planner_has_its_sentence():
    labels = {code.value: reason_label(code) for code in ReasonCode}
    assert [code for code, label in labels.items() if label == code] == []
    assert reason_label("new_reason") == "new_reason"


def test_posts_are_full_starving_or_without_a_meeting(week):
    with edition_scope(week.edition):
        nairobi = Delegation.objects.select_related("post").get(post__code="NBO")
    rows = [post_row(Fullness(nairobi, held, 12, 10)) for held in (0, 1, 4, 5, 9, 10)]
    assert [row.state for row in rows] == ["none", "starving", "starving", "", "", "full"]
    assert rows[0] == PostRow("Embassy in Nairobi", 0, 10, 12, "none")
    assert post_counts(rows) == PostCounts(full=1, starving=2, none=1)


def test_causes_are_counted_the_most_frequent_first(week):
    with edition_scope(week.edition):
        found = causes(unheld_of(plan_numbered(week.edition, 2)) * 2)
    assert found == (
        Cause("outvalued", "Meetings of more weight come first", 2),
        Cause("vacant", "The post is vacant that week", 2),
    )


def test_list_holds_the_draft_and_every_plan_newest_first(desk):
    page = desk.get(PLANS).content.decode()
    order = [page.index(f'href="{PLANS}{address}/"') for address in ("draft", "2", "1")]
    assert order == sorted(order)
    states = [page.count(f">{state}</span>") for state in ("draft", "in force", "replaced")]
    assert states == [1, 1, 1]


def test_plan_tells_its_verdict_its_reasons_and_how_full_the_posts_are(desk):
    page = desk.get(f"{PLANS}2/").content.decode()
    assert 'worth <b>12</b>. No plan can be worth more than <b class="lim">15</b>. At most <b>20%</b> is left' in page
    assert page.count("Meetings of more weight come first") == 2
    assert page.count("The post is vacant that week") == 2
    assert page.count(">fewer than five</span>") == 2
    assert page.count(">none</span>") == 1


@pytest.mark.parametrize(("reason", "shown"), [("vacant", 1), ("outvalued", 1), ("unknown", 2), ("", 2)])
def test_list_of_meetings_not_held_can_be_of_one_reason(desk, reason, shown):
    page = desk.get(f"{PLANS}2/?reason={reason}").content.decode()
    assert page[page.index('id="list"') : page.index('id="posts"')].count("<tr><th") == shown + 1


def test_draft_has_its_page_and_an_unknown_plan_has_none(desk):
    assert desk.get(f"{PLANS}draft/").status_code == 200
    assert desk.get(f"{PLANS}3/").status_code == 404


def test_plan_takes_as_many_queries_for_many_meetings_as_for_few(desk, week):
    with CaptureQueriesContext(connection) as few:
        desk.get(f"{PLANS}2/")
    with edition_scope(week.edition):
        for number in range(5):
            make_request(make_post(week.edition, f"P{number}"), make_organisation(week.edition, f"O{number}"))
    with CaptureQueriesContext(connection) as many:
        desk.get(f"{PLANS}2/")
    assert len(many) == len(few)
