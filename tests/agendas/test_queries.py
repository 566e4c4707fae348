"""The agendas of a small week, as whole values."""

import dataclasses

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.agendas.entries import AgendaEntry, EntryKind, Spot
from contactdays.agendas.queries import agenda_of, agendas_of, participant_by_code, participant_of_user
from contactdays.core.scope import edition_scope
from contactdays.people.models import Availability, Participant
from contactdays.people.services import let_sign_in
from contactdays.planning.models import Occupancy, Placement
from contactdays.planning.services import SessionTime, open_draft, place_sessions, publish
from contactdays.programme.models import Attendance
from tests.factories import at, attend, make_room, make_session, make_user, small_week
from tests.factories.weeks import PUBLISHED_AT


@pytest.fixture
def week(db):
    week = small_week()
    with edition_scope(week.edition):
        yield week


def agenda(code, language="nl", **more):
    return agenda_of(Participant.objects.get(code=code), language, **more)


def short(agenda):
    return [(entry.title, entry.cancelled, entry.sequence) for entry in agenda.entries]


def test_a_head_of_missions_week(week):
    found = agenda("NBO", "en")
    opening, meeting = found.entries
    assert dataclasses.replace(found, entries=()) == dataclasses.replace(
        found,
        name="An Head-Nbo",
        edition="Week 2026",
        dates="2–6 February 2026",
        venue="Egmont Palace",
        plan_number=1,
        published=PUBLISHED_AT,
        time_zone="Europe/Brussels",
        language="en",
        entries=(),
    )
    assert opening == AgendaEntry(
        uid="session-open.nbo@week-2026.contactdays.invalid",
        kind=EntryKind.PLENARY,
        title="OPEN en",
        start=at(week.edition, 2, 9),
        end=at(week.edition, 2, 9, 45),
        place="Hall",
        venue="Egmont Palace",
        code="OPEN",
        begins=Spot("HALL", "PALACE"),
        ends=Spot("HALL", "PALACE"),
    )
    assert (meeting.kind, meeting.title, meeting.people) == (
        EntryKind.BILATERAL,
        "Acme nv",
        ("An Person-Acme, Acme nv",),
    )
    assert meeting.purpose == "A bridge over the river · A bridge over the river"


def test_the_other_side_reads_the_post_in_its_language(week):
    titles = {language: [entry.title for entry in agenda("BOLT", language).entries] for language in ("en", "nl")}
    assert titles["en"] == ["Embassy in Lima"]
    assert titles["nl"] != titles["en"]


def test_everyone_with_an_entry_gets_a_week_in_their_own_language(week):
    assert [(participant.code, agenda.language) for participant, agenda in agendas_of(week.edition)] == [
        ("ACME", "nl"),
        ("BOLT", "nl"),
        ("LIM", "nl"),
        ("NBO", "nl"),
    ]


def test_a_meeting_that_moved_says_so_and_one_that_was_dropped_stays_as_cancelled(week):
    draft = open_draft(week.edition)
    dropped = Placement.objects.get(plan=draft, meeting__code="M0003")
    dropped.delete()
    draft.value -= 1
    draft.save()
    table = make_room(week.edition, "T9", kind="table", capacity=4, bilaterals=True)
    moved = Placement.objects.filter(plan=draft, meeting__code="M0001")
    Occupancy.objects.filter(placement__in=moved, room__isnull=False).update(room=table)
    moved.update(room=table)
    publish(week.edition, actor=COMMAND_LINE)
    assert short(agenda("NBO", "en")) == [("OPEN en", False, 0), ("Acme nv", False, 1)]
    assert short(agenda("BOLT", "en")) == [("Embassy in Lima", True, 1)]
    publish_something_else(week)
    assert short(agenda("BOLT", "en")) == []
    assert short(agenda("BOLT", "en", all_cancelled=True)) == [("Embassy in Lima", True, 1)]


def publish_something_else(week):
    talk = make_session(week.edition, "TALK")
    room = make_room(week.edition, "ROOM")
    place_sessions(week.edition, [SessionTime(talk, at(week.edition, 5, 9), at(week.edition, 5, 10), room)])
    publish(week.edition, actor=COMMAND_LINE)


def test_an_optional_session_is_offered_to_those_who_are_free(week):
    tour, room = make_session(week.edition, "TOUR", kind="visit"), make_room(week.edition, "COACH", kind="outside")
    attend(tour, week.nairobi, week.lima, duty="may")
    meeting = Placement.objects.get(plan=week.plan, meeting__code="M0003")
    place_sessions(week.edition, [SessionTime(tour, meeting.start, meeting.end, room)])
    publish(week.edition, actor=COMMAND_LINE)
    offered = {code: [entry.title for entry in agenda(code, "en").entries if entry.optional] for code in ("NBO", "LIM")}
    assert offered["LIM"] == []
    nairobi = Occupancy.objects.filter(plan__number=2, participant__code="NBO")
    assert offered["NBO"] == ([] if nairobi.filter(start=meeting.start).exists() else ["TOUR en"])


def test_a_private_block_is_shown_to_its_owner_only(week):
    block = Availability(
        edition=week.edition,
        delegation=week.nairobi,
        kind="private",
        start=at(week.edition, 5, 12),
        end=at(week.edition, 5, 13),
        reason="Dentist",
    )
    block.save()
    assert [entry.title for entry in agenda("NBO").entries if entry.kind is EntryKind.PRIVATE] == ["Dentist"]
    assert [entry.title for entry in agenda("ACME").entries if entry.kind is EntryKind.PRIVATE] == []


def test_a_title_missing_in_a_language_says_so(week):
    week.opening.title = {"nl": "Opening"}
    week.opening.save()
    assert agenda("NBO", "nl").entries[0].title == "Opening"
    assert agenda("NBO", "en").entries[0].title == "[Not available in English]"


def test_a_speaker_is_named(week):
    Attendance.objects.filter(session=week.opening, delegation=week.lima).update(duty="speaker")
    assert agenda("NBO", "en").entries[0].people == ("Embassy in Lima",)


def test_before_the_first_publication_there_is_no_agenda(db):
    week = small_week("later", published=False)
    with edition_scope(week.edition):
        assert agenda("NBO") is None
        assert list(agendas_of(week.edition)) == []


def test_a_participant_is_found_by_code_and_by_the_user_who_signs_in(week):
    user = make_user()
    participant = participant_by_code(week.edition, "NBO")
    let_sign_in(participant, user, actor=COMMAND_LINE)
    assert participant_of_user(week.edition, user.pk) == participant
    assert participant_by_code(week.edition, "nobody") is None


def test_an_agenda_takes_the_same_number_of_queries_however_full_the_week(week):
    with CaptureQueriesContext(connection) as few:
        agenda("NBO")
    for number in range(5):
        session = make_session(week.edition, f"S{number}")
        attend(session, week.nairobi)
        times = at(week.edition, 3, 9 + number), at(week.edition, 3, 9 + number, 30)
        place_sessions(week.edition, [SessionTime(session, *times, make_room(week.edition, f"ROOM{number}"))])
    publish(week.edition, actor=COMMAND_LINE)
    with CaptureQueriesContext(connection) as many:
        assert len(agenda("NBO").entries) == 7
    assert len(many) == len(few)
