"""Samples of the organiser's score: a day with a window, sessions in every state and a band of meetings; a figure."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from contactdays.core.text import LANGUAGES, Text
from contactdays.editions.models import Room
from contactdays.people.models import Delegation, Organisation
from contactdays.planning.balance import Group
from contactdays.planning.board import BoardDay, BoardSession, BoardWindow
from contactdays.planning.moves import Before
from contactdays.planning.slots import BoardSlot
from contactdays.programme.models import Session
from contactdays.web.organiser.bands import band_sentence
from contactdays.web.organiser.board import DayView
from contactdays.web.organiser.figure_sections import request_section
from contactdays.web.organiser.looking_for import looking_for
from contactdays.web.organiser.score import room_order, stave_of
from contactdays.web.parts.requests import EditionRequest

_SESSIONS = (
    # kind, short title, start, end, room, where it stood before, pinned
    ("plenary", "Opening", time(9), time(9, 45), 0, None, True),
    ("ministerial", "Minister", time(10), time(11), 0, None, True),
    ("round-table", "Handel und Zölle", time(14, 30), time(15, 20), 1, (time(13), 1), False),
    ("press-point", "Point de presse", time(12, 35), time(13, 5), 1, None, False),
    ("visit", "Haven", time(15, 30), time(18), 0, None, False),
)
_ROOMS = ("Galerie", "Arenberg")
_FREE = (19, 12, 7, 4, 0, 0, 3, 9, 15)
_PLACES = 25


def board_samples(request: EditionRequest) -> dict[str, Any]:
    """What ``organiser/board_stave.html`` and ``organiser/figure.html`` are given, of an invented day."""
    day = _day(request)
    view = DayView(
        stave=stave_of(day, room_order([day]), folded=False),
        sessions=len(day.sessions),
        meetings=sum(slot.meetings for slot in day.slots),
        selected=0,
        lane=(),
        sentence=band_sentence(day.slots),
    )
    return {
        "day": view,
        "asked": looking_for(request),
        "hours": [(f"{hour:02}", (hour - 8) * 12) for hour in range(8, 22)],
        "all_pinned": False,
        "section": request_section("sample", _("Priority"), _GROUPS, str),
    }


_GROUPS = (Group("5", 41, 44), Group("4", 103, 131), Group("3", 148, 260), Group("1", 12, 97))


def _day(request: EditionRequest) -> BoardDay:
    rooms = [Room(pk=number, edition=request.edition, name=name) for number, name in enumerate(_ROOMS, 1)]
    cabinet = Delegation(pk=1, organisation=Organisation(name="Cabinet of the minister", kind="federal-cabinet"))
    return BoardDay(
        day=request.edition.first_day,
        windows=(BoardWindow(cabinet, _moment(request, time(10)), _moment(request, time(11, 30))),),
        sessions=tuple(_session(request, number, rooms) for number in range(len(_SESSIONS))),
        slots=tuple(_slot(request, number, free) for number, free in enumerate(_FREE)),
        free_rooms=(Room(pk=9, edition=request.edition, name="Salon bleu"),),
    )


def _session(request: EditionRequest, number: int, rooms: list[Room]) -> BoardSession:
    kind, words, start, end, room, before, pinned = _SESSIONS[number]
    title = Text(dict.fromkeys(LANGUAGES, words))
    return BoardSession(
        session=Session(pk=number + 1, edition=request.edition, code=f"sample-{number}", kind=kind, short_title=title),
        start=_moment(request, start),
        end=_moment(request, end),
        room=rooms[room],
        pinned=pinned,
        expected=43,
        before=Before(_moment(request, before[0]), rooms[before[1]]) if before else None,
        selected=True,
    )


def _slot(request: EditionRequest, number: int, free: int) -> BoardSlot:
    start = _moment(request, time(17)) + timedelta(minutes=20 * number)
    used = _PLACES - free
    return BoardSlot(start, start + timedelta(minutes=20), _PLACES, free, used, used, changed=int(number == 3))


def _moment(request: EditionRequest, clock: time) -> datetime:
    return datetime.combine(request.edition.first_day, clock, tzinfo=request.edition.zone)
