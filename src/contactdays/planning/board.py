"""A plan as the organiser's board shows it: day by day its sessions, its windows, and the meetings a slot holds."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from contactdays.editions.models import Edition, Room
from contactdays.people.enums import AvailabilityKind, OrganisationKind
from contactdays.people.models import Availability, Delegation
from contactdays.planning.models import Placement, Plan
from contactdays.planning.moments import day_of
from contactdays.planning.moves import Before, Moves, moves_of
from contactdays.planning.selection import Selection, held_meetings
from contactdays.planning.slots import BoardSlot, slots_of
from contactdays.programme.enums import Duty
from contactdays.programme.models import Attendance, Session

PRINCIPALS = (
    OrganisationKind.HEAD_OF_STATE,
    OrganisationKind.FEDERAL_CABINET,
    OrganisationKind.REGIONAL_GOVERNMENT,
    OrganisationKind.COMMUNITY_GOVERNMENT,
)
"""Those whose windows the week is built around."""


@dataclass(frozen=True, slots=True)
class BoardSession:
    """A session where it stands, in local time. ``expected`` delegations must come or speak.

    ``before`` is where it stood in the plan before, when it has moved; ``selected`` when the selection keeps it.
    """

    session: Session
    start: datetime
    end: datetime
    room: Room
    pinned: bool
    expected: int
    before: Before | None
    selected: bool


@dataclass(frozen=True, slots=True)
class BoardWindow:
    """When a principal can come at all, in local time."""

    delegation: Delegation
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class BoardDay:
    """One day; ``free_rooms`` hold no session all day. Everything is in order of time."""

    day: date
    windows: tuple[BoardWindow, ...]
    sessions: tuple[BoardSession, ...]
    slots: tuple[BoardSlot, ...]
    free_rooms: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """``previous`` is the plan that changes are told against; None for the first one."""

    plan: Plan
    previous: Plan | None
    days: tuple[BoardDay, ...]


def board_of(plan: Plan, edition: Edition, selection: Selection) -> Board:
    """The board of ``plan``, in a number of queries that does not depend on what it holds."""
    moves = moves_of(plan)
    sessions = _by_day(edition, _sessions(plan, edition, selection, moves))
    windows = _by_day(edition, _windows(edition))
    slots = _by_day(edition, slots_of(plan, edition, held_meetings(plan), selection, moves))
    rooms = list(Room.objects.filter(bilaterals=False, venue=edition.main_venue).order_by("pk"))
    days = tuple(
        BoardDay(day, windows[day], sessions[day], slots[day], _free(rooms, sessions[day])) for day in edition.days
    )
    return Board(plan, moves.previous, days)


def _by_day(edition: Edition, things: Iterable) -> defaultdict[date, tuple]:
    found: defaultdict[date, tuple] = defaultdict(tuple)
    for each in things:
        found[day_of(edition, each.start)] += (each,)
    return found


def _free(rooms: list[Room], sessions: Iterable[BoardSession]) -> tuple[Room, ...]:
    used = {each.room.pk for each in sessions}
    return tuple(room for room in rooms if room.pk not in used)


def _sessions(plan: Plan, edition: Edition, selection: Selection, moves: Moves) -> list[BoardSession]:
    attending, expected = _audiences()
    placements = (
        Placement.objects.filter(plan=plan, session__isnull=False)
        .select_related("session", "room__venue")
        .order_by("start", "room_id")
    )
    return [
        BoardSession(
            session=placement.session,
            start=placement.start.astimezone(edition.zone),
            end=placement.end.astimezone(edition.zone),
            room=placement.room,
            pinned=placement.time_pinned or placement.room_pinned,
            expected=expected[placement.session_id],
            before=moves.session_before(placement),
            selected=selection.keeps_session(placement.session, attending[placement.session_id]),
        )
        for placement in placements
    ]


def _audiences() -> tuple[dict[int, list[tuple[int, str]]], dict[int, int]]:
    """By session: who attends (the delegation and its post's region), and how many must."""
    attending: dict[int, list[tuple[int, str]]] = defaultdict(list)
    expected: dict[int, int] = defaultdict(int)
    rows = Attendance.objects.values_list("session_id", "delegation_id", "delegation__post__region", "duty")
    for session, delegation, region, duty in rows:
        attending[session].append((delegation, region or ""))
        expected[session] += duty != Duty.MAY
    return attending, expected


def _windows(edition: Edition) -> list[BoardWindow]:
    rows = (
        Availability.objects.filter(
            kind=AvailabilityKind.ONLY, participant=None, delegation__organisation__kind__in=PRINCIPALS
        )
        .select_related("delegation__organisation")
        .order_by("start", "end", "pk")
    )
    return [
        BoardWindow(row.delegation, row.start.astimezone(edition.zone), row.end.astimezone(edition.zone))
        for row in rows
    ]
