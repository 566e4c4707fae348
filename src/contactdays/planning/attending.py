"""One session of a plan, and who is to be there."""

from dataclasses import dataclass

from contactdays.people.models import Delegation
from contactdays.planning.models import Placement, Plan
from contactdays.programme.models import Attendance, Session


@dataclass(frozen=True, slots=True)
class Attending:
    """A delegation at a session and its ``duty``; ``person`` is named when one of its people is meant."""

    delegation: Delegation
    duty: str
    person: str


def session_in(plan: Plan, code: str) -> Placement | None:
    """Where the session with this code stands in ``plan``; None when it does not."""
    placements = Placement.objects.filter(plan=plan, session__code=code)
    return placements.select_related("session", "room__venue", "destination__venue").first()


def attending_at(session: Session) -> list[Attending]:
    """Everyone who must or may be at ``session`` or speaks there, in the order in which they were named."""
    rows = Attendance.objects.filter(session=session).select_related(
        "delegation__post", "delegation__organisation", "participant__person"
    )
    return [
        Attending(row.delegation, row.duty, row.participant.person.name if row.participant else "")
        for row in rows.order_by("pk")
    ]
