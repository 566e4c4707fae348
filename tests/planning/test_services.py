"""Planning and publishing a small week, as a whole."""

import json

import pytest

from contactdays.accounts.actors import COMMAND_LINE, NOBODY
from contactdays.accounts.errors import NotAllowed
from contactdays.audit.models import Entry
from contactdays.core.scope import edition_scope
from contactdays.outbox.models import Message
from contactdays.people.models import Availability, Participant
from contactdays.planning.enums import RunState
from contactdays.planning.errors import CannotBePlanned, DraftChanged, NothingToPublish, PlanRefused
from contactdays.planning.models import Occupancy, Placement, Plan, Run
from contactdays.planning.public_programme import public_programme
from contactdays.planning.queries import (
    current_plan,
    draft_of,
    fullness_of_posts,
    plan_figures,
    unheld_of,
)
from contactdays.planning.services import open_draft, place_sessions, publish, published_plan, run_planner
from contactdays.planning.services.drafts import SessionTime
from tests.factories import at, attend, make_organiser, make_request, make_room, make_session, small_week
from tests.factories.weeks import PUBLISHED_AT


@pytest.fixture
def week(db):
    week = small_week()
    with edition_scope(week.edition):
        yield week


@pytest.fixture
def unpublished(db):
    week = small_week(published=False)
    with edition_scope(week.edition):
        yield week


def held(plan):
    meetings = Placement.objects.filter(plan=plan, meeting__isnull=False)
    return sorted(str(meeting) for meeting in meetings.values_list("meeting__code", flat=True))


def test_every_meeting_that_can_be_held_is_held(week):
    figures = plan_figures(week.plan)
    assert held(week.plan) == ["M0001", "M0002", "M0003"]
    assert (figures.held, figures.asked, figures.sessions) == (3, 4, 1)
    assert (figures.value, figures.bound, figures.proven) == (8 + 3 + 1, 12, True)


def test_a_meeting_with_a_vacant_post_is_not_held_and_the_run_says_why(week):
    assert [(unheld.meeting.code, unheld.reason, unheld.concerned) for unheld in unheld_of(week.plan)] == [
        ("M0004", "vacant", (week.vacant,))
    ]


def test_whom_a_placement_takes_is_written_for_each_person_and_room(week):
    opening = Placement.objects.get(session=week.opening, plan=week.plan)
    taken = Occupancy.objects.filter(placement=opening)
    people = {row.participant.code for row in taken.filter(participant__isnull=False).select_related("participant")}
    assert people == {"NBO", "LIM"}
    assert [row.room.code for row in taken.filter(room__isnull=False).select_related("room")] == ["HALL"]


def test_publication_writes_plan_record_and_messages(week):
    plan = current_plan(week.edition)
    assert (plan.number, plan.published) == (1, PUBLISHED_AT)
    assert [entry.action for entry in Entry.objects.all()] == ["plan.planned", "plan.published"]
    assert sorted(message.recipient for message in Message.objects.all()) == [
        "An Head-Lim",
        "An Head-Nbo",
        "An Person-Acme",
        "An Person-Bolt",
    ]
    assert {message.template for message in Message.objects.all()} == {"agenda-ready"}
    assert {message.sent for message in Message.objects.all()} == {None}


def test_a_failure_leaves_neither_plan_nor_record_nor_message(unpublished, monkeypatch):
    run_planner(unpublished.edition, actor=COMMAND_LINE)
    before = Entry.objects.count()

    def broken(*args, **kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr("contactdays.planning.services.publication.audit.record", broken)
    with pytest.raises(OSError, match="disk"):
        publish(unpublished.edition, actor=COMMAND_LINE)
    assert current_plan(unpublished.edition) is None
    assert (Plan.objects.get().number, Message.objects.count(), Entry.objects.count()) == (None, 0, before)


def test_only_those_whose_week_changed_are_told(week):
    draft = open_draft(week.edition)
    talk = make_session(week.edition, "TALK")
    attend(talk, week.lima)
    place_sessions(week.edition, [SessionTime(talk, at(week.edition, 5, 9), at(week.edition, 5, 9, 45), room())])
    plan = publish(week.edition, actor=COMMAND_LINE)
    told = Message.objects.filter(template="agenda-changed")
    assert (plan.number, plan.pk) == (2, draft.pk)
    assert [(message.recipient, message.values["plan"]) for message in told] == [("An Head-Lim", "2")]


def room():
    return Placement.objects.filter(session__isnull=False).first().room


def test_a_draft_starts_as_the_current_plan(week):
    draft = open_draft(week.edition)
    assert held(draft) == held(week.plan)
    assert open_draft(week.edition) == draft
    assert Occupancy.objects.filter(plan=draft).count() == Occupancy.objects.filter(plan=week.plan).count()


def test_planning_again_changes_nothing_without_cause(week):
    draft = open_draft(week.edition)
    run_planner(week.edition, actor=COMMAND_LINE)
    columns = ("meeting__code", "session__code", "start", "end", "room__code")
    again = Placement.objects.filter(plan=draft).values_list(*columns)
    assert sorted(map(str, again)) == sorted(map(str, Placement.objects.filter(plan=week.plan).values_list(*columns)))


def test_a_pinned_meeting_stays_where_it_is(week):
    draft = open_draft(week.edition)
    table = make_room(week.edition, "T9", kind="table", capacity=4, bilaterals=True)
    pinned = Placement.objects.filter(plan=draft, meeting__code="M0001")
    Occupancy.objects.filter(placement__in=pinned).delete()
    start = at(week.edition, 4, 16, 40)
    pinned.update(start=start, end=at(week.edition, 4, 16, 55), room=table, time_pinned=True, room_pinned=True)
    run_planner(week.edition, actor=COMMAND_LINE)
    after = Placement.objects.select_related("room").get(plan=draft, meeting__code="M0001")
    assert (after.start, after.room, after.time_pinned, after.room_pinned) == (start, table, True, True)


def test_the_checker_stands_between_a_draft_and_its_publication(unpublished):
    run_planner(unpublished.edition, actor=COMMAND_LINE)
    placement = Placement.objects.filter(meeting__isnull=False).first()
    Placement.objects.filter(pk=placement.pk).update(
        start=at(unpublished.edition, 6, 20), end=at(unpublished.edition, 6, 20, 15)
    )
    with pytest.raises(PlanRefused) as refusal:
        publish(unpublished.edition, actor=COMMAND_LINE)
    assert {violation.rule for violation in refusal.value.data["violations"]} == {"outside_window"}
    assert current_plan(unpublished.edition) is None


def test_a_draft_that_changed_while_the_planner_ran_is_not_overwritten(unpublished):
    def change_meanwhile(progress):
        if not Availability.objects.exists():
            start, end = at(unpublished.edition, 4, 14), at(unpublished.edition, 4, 15)
            Availability(
                edition=unpublished.edition, delegation=unpublished.acme, kind="unavailable", start=start, end=end
            ).save()

    with pytest.raises(DraftChanged):
        run_planner(unpublished.edition, actor=COMMAND_LINE, on_progress=change_meanwhile)
    assert not Placement.objects.filter(meeting__isnull=False).exists()


def test_binding_requests_that_cannot_all_be_held_are_named(unpublished):
    whole_week = (at(unpublished.edition, 2, 0), at(unpublished.edition, 6, 23))
    Availability(
        edition=unpublished.edition,
        delegation=unpublished.bolt,
        kind="unavailable",
        start=whole_week[0],
        end=whole_week[1],
    ).save()
    make_request(unpublished.bolt, unpublished.nairobi, wish="must")
    with pytest.raises(CannotBePlanned) as refusal:
        run_planner(unpublished.edition, actor=COMMAND_LINE)
    assert refusal.value.data["activities"] == ("meeting:M0005",)
    assert [run.state for run in Run.objects.all()] == [RunState.INFEASIBLE]


def test_an_empty_draft_is_not_published(edition):
    with pytest.raises(NothingToPublish):
        publish(edition, actor=COMMAND_LINE)
    open_draft(edition)
    with pytest.raises(NothingToPublish):
        publish(edition, actor=COMMAND_LINE)


@pytest.mark.parametrize("act", [run_planner, publish])
def test_only_organisers_of_the_edition_plan_and_publish(unpublished, act):
    organiser = make_organiser(unpublished.edition)
    stranger = small_week("elsewhere", published=False)
    with edition_scope(stranger.edition):
        foreign_organiser = make_organiser(stranger.edition, "other@ministry.example")
    for actor in (NOBODY, foreign_organiser):
        with pytest.raises(NotAllowed):
            act(unpublished.edition, actor=actor)
    act(unpublished.edition, actor=organiser)


def test_an_absence_and_an_only_bound_a_delegations_week(unpublished):
    edition = unpublished.edition
    hours = {"only": ((14, 0), (15, 0)), "unavailable": ((14, 0), (14, 20))}
    for kind, (start, end) in hours.items():
        Availability(
            edition=edition,
            delegation=unpublished.acme,
            kind=kind,
            start=at(edition, 4, *start),
            end=at(edition, 4, *end),
        ).save()
    run_planner(edition, actor=COMMAND_LINE)
    acme = Participant.objects.get(code="ACME")
    starts = Occupancy.objects.filter(participant=acme).order_by("start").values_list("start", flat=True)
    assert list(starts) == [at(edition, 4, 14, 20), at(edition, 4, 14, 40)]


def test_the_public_programme_shows_public_sessions_by_day(week):
    secret = make_session(week.edition, "SECRET", marking="restricted")
    place_sessions(week.edition, [SessionTime(secret, at(week.edition, 3, 9), at(week.edition, 3, 10), room())])
    publish(week.edition, actor=COMMAND_LINE)
    days = public_programme(week.edition, "fr")
    assert [day.day.day for day in days] == [2, 3, 4, 5, 6]
    assert [(item.code, item.title, item.start.hour) for day in days for item in day.items] == [("OPEN", "OPEN fr", 9)]


def test_before_the_first_publication_there_is_no_programme(unpublished):
    assert public_programme(unpublished.edition, "nl") == ()


def test_how_full_the_posts_are(week):
    rows = fullness_of_posts(week.plan, week.edition)
    assert [(row.delegation.code, row.held, row.asked, row.cap) for row in rows] == [
        ("post:LIM", 2, 2, 10),
        ("post:NBO", 1, 1, 10),
        ("post:KIN", 0, 1, 10),
    ]


def test_a_published_plan_can_be_handed_out_and_checked(week):
    plan = json.loads(published_plan(week.plan, week.edition))
    assert {assignment["activity"] for assignment in plan["assignments"]} == {
        "session:OPEN",
        "meeting:M0001",
        "meeting:M0002",
        "meeting:M0003",
    }


def test_there_is_no_draft_after_publication(week):
    assert draft_of(week.edition) is None
