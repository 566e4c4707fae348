"""Which plan somebody has seen, and what changed since."""

from datetime import UTC, datetime

import pytest

from contactdays.accounts.errors import NotAllowed
from contactdays.agendas.errors import NoSuchPlan
from contactdays.agendas.models import Seen
from contactdays.agendas.queries import participant_by_code, personal_week
from contactdays.agendas.services import see_plan
from contactdays.audit.models import Entry
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.people.models import Participant
from tests.factories import at, make_user
from tests.web.weeks import full_week, publish_moves

LOOKED = datetime(2026, 2, 3, 20, 40, tzinfo=UTC)


@pytest.fixture
def week(db):
    week = full_week()
    with edition_scope(week.edition):
        yield week


def see(week, number, user=None):
    participant = participant_by_code(week.edition, "NBO")
    with clock.at(LOOKED):
        see_plan(participant, number, actor=user or week.ambassador)


def seen():
    return [(each.participant.code, each.plan_number, each.at) for each in Seen.objects.select_related("participant")]


def changes(week, code="NBO"):
    found = personal_week(participant_by_code(week.edition, code), "en").changes
    return [(_look(change.was), _look(change.now)) for change in found]


def _look(entry):
    return entry and (entry.title, entry.start, entry.place)


def test_what_was_seen_is_noted_with_its_moment_and_recorded(week):
    see(week, 2)
    assert seen() == [("NBO", 2, LOOKED)]
    entry = Entry.objects.get(action="plan.seen")
    assert (entry.subject, entry.actor_id, entry.before, entry.after) == (
        "participant NBO",
        week.ambassador.pk,
        None,
        {"plan": 2},
    )


def test_an_earlier_plan_or_the_same_changes_nothing(week):
    see(week, 2)
    see(week, 1)
    see(week, 2)
    assert seen() == [("NBO", 2, LOOKED)]
    assert Entry.objects.filter(action="plan.seen").count() == 1


def test_a_later_plan_is_recorded_with_the_one_before(week):
    see(week, 1)
    see(week, 2)
    last = Entry.objects.filter(action="plan.seen").last()
    assert (seen(), last.before, last.after) == ([("NBO", 2, LOOKED)], {"plan": 1}, {"plan": 2})


def test_a_plan_that_was_never_published_cannot_be_seen(week):
    with pytest.raises(NoSuchPlan) as refused:
        see(week, 9)
    assert (refused.value.data, seen()) == ({"number": 9}, [])


def test_nobody_sees_for_another(week):
    for user in (week.company, week.organiser, make_user()):
        with pytest.raises(NotAllowed):
            see(week, 2, user)
    assert seen() == []


def test_nothing_changed_for_who_never_looked_or_saw_the_last_plan(week):
    assert changes(week) == []
    see(week, 2)
    assert changes(week) == []


def test_changes_are_those_between_the_plan_seen_and_the_last_one(week):
    see(week, 1)
    day = week.edition
    publish_moves(week.edition)
    assert changes(week) == [
        (("Acme nv", at(day, 4, 14), "T1"), ("Acme nv", at(day, 4, 16, 20), "T2")),
        (None, ("Bolt nv", at(day, 4, 16, 40), "T2")),
    ]
    assert changes(week, "ACME") == []


def test_what_is_no_longer_held_has_no_new_place(week):
    participant = Participant.objects.get(user=week.company)
    see_plan(participant, 1, actor=week.company)
    assert changes(week, participant.code) == [(("Embassy in Lima", at(week.edition, 4, 14, 40), "T1"), None)]
