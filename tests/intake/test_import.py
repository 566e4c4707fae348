"""What an import writes: all of it or nothing, and the same again when it is repeated."""

from datetime import UTC, date, datetime

import pytest

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.accounts.errors import NotAllowed
from contactdays.accounts.models import Role
from contactdays.audit.models import Entry
from contactdays.bilaterals.models import Meeting, Request
from contactdays.core.scope import conference_scope, edition_scope
from contactdays.editions.models import Conference, Edition, MeetingWindow, Room, Travel
from contactdays.editions.queries import edition_by_code
from contactdays.intake import services
from contactdays.intake.findings import Finding
from contactdays.intake.report import Outcome, Report
from contactdays.intake.services import check_workbook, import_workbook
from contactdays.people.models import Availability, Delegation, Incumbency, Participant, Person
from contactdays.planning.models import Occupancy, Placement, Run
from contactdays.planning.services import publish, run_planner
from contactdays.programme.models import Attendance
from tests.factories import make_edition, make_organiser, make_person, make_user
from tests.intake.books import TUESDAY, WEDNESDAY, book, cell, more, person, request, without_sheet
from tests.intake.contents import contents, contents_of

COUNTS = {
    "Edition": 1,
    "Venues": 2,
    "Travel": 1,
    "Rooms": 4,
    "Windows": 1,
    "Posts": 3,
    "People": 5,
    "Incumbencies": 3,
    "Organisations": 3,
    "Participants": 2,
    "Sessions": 4,
    "Availability": 2,
    "Requests": 3,
}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of February 2026, in UTC: an hour before the clocks of Brussels."""
    return datetime(2026, 2, day, hour, minute, tzinfo=UTC)


def imported(*changes) -> Edition:
    """The edition of the good workbook with ``changes``, imported."""
    report = import_workbook(book(*changes), actor=COMMAND_LINE)
    assert report.written, report.findings
    edition = edition_by_code("week-2026")
    assert edition is not None
    return edition


def test_an_import_reports_what_it_wrote(db):
    report = import_workbook(book(), actor=COMMAND_LINE)
    assert report == Report(Outcome.FIT, "week-2026", counts=COUNTS, written=True)


def test_an_edition_is_what_its_row_says(db):
    edition = imported()
    given = {
        "conference": edition.conference.code,
        "title": edition.title,
        "theme": edition.theme,
        "days": (edition.first_day, edition.last_day),
        "time_zone": edition.time_zone,
        "languages": (edition.default_language, edition.required_languages),
        "main_venue": edition.main_venue.code,
        "minutes": (edition.meeting_length, edition.meeting_pitch, edition.change_over),
        "caps": (edition.cap_post, edition.cap_organisation, edition.weight_mutual),
        "issuer": (edition.issuer_name, edition.issuer_city),
    }
    assert given == {
        "conference": "contact-days",
        "title": {"nl": "Week 2026", "fr": "Semaine 2026"},
        "theme": {"nl": "Hoe?", "fr": "Comment ?"},
        "days": (date(2026, 2, 2), date(2026, 2, 6)),
        "time_zone": "Europe/Brussels",
        "languages": ("nl", ["nl", "fr"]),
        "main_venue": "PALACE",
        "minutes": (15, 20, 5),
        "caps": (2, 5, 3),
        "issuer": ("Press office", ""),
    }


def test_places_and_windows_are_written_in_the_editions_time(db):
    with edition_scope(imported()):
        assert contents_of(Travel) == [("PALACE", "BANK", 15)]
        assert contents_of(Room) == [
            ("BLUE", "Blue room", "PALACE", "room", 20, True, None, False, 0),
            ("HALL", "Great hall", "PALACE", "hall", 200, False, None, False, 3),
            ("T1", "Table 1", "PALACE", "table", 4, False, "BLUE", True, 0),
            ("VAULT", "Vault", "BANK", "room", 30, False, None, False, 0),
        ]
        assert contents_of(MeetingWindow) == [(at(4, 13), at(4, 16))]


def test_heads_in_office_and_those_named_take_part(db):
    with edition_scope(imported()):
        assert contents_of(Participant) == [
            ("GVA", "p-gva", "GVA", None, {}, False, False, None),
            ("LIM", "p-lim", "LIM", None, {}, False, False, None),
            ("NBO", "p-nbo", "NBO", None, {}, False, False, None),
            ("p-acme", "p-acme", None, "ACME", {"nl": "Directeur"}, False, True, None),
            ("p-minister", "p-minister", None, "MIN", {"nl": "Minister"}, True, False, None),
        ]
        assert contents_of(Delegation) == [
            ("GVA", None),
            ("LIM", None),
            ("NBO", None),
            (None, "ACME"),
            (None, "BOLT"),
            (None, "MIN"),
        ]


def test_a_post_handed_over_has_two_participants_and_a_vacant_one_none(db):
    handover = (
        cell("Incumbencies", 2, "until", TUESDAY),
        more("People", person("p-new", "Fons", "Nieuw")),
        more("Incumbencies", {"post": "nbo", "person": "P-NEW", "role": "head", "from": WEDNESDAY}),
    )
    with edition_scope(imported(*handover, cell("Incumbencies", 4, "until", date(2025, 12, 31)))):
        codes = Participant.objects.filter(delegation__post__isnull=False).values_list("code", "person__code")
        assert sorted(codes) == [("LIM", "p-lim"), ("NBO", "p-nbo"), ("NBO-2", "p-new")]
        assert Delegation.objects.filter(post__code="GVA").exists()


def test_away_is_the_delegations_or_the_persons(db):
    with edition_scope(imported()):
        assert contents_of(Availability) == [
            (None, "ACME", "p-acme", "unavailable", at(2, 23), at(3, 23), "Board"),
            (None, "MIN", None, "only", at(2, 7), at(2, 10), ""),
        ]


def test_who_speaks_must_be_there_and_who_must_is_not_merely_invited(db):
    both = (
        cell("Sessions", 3, "optional audience", "all posts;kind:company"),
        cell("Sessions", 3, "speakers", "p-acme, NBO"),
        cell("Sessions", 3, "audience", "post:NBO;Post:gva"),
    )
    with edition_scope(imported(*both)):
        rows = Attendance.objects.filter(session__code="AFRICA").order_by("pk")
        assert list(
            rows.values_list("delegation__post__code", "delegation__organisation__code", "participant__code", "duty")
        ) == [
            ("NBO", None, None, "speaker"),
            ("LIM", None, None, "may"),
            ("GVA", None, None, "must"),
            (None, "ACME", "p-acme", "speaker"),
            (None, "BOLT", None, "may"),
        ]


def test_sessions_stand_pinned_in_the_draft_and_take_people_rooms_and_tables(db):
    with edition_scope(imported()):
        assert contents_of(Placement) == [
            ("AFRICA", at(2, 10), at(2, 11), "BLUE", None, True, True, "draft"),
            ("BUS", at(3, 8), at(3, 8, 30), "HALL", "VAULT", True, True, "draft"),
            ("OPEN", at(2, 8), at(2, 9), "HALL", None, True, True, "draft"),
            ("VISIT", at(3, 8, 30), at(3, 10), "VAULT", None, True, True, "draft"),
        ]
        taken = Occupancy.objects.filter(placement__session__code="AFRICA")
        assert set(taken.values_list("participant__code", "room__code")) == {
            ("NBO", None),
            (None, "BLUE"),
            (None, "T1"),
        }


def test_two_that_asked_each_other_share_one_meeting(db):
    with edition_scope(imported()):
        assert {(row.code, row.duration, row.requests.count()) for row in Meeting.objects.all()} == {
            ("R1", 15, 2),
            ("R3", 30, 1),
        }
        assert list(Request.objects.values_list("code", "meeting__code", "priority", "wish")) == [
            ("R1", "R1", 3, "want"),
            ("R2", "R1", 5, "must"),
            ("R3", "R3", 3, "want"),
        ]


def test_an_import_is_recorded_once_with_its_counts(db):
    edition = imported()
    with edition_scope(edition):
        assert list(Entry.objects.values_list("action", "subject", "actor_name", "after")) == [
            ("edition.imported", "edition week-2026", "command line", COUNTS)
        ]


def test_importing_twice_gives_the_same_rows(db):
    with edition_scope(imported()):
        first = contents()
    with edition_scope(imported()):
        assert contents() == first


def test_an_import_over_another_gives_the_rows_of_the_second_alone(db):
    changed = (
        cell("Posts", 2, "city", "Mombasa"),
        cell("People", 2, "email", "p-lim@post.example"),
        cell("People", 3, "email", "p-nbo@post.example"),
        cell("Incumbencies", 2, "person", "p-lim"),
        cell("Incumbencies", 3, "person", "p-nbo"),
        cell("Participants", 2, "organisation", "BOLT"),
        without_sheet("Requests"),
    )
    directly = imported(*changed)
    with edition_scope(directly):
        wanted = contents()
    imported(more("Requests", request("R9", **{"from post": "GVA", "to organisation": "MIN"})))
    with edition_scope(imported(*changed)):
        assert contents() == wanted


def test_a_participant_keeps_sign_in_and_a_user_the_role(db):
    edition = imported()
    with edition_scope(edition):
        organiser = make_organiser(edition)
        Participant.objects.filter(code="NBO").update(user=organiser)
    with edition_scope(imported(cell("Posts", 2, "city", "Mombasa"))):
        assert Participant.objects.get(code="NBO").user == organiser
        assert Role.objects.count() == 1


def test_terms_that_ended_before_the_edition_stay_as_history(db):
    edition = imported()
    with edition_scope(edition):
        before = make_person(edition, "p-before")
        post = Incumbency.objects.get(post__code="NBO").post
        ended = Incumbency(
            conference=edition.conference, post=post, person=before, role="head", begins=date(2020, 9, 1)
        )
        ended.ends = date(2024, 8, 31)
        ended.save()
    with edition_scope(imported(cell("Incumbencies", 2, "from", date(2024, 10, 1)))):
        assert contents_of(Incumbency)[1:] == [
            ("LIM", "p-lim", "head", date(2023, 9, 1), None),
            ("NBO", "p-before", "head", date(2020, 9, 1), date(2024, 8, 31)),
            ("NBO", "p-nbo", "head", date(2024, 10, 1), None),
        ]


def test_a_draft_that_was_planned_is_replaced(db):
    edition = imported()
    with edition_scope(edition):
        run_planner(edition, actor=COMMAND_LINE)
    with edition_scope(imported()):
        assert (Run.objects.count(), Placement.objects.filter(meeting__isnull=False).count()) == (0, 0)


def test_an_edition_with_a_published_plan_is_refused_and_stays_as_it_is(db):
    edition = imported()
    with edition_scope(edition):
        run_planner(edition, actor=COMMAND_LINE)
        publish(edition, actor=COMMAND_LINE)
        before = contents()
    report = import_workbook(book(cell("Posts", 2, "city", "Mombasa")), actor=COMMAND_LINE)
    values = {"value": "week-2026", "number": "1"}
    assert report.findings == (Finding("edition_published", "Edition", 2, "code", values),)
    assert (report.outcome, report.written) == (Outcome.REFUSED, False)
    with edition_scope(edition):
        assert contents() == before


def test_an_edition_of_another_conference_is_refused(db):
    make_edition()
    report = import_workbook(book(), actor=COMMAND_LINE)
    values = {"value": "week-2026", "other": "conference"}
    assert report.findings == (Finding("edition_elsewhere", "Edition", 2, "conference", values),)


def test_an_address_of_somebody_the_conference_knows_is_refused(db, rows_in_database):
    edition = make_edition("week-2025", Conference.objects.create(code="contact-days"))
    with edition_scope(edition):
        make_person(edition, "p-old", email="p-nbo@post.example")
    before = rows_in_database()
    report = import_workbook(book(), actor=COMMAND_LINE)
    values = {"value": "p-nbo@post.example", "other": "p-old"}
    assert report.findings == (Finding("address_taken", "People", 2, "email", values),)
    assert rows_in_database() == before


def test_a_second_edition_shares_posts_and_people_with_the_first(db):
    imported()
    report = import_workbook(book(cell("Edition", 2, "code", "week-2027")), actor=COMMAND_LINE)
    assert report.written
    with conference_scope(Conference.objects.get()):
        assert Person.objects.count() == 5


def test_a_dry_run_writes_nothing(rows_in_database):
    report = import_workbook(book(), actor=COMMAND_LINE, dry_run=True)
    assert report == Report(Outcome.FIT, "week-2026", counts=COUNTS, written=False)
    assert rows_in_database() == 0


def test_a_check_needs_no_database():
    assert check_workbook(book()) == Report(Outcome.FIT, "week-2026", counts=COUNTS, written=False)


def test_a_failure_at_the_last_step_leaves_nothing(rows_in_database, monkeypatch):
    def fail(*arguments, **options):
        raise RuntimeError("the last step")

    monkeypatch.setattr(services.audit, "record", fail)
    with pytest.raises(RuntimeError, match="the last step"):
        import_workbook(book(), actor=COMMAND_LINE)
    assert rows_in_database() == 0


def test_what_the_database_refuses_is_a_refusal(rows_in_database, monkeypatch):
    monkeypatch.setattr("contactdays.intake.checks.CHECKS", ())
    clash = more("Requests", request("R4", **{"from organisation": "ACME", "to post": "NBO"}))
    report = import_workbook(book(clash), actor=COMMAND_LINE)
    assert (report.outcome, [each.code for each in report.findings]) == (Outcome.REFUSED, ["database_refused"])
    assert rows_in_database() == 0


def test_only_the_command_line_begins_an_edition(rows_in_database):
    user = make_user()
    before = rows_in_database()
    with pytest.raises(NotAllowed):
        import_workbook(book(), actor=user)
    assert rows_in_database() == before


def test_an_organiser_replaces_their_edition_and_nobody_else_does(db):
    edition = imported()
    with edition_scope(edition):
        organiser = make_organiser(edition)
    assert import_workbook(book(), actor=organiser).written
    with pytest.raises(NotAllowed):
        import_workbook(book(), actor=make_user("other@ministry.example"))


def test_a_file_that_is_not_there_is_the_callers_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        check_workbook(tmp_path / "none.xlsx")
