from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.bilaterals.models import Meeting
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.editions.models import Edition, Room
from contactdays.people.models import Delegation
from contactdays.planning.models import Placement, Plan
from contactdays.planning.services import SessionTime, place_sessions, publish, run_planner
from contactdays.planning.services.drafts import occupy
from contactdays.programme.models import Session
from tests.factories.editions import make_edition, make_room, make_window
from tests.factories.people import make_organisation, make_post
from tests.factories.programme import attend, make_request, make_session

PUBLISHED_AT = datetime(2026, 1, 30, 18, 0, tzinfo=UTC)


def at(edition: Edition, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of the edition by local wall clock: ``at(edition, 2, 9)`` is 2 February, 09:00."""
    return datetime(2026, 2, day, hour, minute, tzinfo=edition.zone).astimezone(UTC)


def place_session(session: Session, start: datetime, end: datetime, room: Room | None = None) -> Plan:
    room = room or Room.objects.get(code="HALL")
    return place_sessions(session.edition, [SessionTime(session, start, end, room)])


def place_meeting(plan: Plan, meeting: Meeting, start: datetime, end: datetime, room: Room, **more: Any) -> Placement:
    placement = Placement(edition=plan.edition, plan=plan, meeting=meeting, start=start, end=end, room=room, **more)
    placement.save()
    occupy([placement], plan.edition)
    return placement


@dataclass
class SmallWeek:
    """Two posts (one more vacant), two companies, an opening and a business afternoon, planned and published."""

    edition: Edition
    nairobi: Delegation
    lima: Delegation
    vacant: Delegation
    acme: Delegation
    bolt: Delegation
    opening: Session
    plan: Plan | None


def small_week(code: str = "week-2026", *, published: bool = True, **more: Any) -> SmallWeek:
    """To be called inside ``unscoped`` or before any scope; work on it inside ``edition_scope(week.edition)``."""
    edition = make_edition(code, **more)
    with edition_scope(edition), clock.at(PUBLISHED_AT):
        for number in (1, 2):
            make_room(edition, f"T{number}", kind="table", capacity=4, bilaterals=True)
        make_window(edition, at(edition, 4, 14), at(edition, 4, 17))
        week = SmallWeek(
            edition=edition,
            nairobi=make_post(edition, "NBO"),
            lima=make_post(edition, "LIM", city="Lima", country="PE", region="americas"),
            vacant=make_post(edition, "KIN", vacant=True, city="Kinshasa", country="CD"),
            acme=make_organisation(edition, "ACME"),
            bolt=make_organisation(edition, "BOLT"),
            opening=make_session(edition, "OPEN", marking="public"),
            plan=None,
        )
        attend(week.opening, week.nairobi, week.lima)
        place_session(week.opening, at(edition, 2, 9), at(edition, 2, 9, 45))
        make_request(week.acme, week.nairobi)
        make_request(week.nairobi, week.acme, priority=5)
        make_request(week.acme, week.lima)
        make_request(week.bolt, week.lima, priority=1)
        make_request(week.bolt, week.vacant)
        if published:
            run_planner(edition, actor=COMMAND_LINE)
            week.plan = publish(edition, actor=COMMAND_LINE)
    return week
