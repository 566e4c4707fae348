"""Changes since one last looked: in words, on the page, and seen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from contactdays.agendas.entries import Change
from contactdays.agendas.models import Seen
from contactdays.agendas.services import see_plan
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.people.models import Participant
from contactdays.web.parts.changes import ShownChange, shown_changes
from tests.web.test_agenda_moment import TABLE, agenda, entry, local
from tests.web.weeks import publish_moves

PAGE = "/en/week-2026/agenda/"


def told(change):
    with override("en"):
        (found,) = shown_changes([change], agenda())
        return found.was, found.now, found.told


WAS = entry(4, 14)
LATER = replace(WAS, start=WAS.start + timedelta(hours=2), end=WAS.end + timedelta(hours=2))
ELSEWHERE = replace(WAS, place="T1", begins=TABLE)
NEXT_DAY = replace(WAS, start=WAS.start + timedelta(days=1), end=WAS.end + timedelta(days=1))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(WAS, LATER), ("14:00", "16:00", "Moved: was 14:00")),
        (Change(WAS, ELSEWHERE), ("Hall", "T1", "Moved: was Hall")),
        (Change(LATER, ELSEWHERE), ("16:00, Hall", "14:00, T1", "Moved: was 16:00, Hall")),
        (Change(WAS, NEXT_DAY), ("Wed 4, 14:00", "Thu 5, 14:00", "Moved: was Wed 4, 14:00")),
        (
            Change(WAS, replace(WAS, end=LATER.start)),
            ("14:00–15:00", "14:00–16:00", "Moved: was 14:00–15:00"),
        ),
        (Change(replace(WAS, optional=True), WAS), ("optional", "you are expected", "Changed: was optional")),
        (Change(None, WAS), ("", "14:00, Hall", "New")),
        (Change(WAS, None), ("14:00", "cancelled", "cancelled")),
    ],
)
def test_a_change_is_told_by_what_differs(change, words):
    assert told(change) == words


def test_a_change_names_its_activity_and_the_day_it_is_on_now():
    with override("en"):
        assert shown_changes([Change(WAS, NEXT_DAY)], agenda())[0] == ShownChange(
            WAS.uid, "14:00", date(2026, 2, 5), "Wed 4, 14:00", "Thu 5, 14:00"
        )


@pytest.fixture
def owner(client, week):
    client.force_login(week.ambassador)
    return client


def noted(week):
    with edition_scope(week.edition):
        return list(Seen.objects.values_list("participant__code", "plan_number"))


def moved(week):
    with edition_scope(week.edition):
        publish_moves(week.edition)


def test_the_first_look_counts_as_having_seen_the_plan(owner, week):
    page = owner.get(PAGE).content.decode()
    assert ("chgs" in page, noted(week)) == (False, [("NBO", 2)])


def test_changes_stay_on_the_page_until_they_are_seen(owner, week):
    owner.get(PAGE)
    moved(week)
    first, second = (owner.get(PAGE).content.decode() for _ in range(2))
    assert "2 changes since plan 2" in first
    assert second.count("Moved: was 14:00, T1") == 1
    response = owner.post(f"{PAGE}seen/", {"plan": "3"})
    assert (response.status_code, response.headers["Location"], noted(week)) == (302, PAGE, [("NBO", 3)])
    assert "changes since" not in owner.get(PAGE).content.decode()


def test_what_was_published_after_the_page_was_read_is_not_seen_with_it(owner, week):
    owner.get(PAGE)
    moved(week)
    owner.post(f"{PAGE}seen/", {"plan": "2"})
    assert noted(week) == [("NBO", 2)]
    assert "2 changes since plan 2" in owner.get(PAGE).content.decode()


@pytest.mark.parametrize("plan", ["", "9", "-1", "x", "²", "1" * 30])
def test_a_plan_that_is_not_there_cannot_be_seen(owner, week, plan):
    assert owner.post(f"{PAGE}seen/", {"plan": plan}).status_code == 404
    assert noted(week) == []


def test_past_is_dimmed_and_the_present_marked_during_the_week_only(owner, week):
    looks = {}
    for name, day, hour in (("before", 1, 9), ("during", 4, 9), ("after", 7, 9)):
        with clock.at(local(day, hour, 30)):
            page = owner.get(PAGE).content.decode()
        looks[name] = page.count("entry past"), page.count("entry on"), page.count('class="ag-days one"')
    assert looks == {"before": (0, 0, 0), "during": (3, 1, 1), "after": (0, 0, 0)}


def test_agenda_takes_the_same_number_of_queries_however_much_changed(owner, week):
    with edition_scope(week.edition):
        see_plan(Participant.objects.get(code="NBO"), 2, actor=week.ambassador)
    owner.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        owner.get(PAGE)
    moved(week)
    with CaptureQueriesContext(connection) as many:
        assert "2 changes since" in owner.get(PAGE).content.decode()
    assert len(many) == len(few)
