"""What of a plan is looked at: everything, or what concerns somebody, a region, a language or a kind of session."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from contactdays.planning.models import Placement, Plan
from contactdays.programme.models import Session

BILATERAL = "bilateral"
"""The kind that stands for the meetings, beside the kinds of session."""


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting that a plan holds: the two delegations by primary key, the world regions of their posts, its place."""

    meeting: int
    delegations: frozenset[int]
    regions: frozenset[str]
    start: datetime
    room: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What is looked at. Empty means everything; several conditions must all hold."""

    delegation: int | None = None
    region: str = ""
    language: str = ""
    kind: str = ""

    @property
    def everything(self) -> bool:
        return self == Selection()

    def keeps_session(self, session: Session, attending: Iterable[tuple[int, str]]) -> bool:
        """Whether ``session`` is looked at; ``attending``: each delegation and the region of its post."""
        people = list(attending)
        return (
            self.kind in ("", session.kind)
            and (not self.language or self.language in session.languages)
            and (not self.region or any(region == self.region for _delegation, region in people))
            and (self.delegation is None or any(delegation == self.delegation for delegation, _region in people))
        )

    def keeps_meeting(self, held: HeldMeeting) -> bool:
        """Whether a meeting is looked at. Meetings have no language of their own, so a language excludes them."""
        return (
            self.kind in ("", BILATERAL)
            and not self.language
            and (not self.region or self.region in held.regions)
            and (self.delegation is None or self.delegation in held.delegations)
        )


def held_meetings(plan: Plan) -> list[HeldMeeting]:
    """The meetings of ``plan`` in order of time."""
    rows = (
        Placement.objects.filter(plan=plan, meeting__isnull=False)
        .order_by("start", "pk")
        .values_list(
            "meeting_id",
            "meeting__first_id",
            "meeting__second_id",
            "meeting__first__post__region",
            "meeting__second__post__region",
            "start",
            "room_id",
        )
    )
    return [
        HeldMeeting(meeting, frozenset((first, second)), frozenset(filter(None, regions)), start, room)
        for meeting, first, second, *regions, start, room in rows
    ]
