"""The fixed sessions ask nobody to be in two places, and say what they are in four languages."""

import itertools

import pytest

from tests.examples.attendance import audience, hours, minutes_between, speakers, stays, vacant_posts
from tests.examples.edition_file import LANGUAGES, moment, sheet, words


def test_nobody_is_expected_in_two_places():
    clashes = [
        (party, earlier.session, later.session)
        for party, held in stays().items()
        for earlier, later in itertools.pairwise(held)
        if later.start < earlier.end + minutes_between(earlier.leaves, later.enters)
    ]

    assert clashes == []


def test_a_room_holds_one_session_at_a_time():
    by_room = sorted(sheet("Sessions"), key=lambda session: (session["room"], session["date"], session["from"]))
    overlaps = [
        (one["code"], other["code"])
        for one, other in itertools.pairwise(by_room)
        if one["room"] == other["room"] and one["date"] == other["date"] and other["from"] < one["to"]
    ]

    assert overlaps == []


def test_rooms_hold_whoever_must_or_may_come():
    capacity = {room["code"]: room["capacity"] for room in sheet("Rooms")}
    crowded = [
        session["code"]
        for session in sheet("Sessions")
        if capacity[session["room"]]
        < len(audience(session["audience"]) | audience(session["optional audience"]) | speakers(session))
    ]

    assert crowded == []


def test_no_session_takes_the_tables_of_a_bilateral_window():
    with_tables = {room["part of"] for room in sheet("Rooms")} - {""}

    assert [session["code"] for session in sheet("Sessions") if session["room"] in with_tables] == []


def test_nobody_is_expected_while_away():
    missed = [
        (stay.session, row["post"] or row["organisation"])
        for row in sheet("Availability")
        if row["kind"] != "only"
        for stay in stays().get(row["post"] or row["organisation"], [])
        if hours(row)[0] < stay.end and stay.start < hours(row)[1]
    ]

    assert missed == []


def test_speakers_are_there_in_their_narrow_hours():
    narrow = {row["organisation"] for row in sheet("Availability") if row["kind"] == "only"}
    missed = [(party, stay.session) for party in narrow for stay in stays().get(party, []) if not _within(party, stay)]

    assert missed == []


def _within(party, stay):
    rows = [row for row in sheet("Availability") if row["organisation"] == party and row["kind"] == "only"]
    return any(opens <= stay.start and stay.end <= closes for opens, closes in map(hours, rows))


def test_speakers_exist_and_their_posts_are_held():
    known = {row["code"] for name in ("Posts", "Organisations") for row in sheet(name)}
    known |= {row["person"] for row in sheet("Participants")}
    named = {name for session in sheet("Sessions") for name in words(session["speakers"])}

    assert named - known == set()
    assert named & vacant_posts() == set()


def test_coaches_take_at_least_the_travel_time():
    late = [
        session["code"]
        for session in sheet("Sessions")
        if session["kind"] == "transfer"
        and moment(session["date"], session["to"]) - moment(session["date"], session["from"])
        < minutes_between(session["room"], session["destination"])
    ]

    assert late == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_are_complete_and_short_titles_short(language):
    lengths = {session["code"]: len(session[f"short title {language}"]) for session in sheet("Sessions")}

    assert [session["code"] for session in sheet("Sessions") if not session[f"title {language}"].strip()] == []
    assert {code: length for code, length in lengths.items() if not 0 < length <= 24} == {}
