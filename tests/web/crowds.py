"""Many meetings at once, written in bulk: for tests that ask what a page costs when the week is full."""

from datetime import datetime, timedelta

from contactdays.bilaterals.models import Meeting, Request
from contactdays.editions.models import Edition, MeetingWindow, Room
from contactdays.people.models import Delegation, Organisation, Post
from contactdays.planning.models import Occupancy, Placement, Plan
from tests.factories import at, make_room, make_window

SLOTS_A_DAY = 9
TABLES = 25


def open_every_day(edition: Edition) -> None:
    """Windows from 14:00 to 17:00 on every day, and 25 tables."""
    for day in range(2, 7):
        if not MeetingWindow.objects.filter(start=at(edition, day, 14)).exists():
            make_window(edition, at(edition, day, 14), at(edition, day, 17))
    for number in range(Room.objects.filter(kind="table").count() + 1, TABLES + 1):
        make_room(edition, f"T{number}", kind="table", capacity=4, bilaterals=True)


def crowd(edition: Edition, draft: Plan, count: int) -> None:
    """Replace the meetings of ``draft`` by ``count`` others, each of a pair of its own, slot after slot."""
    Placement.objects.filter(plan=draft, session=None).delete()
    pairs = _pairs(edition, count)
    known = Meeting.objects.count()
    meetings = Meeting.objects.bulk_create(
        Meeting(edition=edition, code=f"C{known + number}", first=first, second=second, duration=15)
        for number, (first, second) in enumerate(pairs)
    )
    Request.objects.bulk_create(
        Request(
            edition=edition,
            code=f"C{known + number}",
            applicant=meeting.first,
            invitee=meeting.second,
            meeting=meeting,
            priority=number % 5 + 1,
        )
        for number, meeting in enumerate(meetings)
    )
    _place(edition, draft, meetings)


def _pairs(edition: Edition, count: int) -> list[tuple[Delegation, Delegation]]:
    """``count`` pairs of a new post and a new organisation."""
    side, serial = 40, Post.objects.count()
    facts = {"kind": "embassy", "city": "Nairobi", "country": "KE", "region": "africa"}
    posts = Post.objects.bulk_create(
        Post(conference=edition.conference, code=f"P{serial}-{number}", **facts) for number in range(side)
    )
    organisations = Organisation.objects.bulk_create(
        Organisation(conference=edition.conference, code=f"O{serial}-{number}", name=f"Firm {number}", kind="company")
        for number in range(side)
    )
    at_home = Delegation.objects.bulk_create(Delegation(edition=edition, post=each) for each in posts)
    guests = Delegation.objects.bulk_create(Delegation(edition=edition, organisation=each) for each in organisations)
    return [(post, guest) for post in at_home for guest in guests][:count]


def _place(edition: Edition, draft: Plan, meetings: list[Meeting]) -> None:
    tables = list(Room.objects.filter(bilaterals=True).order_by("pk"))
    placements = []
    for number, meeting in enumerate(meetings):
        start = _start(edition, number // len(tables))
        end = start + timedelta(minutes=15)
        room = tables[number % len(tables)]
        placements.append(Placement(edition=edition, plan=draft, meeting=meeting, start=start, end=end, room=room))
    Occupancy.objects.bulk_create(
        Occupancy(edition=edition, plan=draft, placement=each, room=each.room, start=each.start, end=each.end)
        for each in Placement.objects.bulk_create(placements)
    )


def _start(edition: Edition, slot: int) -> datetime:
    day, within = divmod(slot, SLOTS_A_DAY)
    return at(edition, 2 + day, 14) + within * timedelta(minutes=20)
