"""What the database refuses about plans, written past every service."""

import pytest
from django.db import DatabaseError, connection, transaction

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.planning.enums import PlanState
from contactdays.planning.models import Occupancy, Placement, Plan
from contactdays.planning.services import open_draft, publish
from tests.factories import at, attend, make_post, make_room, make_session, place_session
from tests.factories.weeks import PUBLISHED_AT


@pytest.fixture
def opening(edition):
    """A session from 09:00 to 09:45 in the hall, with one post, in the draft."""
    post, session = make_post(edition), make_session(edition)
    attend(session, post)
    place_session(session, at(edition, 2, 9), at(edition, 2, 9, 45))
    return Placement.objects.get()


def refused():
    return pytest.raises(DatabaseError)


def second_occupancy(placement, **changes):
    """What the opening's participant already has, once more, at another hour unless ``changes`` say otherwise."""
    occupancy = Occupancy.objects.get(placement=placement, participant__isnull=False)
    occupancy.pk, occupancy._state.adding = None, True
    for name, value in changes.items():
        setattr(occupancy, name, value)
    return occupancy


@pytest.mark.parametrize(
    ("start", "end"), [((9, 0), (9, 45)), ((9, 44), (10, 0)), ((8, 0), (12, 0)), ((9, 10), (9, 20))]
)
def test_an_overlap_is_refused_whatever_writes_it(opening, edition, start, end):
    times = {"start": at(edition, 2, *start), "end": at(edition, 2, *end)}
    with refused(), transaction.atomic():
        second_occupancy(opening, **times).save()
    with refused(), transaction.atomic():
        Occupancy.objects.bulk_create([second_occupancy(opening, **times)])
    later = second_occupancy(opening, start=at(edition, 2, 15), end=at(edition, 2, 16))
    later.save()
    with refused(), transaction.atomic():
        Occupancy.objects.filter(pk=later.pk).update(**times)
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO planning_occupancy (edition_id, plan_id, placement_id, participant_id, start, "end") '
            'SELECT edition_id, plan_id, placement_id, participant_id, start, "end" FROM planning_occupancy '
            "WHERE id <> %s AND participant_id IS NOT NULL",
            [later.pk],
        )
    assert Occupancy.objects.filter(participant__isnull=False).count() == 2


@pytest.mark.parametrize(("start", "end"), [((8, 0), (9, 0)), ((9, 45), (10, 0))])
def test_one_thing_after_another_is_no_overlap(opening, edition, start, end):
    second_occupancy(opening, start=at(edition, 2, *start), end=at(edition, 2, *end)).save()
    assert Occupancy.objects.filter(participant__isnull=False).count() == 2


def test_a_room_is_not_used_twice_at_once(opening, edition):
    with refused(), transaction.atomic():
        place_session(make_session(edition, "RIVAL"), at(edition, 2, 9, 30), at(edition, 2, 10))
    assert [placement.session.code for placement in Placement.objects.all()] == ["OPEN"]


def test_a_session_takes_the_tables_of_its_room(edition):
    hall = make_room(edition, "MARBLE")
    table = make_room(edition, "T1", kind="table", capacity=4, part_of=hall)
    place_session(make_session(edition), at(edition, 2, 9), at(edition, 2, 10), hall)
    with refused(), transaction.atomic():
        place_session(make_session(edition, "RIVAL"), at(edition, 2, 9), at(edition, 2, 10), table)


def test_another_plan_has_its_own_week(opening, edition):
    publish(edition, actor=COMMAND_LINE)
    open_draft(edition)
    assert Occupancy.objects.filter(participant__isnull=False).count() == 2


@pytest.fixture
def published(opening):
    """The opening's plan, published past every service."""
    Plan.objects.update(state=PlanState.PUBLISHED, number=1, published=PUBLISHED_AT)
    return Plan.objects.get()


WRITES = {
    "rename": lambda plan: Plan.objects.filter(pk=plan.pk).update(number=2),
    "reopen": lambda plan: Plan.objects.filter(pk=plan.pk).update(state=PlanState.DRAFT, number=None, published=None),
    "delete": lambda plan: Plan.objects.filter(pk=plan.pk).delete(),
    "move": lambda plan: Placement.objects.filter(plan=plan).update(start=PUBLISHED_AT),
    "drop": lambda plan: Placement.objects.filter(plan=plan).delete(),
    "free": lambda plan: Occupancy.objects.filter(plan=plan).delete(),
    "retime": lambda plan: Occupancy.objects.filter(plan=plan).update(start=PUBLISHED_AT),
    "add": lambda plan: place_again(plan),
    "raw": lambda plan: raw("DELETE FROM planning_occupancy"),
}


def raw(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def place_again(plan):
    session = make_session(plan.edition, "LATE")
    room = Placement.objects.get(plan=plan).room
    Placement(
        edition=plan.edition,
        plan=plan,
        session=session,
        start=at(plan.edition, 3, 9),
        end=at(plan.edition, 3, 10),
        room=room,
    ).save()


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_published_plan_never_changes(published, write):
    before = whole(published)
    with pytest.raises(DatabaseError, match="refused by"), transaction.atomic():
        write(published)
    assert whole(Plan.objects.get()) == before


def whole(plan):
    return (
        list(Plan.objects.values()),
        list(Placement.objects.filter(plan=plan).values()),
        list(Occupancy.objects.filter(plan=plan).values()),
    )


def test_nothing_moves_from_a_draft_into_a_published_plan(published, edition):
    draft = Plan(edition=edition, created=PUBLISHED_AT)
    draft.save()
    session = make_session(edition, "LATE")
    place_session(session, at(edition, 3, 9), at(edition, 3, 10))
    with pytest.raises(DatabaseError, match="refused by"), transaction.atomic():
        Placement.objects.filter(session=session).update(plan=published)


def test_an_edition_has_one_draft(edition):
    Plan(edition=edition, created=PUBLISHED_AT).save()
    with refused(), transaction.atomic():
        Plan(edition=edition, created=PUBLISHED_AT).save()
