"""Workbooks with one thing wrong each: the whole report, and that nothing was written."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import pytest

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.intake import findings
from contactdays.intake.checks import examination
from contactdays.intake.findings import LISTED
from contactdays.intake.report import Outcome, Report
from contactdays.intake.services import import_workbook
from contactdays.intake.wording import sentence
from tests.intake.books import (
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    Change,
    book,
    cell,
    heading,
    more,
    person,
    post,
    request,
    session,
    sheet_name,
    without_column,
    without_sheet,
)

Line = tuple[str, str, int, str]


def many(sheet: str, *rows: dict[str, Any]) -> Change:
    return more(sheet, *rows)


BROKEN: list[tuple[str, Sequence[Change], list[Line]]] = [
    # sheets and headings
    ("no sheet of posts", [without_sheet("Posts")], [("sheet_missing", "", 0, "")]),
    ("two sheets of posts", [lambda s: s.update(Posten=s["Posts"])], [("sheet_twice", "Posten", 0, "")]),
    ("a blank sheet of venues", [lambda s: s.update(Venues=[])], [("sheet_empty", "Venues", 0, "")]),
    (
        "a sheet of venues without rows",
        [
            cell("Venues", 2, "code", None),
            cell("Venues", 2, "name", None),
            cell("Venues", 2, "address", " "),
            lambda s: s["Venues"].pop(),
        ],
        [
            ("unknown_reference", "Edition", 2, "venue"),
            ("sheet_empty", "Venues", 0, ""),
            ("unknown_reference", "Travel", 2, "from"),
            ("unknown_reference", "Travel", 2, "to"),
            ("unknown_reference", "Rooms", 2, "venue"),
            ("unknown_reference", "Rooms", 3, "venue"),
            ("unknown_reference", "Rooms", 4, "venue"),
            ("unknown_reference", "Rooms", 5, "venue"),
        ],
    ),
    ("no column of kinds", [without_column("Posts", "kind")], [("column_missing", "Posts", 0, "")]),
    (
        "nobody who asks",
        [without_column("Requests", "from post"), without_column("Requests", "from organisation")],
        [
            ("column_missing", "Requests", 0, ""),
        ],
    ),
    ("two columns of cities", [cell("Posts", 2, "stad", "Nairobi")], [("column_twice", "Posts", 0, "stad")]),
    (
        "two editions",
        [lambda s: s["Edition"].append({**s["Edition"][0], "code": "week-2027"})],
        [
            ("edition_rows", "Edition", 0, ""),
        ],
    ),
    # cells
    ("a formula", [cell("Requests", 3, "priority", "=1+4")], [("formula", "Requests", 3, "priority")]),
    ("an error", [cell("Rooms", 2, "capacity", "=#REF!")], [("formula", "Rooms", 2, "capacity")]),
    ("a required cell empty", [cell("People", 3, "family name", "  ")], [("empty", "People", 3, "family name")]),
    (
        "a code with a space",
        [
            cell("Organisations", 3, "code", "BOLT SA"),
            cell("Requests", 4, "from organisation", "ACME"),
            cell("Requests", 4, "to post", "LIM"),
        ],
        [
            ("bad_code", "Organisations", 3, "code"),
        ],
    ),
    ("an address in capitals", [cell("Edition", 2, "code", "Week-2026")], [("bad_address", "Edition", 2, "code")]),
    (
        "a name of 301 letters",
        [cell("People", 2, "family name", "x" * 301)],
        [("too_long", "People", 2, "family name")],
    ),
    (
        "a short title of 25",
        [cell("Sessions", 2, "short title nl", "x" * 25)],
        [
            ("too_long", "Sessions", 2, "short title nl"),
        ],
    ),
    (
        "a name read backwards",
        [cell("People", 2, "given name", "An\u202enA")],
        [
            ("control_character", "People", 2, "given name"),
        ],
    ),
    (
        "a bell in a name",
        [cell("People", 2, "given name", "An\x07")],
        [
            ("control_character", "People", 2, "given name"),
        ],
    ),
    ("30 February", [cell("Sessions", 3, "date", "2026-02-30")], [("no_such_date", "Sessions", 3, "date")]),
    ("a date in words", [cell("Sessions", 3, "date", "maandag")], [("not_a_date", "Sessions", 3, "date")]),
    ("a date of either month", [cell("Sessions", 3, "date", "02/03/2026")], [("not_a_date", "Sessions", 3, "date")]),
    (
        "a date with a time",
        [
            cell(
                "Sessions",
                3,
                "date",
                datetime(2026, 2, 2, 9, 0),  # noqa: DTZ001 - a cell has no zone
            )
        ],
        [
            ("not_a_date", "Sessions", 3, "date"),
        ],
    ),
    ("a time in words", [cell("Sessions", 3, "from", "noon")], [("not_a_time", "Sessions", 3, "from")]),
    ("hour 25", [cell("Sessions", 3, "to", "25:00")], [("not_a_time", "Sessions", 3, "to")]),
    ("seconds", [cell("Sessions", 3, "to", time(12, 0, 30))], [("not_a_time", "Sessions", 3, "to")]),
    ("priority six", [cell("Requests", 2, "priority", 6)], [("out_of_range", "Requests", 2, "priority")]),
    ("priority high", [cell("Requests", 2, "priority", "high")], [("not_a_number", "Requests", 2, "priority")]),
    ("a kind of post unknown", [cell("Posts", 2, "kind", "ambassade")], [("not_a_choice", "Posts", 2, "kind")]),
    ("neither yes nor no", [cell("Rooms", 4, "bilaterals", "maybe")], [("not_yes_or_no", "Rooms", 4, "bilaterals")]),
    ("half an address", [cell("People", 2, "email", "an@")], [("bad_email", "People", 2, "email")]),
    ("a country unknown", [cell("Posts", 2, "country", "Kenya")], [("bad_country", "Posts", 2, "country")]),
    (
        "countries unknown",
        [cell("Organisations", 2, "countries", "KE;ZZ")],
        [
            ("bad_country", "Organisations", 2, "countries"),
        ],
    ),
    (
        "a time zone unknown",
        [cell("Edition", 2, "time zone", "Brussels")],
        [
            ("bad_time_zone", "Edition", 2, "time zone"),
        ],
    ),
    (
        "a language we do not write",
        [cell("Edition", 2, "required languages", "nl;fr;it")],
        [
            ("bad_language", "Edition", 2, "required languages"),
        ],
    ),
    (
        "a language by name",
        [cell("Sessions", 2, "languages", "nl;français")],
        [
            ("bad_language", "Sessions", 2, "languages"),
        ],
    ),
    # the edition
    ("no title in French", [cell("Edition", 2, "title fr", None)], [("language_missing", "Edition", 2, "title fr")]),
    (
        "a theme in one language",
        [cell("Edition", 2, "theme fr", None)],
        [
            ("language_missing", "Edition", 2, "theme fr"),
        ],
    ),
    (
        "an introduction in one language",
        [cell("Edition", 2, "introduction nl", "Welkom")],
        [
            ("language_missing", "Edition", 2, "introduction fr"),
        ],
    ),
    (
        "a default language not required",
        [cell("Edition", 2, "default language", "de")],
        [
            ("default_not_required", "Edition", 2, "default language"),
        ],
    ),
    (
        "an edition that ends first",
        [cell("Edition", 2, "last day", date(2026, 2, 1))],
        [
            ("ends_before_start", "Edition", 2, "last day"),
        ],
    ),
    (
        "an edition of a year",
        [cell("Edition", 2, "last day", date(2027, 2, 1))],
        [
            ("edition_too_long", "Edition", 2, "last day"),
        ],
    ),
    (
        "meetings that overlap",
        [cell("Edition", 2, "meeting length", 30)],
        [
            ("pitch_too_short", "Edition", 2, "meeting pitch"),
        ],
    ),
    ("a venue unknown", [cell("Edition", 2, "venue", "CASTLE")], [("unknown_reference", "Edition", 2, "venue")]),
    # places
    ("a code twice", [more("Venues", {"code": "bank", "name": "Another"})], [("duplicate", "Venues", 4, "code")]),
    (
        "a way to itself",
        [more("Travel", {"from": "BANK", "to": "bank", "minutes": 1})],
        [
            ("same_venue", "Travel", 3, "to"),
        ],
    ),
    (
        "a way twice",
        [more("Travel", {"from": "palace", "to": "BANK", "minutes": 9})],
        [
            ("duplicate", "Travel", 3, "to"),
        ],
    ),
    (
        "no way to the bank",
        [cell("Travel", 2, "to", "PARK"), more("Venues", {"code": "PARK", "name": "Park"})],
        [
            ("travel_missing", "Rooms", 2, "venue"),
        ],
    ),
    (
        "a table without a room",
        [cell("Rooms", 4, "part of", None)],
        [
            ("table_without_room", "Rooms", 4, "part of"),
        ],
    ),
    (
        "a table in a table",
        [
            more(
                "Rooms", {"code": "T2", "name": "2", "venue": "PALACE", "kind": "table", "capacity": 4, "part of": "T1"}
            )
        ],
        [
            ("part_of_a_part", "Rooms", 6, "part of"),
        ],
    ),
    ("a table in another house", [cell("Rooms", 4, "part of", "VAULT")], [("part_elsewhere", "Rooms", 4, "part of")]),
    ("a table for one", [cell("Rooms", 4, "capacity", 1)], [("place_too_small", "Rooms", 4, "capacity")]),
    (
        "a window before the week",
        [cell("Windows", 2, "date", date(2026, 2, 1))],
        [
            ("day_outside", "Windows", 2, "date"),
        ],
    ),
    ("a window that ends first", [cell("Windows", 2, "to", time(13))], [("ends_before_start", "Windows", 2, "to")]),
    (
        "two windows at once",
        [more("Windows", {"date": WEDNESDAY, "from": time(16), "to": time(18)})],
        [
            ("windows_overlap", "Windows", 3, "from"),
        ],
    ),
    # posts and people
    (
        "a post closed before it opens",
        [cell("Posts", 2, "opens", date(2025, 1, 2)), cell("Posts", 2, "closes", date(2025, 1, 1))],
        [
            ("ends_before_start", "Posts", 2, "closes"),
        ],
    ),
    ("an address twice", [cell("People", 3, "email", "P-NBO@post.example")], [("duplicate", "People", 3, "email")]),
    (
        "an incumbent of nothing",
        [cell("Incumbencies", 2, "post", "XYZ")],
        [
            ("unknown_reference", "Incumbencies", 2, "post"),
            ("must_of_vacant", "Requests", 3, "from post"),
            ("post_vacant", "Posts", 2, "code"),
        ],
    ),
    (
        "a term that ends first",
        [cell("Incumbencies", 4, "until", date(2025, 1, 1))],
        [
            ("ends_before_start", "Incumbencies", 4, "until"),
            ("post_vacant", "Posts", 4, "code"),
        ],
    ),
    (
        "two heads",
        [
            more("People", person("p-new", "Fons", "Nieuw")),
            more("Incumbencies", {"post": "nbo", "person": "p-new", "role": "head", "from": WEDNESDAY}),
        ],
        [
            ("two_heads", "Incumbencies", 5, "post"),
        ],
    ),
    (
        "a head of two",
        [
            cell("Incumbencies", 3, "person", "p-nbo"),
        ],
        [
            ("two_posts", "Incumbencies", 3, "person"),
        ],
    ),
    (
        "a participant of two",
        [more("Participants", {"person": "p-acme", "organisation": "BOLT"})],
        [
            ("two_parties", "Participants", 4, "person"),
        ],
    ),
    (
        "a head for a company",
        [more("Participants", {"person": "p-nbo", "organisation": "BOLT"})],
        [
            ("two_parties", "Participants", 4, "person"),
        ],
    ),
    (
        "a participant of both",
        [cell("Participants", 2, "post", "NBO")],
        [
            ("exactly_one", "Participants", 2, "post"),
            ("not_a_participant", "Availability", 3, "person"),
        ],
    ),
    (
        "somebody away who is not there",
        [cell("Availability", 3, "person", "p-away"), more("People", person("p-away", "Gust", "Weg"))],
        [
            ("not_a_participant", "Availability", 3, "person"),
        ],
    ),
    # sessions
    (
        "a session after the week",
        [cell("Sessions", 3, "date", date(2026, 2, 9))],
        [
            ("day_outside", "Sessions", 3, "date"),
        ],
    ),
    ("a session that ends first", [cell("Sessions", 3, "to", time(10))], [("ends_before_start", "Sessions", 3, "to")]),
    ("a room unknown", [cell("Sessions", 3, "room", "RED")], [("unknown_reference", "Sessions", 3, "room")]),
    (
        "a public session without French",
        [cell("Sessions", 2, "title fr", None)],
        [
            ("language_missing", "Sessions", 2, "title fr"),
        ],
    ),
    (
        "a session without title",
        [cell("Sessions", 3, "title nl", None), cell("Sessions", 3, "title fr", None)],
        [
            ("language_missing", "Sessions", 3, "title nl"),
        ],
    ),
    (
        "a transfer to nowhere",
        [cell("Sessions", 4, "destination", None)],
        [
            ("destination_missing", "Sessions", 4, "destination"),
        ],
    ),
    (
        "an audience unknown",
        [cell("Sessions", 3, "audience", "everybody")],
        [
            ("audience_unknown", "Sessions", 3, "audience"),
        ],
    ),
    (
        "a region unknown",
        [cell("Sessions", 3, "audience", "region:antarctica")],
        [
            ("audience_unknown", "Sessions", 3, "audience"),
        ],
    ),
    (
        "a post unknown in an audience",
        [cell("Sessions", 3, "optional audience", "post:XYZ")],
        [
            ("unknown_reference", "Sessions", 3, "optional audience"),
        ],
    ),
    (
        "a speaker unknown",
        [cell("Sessions", 3, "speakers", "nobody")],
        [("speaker_unknown", "Sessions", 3, "speakers")],
    ),
    (
        "a speaker of two meanings",
        [
            more("Posts", post("ACME", "Acme", "US", "americas")),
            more("Incumbencies", {"post": "ACME", "person": "p-new", "role": "head", "from": MONDAY}),
            more("People", person("p-new", "Fons", "Nieuw")),
            cell("Sessions", 3, "speakers", "ACME"),
        ],
        [
            ("speaker_ambiguous", "Sessions", 3, "speakers"),
        ],
    ),
    (
        "a speaker who does not take part",
        [cell("Sessions", 3, "speakers", "p-away"), more("People", person("p-away", "Gust", "Weg"))],
        [
            ("not_a_participant", "Sessions", 3, "speakers"),
        ],
    ),
    (
        "a room used twice",
        [more("Sessions", session("TWO", MONDAY, time(9, 30), time(10, 30), "HALL"))],
        [
            ("room_clash", "Sessions", 6, "room"),
        ],
    ),
    (
        "a table in a room in use",
        [more("Sessions", session("TWO", MONDAY, time(11, 30), time(12, 30), "T1"))],
        [
            ("room_clash", "Sessions", 6, "room"),
        ],
    ),
    (
        "a room whose table is in use",
        [more("Sessions", session("TWO", MONDAY, time(10, 30), time(11, 30), "T1"))],
        [("room_clash", "Sessions", 6, "room")],
    ),
    (
        "a post in two places",
        [more("Sessions", session("TWO", MONDAY, time(9, 30), time(10), "VAULT", audience="post:NBO"))],
        [
            ("session_clash", "Sessions", 6, "audience"),
        ],
    ),
    ("no time to change rooms", [cell("Sessions", 3, "from", time(10, 3))], [("too_far_apart", "Sessions", 3, "from")]),
    (
        "no time to travel",
        [more("Sessions", session("BACK", TUESDAY, time(11, 10), time(12), "HALL", audience="post:LIM"))],
        [
            ("too_far_apart", "Sessions", 6, "from"),
        ],
    ),
    ("a room too small", [cell("Rooms", 2, "capacity", 3)], [("room_too_small", "Sessions", 2, "room")]),
    (
        "a minister who is away",
        [cell("Availability", 2, "from", time(9, 30))],
        [
            ("not_available", "Availability", 2, "date"),
        ],
    ),
    (
        "a post that is away",
        [more("Availability", {"post": "NBO", "date": MONDAY, "from": time(11, 30), "kind": "private"})],
        [
            ("not_available", "Availability", 4, "date"),
        ],
    ),
    (
        "an hour that the clock skips",
        [
            cell("Edition", 2, "last day", date(2026, 2, 28)),
            cell("Edition", 2, "first day", date(2026, 2, 1)),
            cell("Edition", 2, "time zone", "America/Havana"),
            cell("Edition", 2, "first day", date(2026, 3, 1)),
            cell("Edition", 2, "last day", date(2026, 3, 8)),
            lambda s: s.update(
                Sessions=[session("NIGHT", date(2026, 3, 8), time(0, 30), time(2), "HALL")], Windows=[], Availability=[]
            ),
        ],
        [
            ("time_does_not_exist", "Sessions", 2, "from"),
            ("sheet_absent", "", 0, ""),
            ("sheet_absent", "", 0, ""),
        ],
    ),
    # requests
    (
        "a request of nobody",
        [cell("Requests", 2, "from organisation", None)],
        [
            ("exactly_one", "Requests", 2, "from post"),
        ],
    ),
    ("a request from two", [cell("Requests", 2, "from post", "LIM")], [("exactly_one", "Requests", 2, "from post")]),
    (
        "a request to nobody known",
        [cell("Requests", 2, "to post", "XYZ")],
        [
            ("unknown_reference", "Requests", 2, "to post"),
        ],
    ),
    (
        "a request to oneself",
        [cell("Requests", 4, "to post", None), cell("Requests", 4, "to organisation", "bolt")],
        [
            ("request_to_itself", "Requests", 4, "to organisation"),
        ],
    ),
    (
        "asked twice",
        [more("Requests", request("R4", **{"from organisation": "acme", "to post": "NBO"}))],
        [
            ("asked_twice", "Requests", 5, "to post"),
        ],
    ),
    ("must and never", [cell("Requests", 2, "wish", "never")], [("must_and_never", "Requests", 3, "wish")]),
    (
        "a must of a vacant post",
        [cell("Incumbencies", 2, "role", "designate")],
        [
            ("must_of_vacant", "Requests", 3, "from post"),
            ("post_vacant", "Posts", 2, "code"),
        ],
    ),
    (
        "more musts than fit",
        [
            cell("Requests", 4, "wish", "must"),
            more(
                "Requests",
                request("R4", wish="must", **{"from organisation": "ACME", "to post": "LIM"}),
                request("R5", wish="must", **{"from post": "LIM", "to organisation": "MIN"}),
            ),
        ],
        [
            ("musts_over_cap", "Requests", 6, "from post"),
        ],
    ),
]


def lines_of(report: Report) -> list[Line]:
    return [(each.code, each.sheet, each.row, each.column) for each in report.findings]


@pytest.mark.parametrize(("changes", "expected"), [pytest.param(*case[1:], id=case[0]) for case in BROKEN])
def test_a_broken_workbook_is_refused_by_name_and_nothing_is_written(changes, expected, rows_in_database):
    report = import_workbook(book(*changes), actor=COMMAND_LINE)
    assert (report.outcome, lines_of(report)) == (Outcome.REFUSED, expected)
    assert all("%(" not in sentence(finding) for finding in report.findings)
    assert rows_in_database() == 0


def test_what_is_wrong_comes_before_notes_and_in_the_order_of_the_file():
    report = import_workbook(
        book(
            heading("Posts", "region", "regoin"),
            sheet_name("Windows", "Notes"),
            cell("Requests", 2, "priority", 9),
            cell("People", 2, "language", "xx"),
            cell("People", 2, "email", "an"),
        ),
        actor=COMMAND_LINE,
    )
    assert lines_of(report) == [
        ("bad_email", "People", 2, "email"),
        ("not_a_choice", "People", 2, "language"),
        ("out_of_range", "Requests", 2, "priority"),
        ("sheet_absent", "", 0, ""),
        ("sheet_unknown", "Notes", 0, ""),
        ("heading_guessed", "Posts", 0, "regoin"),
    ]


def test_at_most_two_hundred_findings_are_listed_and_the_rest_is_counted(rows_in_database):
    rows = [request(f"X{number}", **{"from organisation": "ACME", "to post": "NOWHERE"}) for number in range(250)]
    report = import_workbook(book(lambda sheets: sheets.update(Requests=rows)), actor=COMMAND_LINE)
    assert (len(report.findings), report.more) == (LISTED, 249 + 250 - LISTED)
    assert rows_in_database() == 0


def test_sessions_may_expect_only_so_many_in_all(rows_in_database, monkeypatch):
    monkeypatch.setattr(examination, "MOST_PRESENT", 8)
    report = import_workbook(book(), actor=COMMAND_LINE)
    assert lines_of(report) == [("too_many_present", "Sessions", 3, "audience")]
    assert rows_in_database() == 0


def test_findings_beyond_those_kept_are_counted(monkeypatch):
    monkeypatch.setattr(findings, "KEPT", 2)
    rows = [request(f"X{number}", **{"from organisation": "ACME", "to post": "NOWHERE"}) for number in range(10)]
    report = import_workbook(book(lambda sheets: sheets.update(Requests=rows)), actor=COMMAND_LINE)
    assert (len(report.findings), report.more) == (2, 17)
