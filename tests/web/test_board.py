"""The organiser's week board, its lists and its sessions."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.bilaterals.models import Meeting
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.editions.models import Room
from contactdays.people.models import Availability, Delegation
from contactdays.planner.check import RULES
from contactdays.planning.models import Placement
from contactdays.planning.queries import draft_of
from contactdays.programme.models import Session
from contactdays.web.organiser.conflicts import conflict_sentence
from contactdays.web.organiser.looking_for import find
from tests.factories import at, make_edition, make_organiser, place_meeting, place_session
from tests.web.crowds import crowd, open_every_day

BOARD = "/en/week-2026/organiser/board/"
SLOT = f"{BOARD}2026-02-04/14:00/"
FULL_PAGE = 150_000  # bytes of HTML that a board may weigh


@pytest.fixture
def desk(client, week):
    client.force_login(week.organiser)
    return client


def shown(client, address):
    return client.get(address).content.decode()


def sessions_in(page):
    """Each session of a board: its classes without positions, and what a screen reader reads of it."""
    found = re.findall(r'<li class="ses ([^"]*)"><a href="[^"]*/sessions/[^"]*"[^>]*>(.*?)</a></li>', page, re.DOTALL)
    return [(_states(classes), _words(inside)) for classes, inside in found]


def _states(classes):
    return " ".join(each for each in classes.split() if not re.fullmatch(r"[arzn]\d+", each))


def _words(markup):
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def test_board_reads_in_order_of_time(desk):
    assert sessions_in(shown(desk, BOARD)) == [
        ("k-plenary", "09:00–09:45 OPEN en 2 expected , Hall"),
        ("k-ministerial", "10:00–11:00 PREMIER en 2 expected , Hall"),
        ("k-reception", "19:00–22:00 EVENING en , Hall"),
    ]


def test_board_draws_meetings_as_a_band_and_never_one_by_one(desk):
    page = shown(desk, BOARD)
    sentence = "Bilaterals: 3 of 18 places in use. Most free at 14:20: 2 of 2."
    assert page.count(f'role="img" aria-label="{sentence}"') == 1
    assert page.count('class="cell') == 9
    assert page.count(f'href="{BOARD}2026-02-04/') == 10  # nine slots and their day
    assert "Acme nv" not in page


def test_days_that_are_over_fold_and_can_be_opened(desk, week):
    with clock.at(at(week.edition, 4, 8)):
        page, opened = shown(desk, BOARD), shown(desk, f"{BOARD}?open=2026-02-02")
    assert (page.count("stave fold"), opened.count("stave fold")) == (2, 1)
    assert [words for _states, words in sessions_in(page)] == []
    assert len(sessions_in(opened)) == 2
    assert 'href="?open=2026-02-03#d0203"' in page


@pytest.mark.parametrize(("day", "folded"), [(2, 0), (3, 1), (6, 4), (7, 0)])
def test_nothing_folds_before_the_week_and_after_it(desk, week, day, folded):
    with clock.at(at(week.edition, day, 8)):
        assert shown(desk, BOARD).count("stave fold") == folded


def test_somebody_looked_for_has_a_line_and_everything_else_steps_back(desk):
    page = shown(desk, f"{BOARD}?who=post:LIM")
    assert sessions_in(page) == [
        ("lane k-plenary", "09:00–09:45 OPEN en , Hall"),
        ("lane k-ministerial", "10:00–11:00 PREMIER en , Hall"),
        ("k-plenary", "09:00–09:45 OPEN en 2 expected , Hall"),
        ("k-ministerial", "10:00–11:00 PREMIER en 2 expected , Hall"),
        ("k-reception x-dim", "19:00–22:00 EVENING en , Hall (not looked for)"),
    ]
    meeting = re.search(r'<li class="ses lane k-bilateral[^"]*"><a href="([^"]*)">(.*?)</a>', page, re.DOTALL)
    assert (meeting[1], _words(meeting[2])) == (f"{BOARD}2026-02-04/15:20/", "15:20–15:35 Bolt nv , T1")
    assert "1 of 3 meetings" in page


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("post:NBO", ["post:NBO"]),
        ("POST:nbo", ["post:NBO"]),
        ("nairobi", ["post:NBO"]),
        ("embassy", ["post:NBO", "post:LIM", "post:KIN"]),
        ("leila mansour", ["person:leila"]),
        ("person:leila", ["person:leila"]),
        ("bölt nv", ["organisation:BOLT"]),
        ("bölt", ["organisation:BOLT", "person:BOLT"]),
        ("nobody at all", []),
    ],
)
def test_whoever_is_looked_for_is_found_by_code_or_by_name(week, words, found):
    with edition_scope(week.edition):
        assert [each.code for each in find(week.edition, words)] == found


def test_words_that_mean_several_or_nobody_are_answered(desk):
    several = shown(desk, f"{BOARD}?who=embassy")
    assert several.count('href="?who=post%3A') == 3
    nobody = shown(desk, f"{BOARD}?who=%3Cb%3E")
    assert "Nobody here is called “&lt;b&gt;”" in nobody
    assert "x-dim" not in nobody


@pytest.mark.parametrize("asked", ["region=atlantis", "kind=party", "language=%3C", "plan=", "open=yesterday", "who="])
def test_what_does_not_exist_is_not_asked(desk, asked):
    response = desk.get(f"{BOARD}?{asked}")
    assert (response.status_code, b"x-dim" in response.content) == (200, False)


@pytest.mark.parametrize("plan", ["7", "0", "-1", "yesterday", "1" * 40])
def test_plan_that_is_not_there_is_not_found(desk, plan):
    assert desk.get(f"{BOARD}?plan={plan}").status_code == 404


def test_board_of_another_plan_keeps_to_it(desk):
    page = shown(desk, f"{BOARD}?plan=1")
    assert "<b>Plan 1</b>" in page
    assert page.count("/14:40/?plan=1") == 1
    assert "<b>Draft</b>" in shown(desk, f"{BOARD}?plan=draft")


def test_moved_session_tells_where_it_stood(desk, week):
    with edition_scope(week.edition):
        room = Room.objects.get(code="ARENBERG")
        place_session(Session.objects.get(code="PREMIER"), at(week.edition, 3, 11), at(week.edition, 3, 12), room)
    page = shown(desk, f"{BOARD}?plan=draft")
    assert ("k-ministerial x-new", "11:00–12:00 PREMIER en from Hall, Mon 10:00 , Arenberg") in sessions_in(page)
    page = shown(desk, "/en/week-2026/organiser/sessions/PREMIER/?plan=draft")
    assert '<span class="was">Monday 2 February, 10:00</span>' in page
    assert '<span class="was"><bdi>Hall</bdi></span>' in page


def test_windows_of_principals_are_named(desk, week):
    with edition_scope(week.edition):
        premier = next(each for each in Delegation.objects.all() if each.code == "organisation:PREMIER")
        start, end = at(week.edition, 2, 9), at(week.edition, 2, 12)
        Availability(edition=week.edition, delegation=premier, kind="only", start=start, end=end).save()
    windows = re.findall(r'<li class="win[^"]*">(.*?)</li>', shown(desk, BOARD))
    assert [_words(each) for each in windows] == ["Window: 09:00–12:00 Office of the Prime Minister"]


def test_conflicts_of_the_draft_are_named(desk, week):
    with edition_scope(week.edition):
        vacant, table = Meeting.objects.get(code="M0004"), Room.objects.get(code="T1")
        start, end = at(week.edition, 4, 16, 20), at(week.edition, 4, 16, 35)
        place_meeting(draft_of(week.edition), vacant, start, end, table)
    page = shown(desk, f"{BOARD}?plan=draft")
    section = page[page.index('id="conflicts"') : page.index("</section>")]
    assert "2 conflicts in this plan" in section
    conflicts = [_words(each) for each in re.findall(r"<li>(.*?)</li>", section)]
    assert conflicts == [
        "The post is vacant on that day. Wednesday 4 February, 16:20. "
        "Embassy in Kinshasa – Bolt nv · Embassy in Kinshasa · T1",
        "The value of the plan is not the sum of what it holds.",
    ]


def test_plan_that_keeps_every_rule_says_so(desk):
    assert "The checker accepted this plan when it was published." in shown(desk, BOARD)
    assert "The checker accepts this plan." in shown(desk, f"{BOARD}?check=1")


def test_every_rule_of_the_checker_has_its_sentence():
    rules = [rule.__name__ for rule in RULES]
    assert [rule for rule in rules if conflict_sentence(rule) == rule] == []
    assert conflict_sentence("new_rule") == "new_rule"


def test_week_without_a_plan_says_what_comes_first(client, db):
    edition = make_edition()
    with edition_scope(edition):
        client.force_login(make_organiser(edition))
    response = client.get(BOARD)
    assert (response.status_code, b"No plan yet" in response.content) == (200, True)
    assert client.get(SLOT).status_code == 404


def test_day_lists_its_slots(desk):
    page = shown(desk, f"{BOARD}2026-02-04/")
    rows = [_words(row) for row in re.findall(r"<tr><th scope=.row.*?</tr>", page)]
    assert rows[:2] == ["14:00–14:20 1 1 of 2 –", "14:20–14:40 0 2 of 2 –"]
    assert len(rows) == 9
    assert "No hours for meetings on this day" in shown(desk, f"{BOARD}2026-02-03/")


def test_slot_lists_its_meetings_with_both_sides_and_what_changed(desk, week):
    with edition_scope(week.edition):
        draft = draft_of(week.edition)
        moved = Placement.objects.get(plan=draft, meeting__code="M0001")
        moved.delete()
        place_meeting(draft, moved.meeting, moved.start, moved.end, Room.objects.get(code="T2"), time_pinned=True)
    rows = [_words(row) for row in re.findall(r"<tr><th scope=.row.*?</tr>", shown(desk, f"{SLOT}?plan=draft"))]
    assert rows == [
        "T2 Embassy in Nairobi Agenda of An Head-Nbo Acme nv Agenda of An Person-Acme 5 "
        "time pinned T1 , Wed 14:00 → becomes T2 , Wed 14:00"
    ]


@pytest.mark.parametrize(
    "address",
    ["2026-02-04/14:10/", "2026-02-03/14:00/", "2027-02-04/", "2026-02-07/", "2026-02-30/", "2026-02-04/25:00/"],
)
def test_slot_and_day_that_are_not_there_are_not_found(desk, address):
    assert desk.get(BOARD + address).status_code == 404


def test_session_tells_who_must_who_may_and_who_speaks(desk):
    page = shown(desk, "/en/week-2026/organiser/sessions/PREMIER/")
    assert "2 delegations are expected" in page
    assert "0 delegations may come" in page
    assert page.index("Embassy in Lima") < page.index("Embassy in Nairobi")
    assert desk.get("/en/week-2026/organiser/sessions/NONE/").status_code == 404


def test_board_takes_as_many_queries_for_a_thousand_meetings_as_for_ten(desk, week):
    counts = {}
    for meetings in (10, 1000):
        with edition_scope(week.edition):
            open_every_day(week.edition)
            crowd(week.edition, draft_of(week.edition), meetings)
        for address in ("", "?who=post:NBO", "?region=africa", "2026-02-02/", "2026-02-02/14:00/"):
            joined = f"{BOARD}{address}{'&' if '?' in address else '?'}plan=draft"
            with CaptureQueriesContext(connection) as queries:
                page = desk.get(joined).content
            assert len(page) < FULL_PAGE
            counts.setdefault(address, []).append(len(queries))
        assert f"{meetings:,} of".encode() in desk.get(f"{BOARD}?plan=draft").content
    assert {address: len(set(found)) for address, found in counts.items()} == dict.fromkeys(counts, 1)
