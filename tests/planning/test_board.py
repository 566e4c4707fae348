"""What the organiser's board reads of a plan."""

from datetime import date, timedelta

import pytest

from contactdays.bilaterals.models import Meeting
from contactdays.core.scope import edition_scope
from contactdays.editions.models import Room
from contactdays.people.models import Availability, Delegation, Participant
from contactdays.planning.board import board_of
from contactdays.planning.checking import conflicts_in
from contactdays.planning.lane import lane_of
from contactdays.planning.models import Occupancy, Placement
from contactdays.planning.queries import draft_of, plan_numbered
from contactdays.planning.selection import Selection
from contactdays.planning.slot_meetings import meetings_in_slot
from contactdays.planning.slots import BoardSlot
from contactdays.programme.models import Session
from tests.factories import at, place_meeting, place_session
from tests.web.weeks import full_week


@pytest.fixture
def edition(db):
    """The edition of the full week, in scope."""
    edition = full_week().edition
    with edition_scope(edition):
        yield edition


def delegation(code):
    return next(each for each in Delegation.objects.all() if each.code == code)


def told(board):
    """The sessions of ``board`` by day: code, hours, room, how many are expected."""
    return {
        day.day.day: [
            (each.session.code, f"{each.start:%H:%M}", f"{each.end:%H:%M}", each.room.code, each.expected)
            for each in day.sessions
        ]
        for day in board.days
    }


def selected(board):
    return [each.session.code for day in board.days for each in day.sessions if each.selected]


def test_board_holds_every_session_on_its_day_in_local_time(edition):
    board = board_of(plan_numbered(edition, 2), edition, Selection())
    assert told(board) == {
        2: [("OPEN", "09:00", "09:45", "HALL", 2), ("PREMIER", "10:00", "11:00", "HALL", 2)],
        3: [("EVENING", "19:00", "22:00", "HALL", 0)],
        4: [],
        5: [],
        6: [],
    }
    assert [day.day for day in board.days] == list(edition.days)
    assert board.previous.number == 1


def test_rooms_without_a_session_are_free_all_day(edition):
    board = board_of(plan_numbered(edition, 2), edition, Selection())
    assert [[room.code for room in day.free_rooms] for day in board.days[:3]] == [
        ["ARENBERG"],
        ["ARENBERG"],
        ["HALL", "ARENBERG"],
    ]


def test_slots_count_meetings_and_free_places(edition):
    slots = board_of(plan_numbered(edition, 2), edition, Selection()).days[2].slots
    start, pitch = at(edition, 4, 14), timedelta(minutes=20)
    held = {0, 4, 6}
    assert list(slots) == [
        BoardSlot(
            start=start + number * pitch,
            end=start + (number + 1) * pitch,
            places=2,
            free=2 - (number in held),
            meetings=int(number in held),
            selected=int(number in held),
            changed=0,
        )
        for number in range(9)
    ]


def test_place_that_a_session_takes_is_not_free(edition):
    hall = Room.objects.get(code="HALL")
    Room.objects.filter(code="T2").update(part_of=hall)
    place_session(Session.objects.get(code="EVENING"), at(edition, 4, 14, 30), at(edition, 4, 15), hall)
    slots = board_of(draft_of(edition), edition, Selection()).days[2].slots
    assert [slot.free for slot in slots] == [1, 1, 1, 2, 1, 2, 1, 2, 2]


def test_what_stands_elsewhere_than_in_the_plan_before_is_told_with_where_it_stood(edition):
    draft = draft_of(edition)
    place_session(Session.objects.get(code="PREMIER"), at(edition, 3, 11), at(edition, 3, 12))
    moved = Placement.objects.get(plan=draft, meeting__code="M0003")
    moved.delete()
    table = Room.objects.get(code="T2")
    place_meeting(draft, moved.meeting, moved.start, moved.end, table)
    new = Meeting.objects.get(code="M0002")
    place_meeting(draft, new, at(edition, 4, 14, 20), at(edition, 4, 14, 35), table)
    board = board_of(draft, edition, Selection())
    found = [(each.session.code, each.before) for day in board.days for each in day.sessions if each.before]
    assert [(code, before.start, before.room.code) for code, before in found] == [
        ("PREMIER", at(edition, 2, 10), "HALL")
    ]
    assert [slot.changed for slot in board.days[2].slots] == [0, 1, 0, 0, 1, 0, 0, 0, 0]


def test_first_plan_has_nothing_before_it_and_so_nothing_new(edition):
    board = board_of(plan_numbered(edition, 1), edition, Selection())
    assert board.previous is None
    assert [slot.changed for day in board.days for slot in day.slots] == [0] * 9


@pytest.mark.parametrize(
    ("selection", "sessions", "meetings"),
    [
        (Selection(), ["OPEN", "PREMIER", "EVENING"], 3),
        (Selection(kind="reception"), ["EVENING"], 0),
        (Selection(kind="bilateral"), [], 3),
        (Selection(language="nl"), ["PREMIER"], 0),
        (Selection(region="americas"), ["OPEN", "PREMIER"], 1),
        (Selection(region="americas", kind="bilateral"), [], 1),
        (Selection(region="asia-pacific"), [], 0),
    ],
)
def test_selection_keeps_what_concerns_it(edition, selection, sessions, meetings):
    board = board_of(plan_numbered(edition, 2), edition, selection)
    assert selected(board) == sessions
    assert sum(slot.selected for day in board.days for slot in day.slots) == meetings


def test_selection_of_a_delegation_keeps_its_sessions_and_meetings(edition):
    nairobi = delegation("post:NBO")
    board = board_of(plan_numbered(edition, 2), edition, Selection(delegation=nairobi.pk))
    assert selected(board) == ["OPEN", "PREMIER", "EVENING"]
    assert sum(slot.selected for day in board.days for slot in day.slots) == 2


def test_windows_are_those_of_principals_only(edition):
    for code in ("organisation:PREMIER", "organisation:FLANDERS", "organisation:ACME"):
        Availability(
            edition=edition, delegation=delegation(code), kind="only", start=at(edition, 2, 9), end=at(edition, 2, 12)
        ).save()
    days = board_of(plan_numbered(edition, 2), edition, Selection()).days
    assert [(each.delegation.code, f"{each.start:%H:%M}", f"{each.end:%H:%M}") for each in days[0].windows] == [
        ("organisation:PREMIER", "09:00", "12:00"),
        ("organisation:FLANDERS", "09:00", "12:00"),
    ]
    assert [day.windows for day in days[1:]] == [(), (), (), ()]


def test_lane_of_a_delegation_holds_everything_it_may_go_to(edition):
    nairobi = delegation("post:NBO")
    lane = lane_of(plan_numbered(edition, 2), edition, nairobi, None)
    assert [
        (each.placement.session.code if each.placement.session else each.other.code, f"{each.start:%d %H:%M}")
        for each in lane
    ] == [
        ("OPEN", "02 09:00"),
        ("PREMIER", "02 10:00"),
        ("EVENING", "03 19:00"),
        ("organisation:ACME", "04 14:00"),
        ("organisation:LONG", "04 16:00"),
    ]


def test_lane_of_a_person_leaves_out_what_others_of_the_delegation_have(edition):
    nairobi, plan = delegation("post:NBO"), draft_of(edition)
    head = Participant.objects.get(delegation=nairobi)
    Occupancy.objects.filter(plan=plan, participant=head, placement__meeting__code="M0001").delete()
    lane = lane_of(plan, edition, nairobi, head)
    assert [each.placement.session.code if each.placement.session else each.other.code for each in lane] == [
        "OPEN",
        "PREMIER",
        "EVENING",
        "organisation:LONG",
    ]


def test_slot_lists_its_meetings_with_people_priority_and_what_changed(edition):
    draft = draft_of(edition)
    moved = Placement.objects.get(plan=draft, meeting__code="M0001")
    moved.delete()
    place_meeting(draft, moved.meeting, moved.start, moved.end, Room.objects.get(code="T2"), room_pinned=True)
    rows = meetings_in_slot(draft, edition, at(edition, 4, 14))
    assert [
        (
            row.placement.room.code,
            row.placement.room_pinned,
            [(party.delegation.code, [person.code for person in party.people]) for party in row.parties],
            row.priority,
            row.must,
            row.before.room.code,
            row.new,
        )
        for row in rows
    ] == [("T2", True, [("post:NBO", ["NBO"]), ("organisation:ACME", ["ACME"])], 5, False, "T1", False)]


def test_checker_names_what_a_plan_breaks_and_whom_it_concerns(edition):
    draft = draft_of(edition)
    draft.value = draft.value + 1
    draft.save()
    vacant = Meeting.objects.get(code="M0004")
    placed = place_meeting(draft, vacant, at(edition, 4, 16, 20), at(edition, 4, 16, 35), Room.objects.get(code="T1"))
    found = {each.rule: each for each in conflicts_in(draft, edition)}
    assert sorted(found) == ["vacancy", "wrong_value"]
    conflict = found["vacancy"]
    assert [each.code for each in conflict.meetings] == ["M0004"]
    assert [each.code for each in conflict.delegations] == ["post:KIN"]
    assert (conflict.room, conflict.start, conflict.start.date()) == (placed.room, placed.start, date(2026, 2, 4))


def test_checker_finds_nothing_wrong_with_a_plan_that_was_published(edition):
    plan = plan_numbered(edition, 2)
    found = [each.rule for each in conflicts_in(plan, edition)]
    assert found == [], "the full week publishes only what the checker accepts"
