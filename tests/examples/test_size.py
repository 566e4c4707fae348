"""The example edition has the size and shape of a real week."""

from collections import Counter
from datetime import date

from tests.examples.attendance import audience, free_slots, holds, slots, vacant_posts
from tests.examples.edition_file import sheet, week


def test_every_active_post_is_there_and_some_are_vacant():
    kinds = Counter(post["kind"] for post in sheet("Posts"))

    assert kinds == {
        "embassy": 87,
        "consulate-general": 19,
        "permanent-representation": 8,
        "diplomatic-office": 1,
    }
    assert len(vacant_posts()) == 6


def test_two_posts_have_a_charge_and_one_changes_hands_on_wednesday():
    charges = [row["post"] for row in sheet("Incumbencies") if row["role"] == "charge"]
    lima = [
        [row["role"] for row in sheet("Incumbencies") if row["post"] == "pe-lima" and holds(row, day)] for day in week()
    ]
    names = [
        [row["person"] for row in sheet("Incumbencies") if row["post"] == "pe-lima" and holds(row, day)]
        for day in week()
    ]

    assert len(charges) == 2
    assert lima == [["head"]] * 5
    assert names[0] == names[1] != names[2] == names[3] == names[4]


def test_counts_are_those_of_a_ministry():
    counts = {name: len(sheet(name)) for name in ("Organisations", "Sessions", "Requests")}

    assert counts["Organisations"] == 300
    assert 55 <= counts["Sessions"] <= 65
    assert 2800 <= counts["Requests"] <= 3200


def test_twenty_five_places_and_more_slots_than_meetings():
    places = [room for room in sheet("Rooms") if room["bilaterals"] == "yes"]

    assert Counter(room["kind"] for room in places) == {"table": 21, "room": 4}
    assert len(slots()) * len(places) == 1375


def test_every_post_in_office_keeps_time_to_meet():
    free = {post["code"]: len(free_slots(post["code"])) for post in sheet("Posts")}
    held = sorted(count for code, count in free.items() if code not in vacant_posts())

    assert held[0] >= 12
    assert 15 <= held[len(held) // 2] <= 30


def test_capacities_are_marked_assumed():
    assert {room["assumed"] for room in sheet("Rooms")} == {"yes"}


def test_the_visit_is_optional_and_wallonia_and_brussels_speak_there_too():
    visit = next(session for session in sheet("Sessions") if session["kind"] == "visit")

    assert audience(visit["audience"]) == set()
    assert len(audience(visit["optional audience"])) == 115
    assert {"wbi", "brussels-international", "city-antwerp"} <= set(visit["speakers"].split(";"))


def test_the_week_is_that_of_the_announcement():
    assert (week()[0], week()[-1]) == (date(2026, 2, 2), date(2026, 2, 6))
