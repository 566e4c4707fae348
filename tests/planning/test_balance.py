"""How a plan shares out meetings, time and places: whole tables on a small week."""

import pytest

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.bilaterals.models import Meeting
from contactdays.core.scope import edition_scope
from contactdays.editions.models import MeetingWindow, Room
from contactdays.people.models import Delegation
from contactdays.planning.balance import Group, HalfDay, RequestBalance, half_days, requests_balance, spread
from contactdays.planning.idle import idle_gaps
from contactdays.planning.moves import moves_of
from contactdays.planning.programme_balance import ProgrammeBalance, Share, programme_balance
from contactdays.planning.queries import draft_of, plan_numbered
from contactdays.planning.selection import Selection, held_meetings
from contactdays.planning.services import run_planner
from contactdays.planning.slots import slots_of
from contactdays.programme.models import Session
from tests.factories import at, attend, make_organisation, make_request, make_session, place_meeting, place_session
from tests.factories.weeks import small_week
from tests.web.weeks import full_week


@pytest.fixture
def edition(db):
    """The edition of the full week, in scope."""
    edition = full_week().edition
    with edition_scope(edition):
        yield edition


def test_requests_are_counted_by_each_of_their_sides(edition):
    nobody_says = (Group("", 4, 6),)
    assert requests_balance(plan_numbered(edition, 2)) == RequestBalance(
        priority=(Group("5", 1, 1), Group("3", 2, 4), Group("1", 1, 1)),
        world_region=(Group("africa", 3, 4), Group("americas", 1, 2)),
        sector=nobody_says,
        kind=(Group("company", 3, 5), Group("federation", 1, 1)),
        home_region=nobody_says,
    )


def test_request_between_two_posts_counts_in_both_regions(edition):
    posts = {each.code: each for each in Delegation.objects.all()}
    make_request(posts["post:NBO"], posts["post:LIM"])
    balance = requests_balance(plan_numbered(edition, 2))
    assert balance.world_region == (Group("africa", 3, 5), Group("americas", 1, 3))
    assert sum(each.asked for each in balance.kind) == 6


def test_share_is_held_of_asked():
    assert [(group.not_held, group.share) for group in (Group("a", 1, 4), Group("b", 0, 0))] == [(3, 0.25), (0, 0.0)]


def test_half_days_tell_what_takes_their_places(edition):
    hall = Room.objects.get(code="HALL")
    Room.objects.filter(code="T2").update(part_of=hall)
    place_session(Session.objects.get(code="EVENING"), at(edition, 4, 14, 30), at(edition, 4, 15), hall)
    draft = draft_of(edition)
    windows = list(MeetingWindow.objects.all())
    slots = slots_of(draft, edition, held_meetings(draft), Selection(), moves_of(draft))
    assert half_days(edition, windows, slots) == (
        HalfDay(at(edition, 4, 14), at(edition, 4, 17), used=3, blocked=2, places=18),
    )


def test_idle_gaps_lie_free_between_two_busy_slots(edition):
    assert idle_gaps(plan_numbered(edition, 2), edition) == {
        "post:NBO": 5,
        "post:LIM": 0,
        "organisation:ACME": 0,
        "organisation:BOLT": 0,
        "organisation:LONG": 0,
    }


def test_session_in_the_hours_for_meetings_busies_and_is_no_gap(edition):
    nairobi = next(each for each in Delegation.objects.all() if each.code == "post:NBO")
    between = make_session(edition, "TABLE", kind="round-table")
    attend(between, nairobi)
    place_session(between, at(edition, 4, 14, 50), at(edition, 4, 15, 30))
    assert idle_gaps(draft_of(edition), edition)["post:NBO"] == 2


def test_idle_gaps_together_are_those_the_planner_counted(db):
    week = small_week(published=False)
    with edition_scope(week.edition):
        make_request(week.bolt, week.nairobi)
        draft, table = draft_of(week.edition), Room.objects.get(code="T1")
        for code, hour in (("M0001", 14), ("M0005", 16)):
            meeting = Meeting.objects.get(code=code)
            place_meeting(
                draft, meeting, at(week.edition, 4, hour), at(week.edition, 4, hour, 15), table, time_pinned=True
            )
        plan = run_planner(week.edition, actor=COMMAND_LINE).plan
        gaps = idle_gaps(plan, week.edition)
    assert (sum(gaps.values()), gaps["post:NBO"]) == (plan.gaps, 5)


def test_programme_is_counted_by_kind_duty_language_and_government(edition):
    speaking = Session.objects.get(code="PREMIER")
    region = make_organisation(edition, "BRU", kind="regional-government", region="brussels")
    community = make_organisation(edition, "DG", kind="community-government", region="wallonia")
    cabinet = next(each for each in Delegation.objects.all() if each.code == "organisation:PREMIER")
    company = next(each for each in Delegation.objects.all() if each.code == "organisation:ACME")
    attend(speaking, cabinet, region, community, company, duty="speaker")
    alone = make_session(edition, "ALONE", kind="press-point", languages=["nl", "fr"])
    attend(alone, community, duty="speaker")
    place_session(alone, at(edition, 5, 9), at(edition, 5, 9, 30))
    assert programme_balance(draft_of(edition)) == ProgrammeBalance(
        kinds=(
            Share("reception", 1, 180),
            Share("ministerial", 1, 60),
            Share("plenary", 1, 45),
            Share("press-point", 1, 30),
        ),
        duties=(Share("optional", 1, 180), Share("compulsory", 2, 105), Share("open", 1, 30)),
        languages=(Share("nl", 2, 90), Share("fr", 1, 30)),
        governments=(Share("federal", 1, 60), Share("brussels", 1, 60), Share("DG", 2, 90)),
    )


@pytest.mark.parametrize(
    ("values", "counts"), [([], ()), ([0], ((0, 1),)), ([3, 1, 1], ((0, 0), (1, 2), (2, 0), (3, 1)))]
)
def test_spread_counts_every_number_up_to_the_greatest(values, counts):
    assert spread(values) == counts
