"""The week on one page: the score at working size, with what is looked at and what is wrong."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from contactdays.core import clock
from contactdays.editions.models import Edition
from contactdays.planning.board import Board, board_of
from contactdays.planning.checking import conflicts_in
from contactdays.planning.lane import lane_of
from contactdays.planning.models import Plan
from contactdays.planning.moments import day_of
from contactdays.planning.queries import plan_figures
from contactdays.programme.enums import SessionKind
from contactdays.web.organiser.bands import band_sentence
from contactdays.web.organiser.columns import hours
from contactdays.web.organiser.conflicts import ConflictRow, conflict_row
from contactdays.web.organiser.lanes import LaneBar, lane_bars
from contactdays.web.organiser.looking_for import (
    LookingFor,
    kind_choices,
    language_choices,
    looking_for,
    region_choices,
)
from contactdays.web.organiser.score import Stave, room_order, stave_of
from contactdays.web.organiser.shown_plan import plan_query, shown_plan
from contactdays.web.parts.requests import EditionRequest

MOST_CONFLICTS = 20


@dataclass(frozen=True, slots=True)
class DayView:
    """A stave with its counts: ``selected`` of ``meetings`` are looked at; ``lane`` is what the one chosen has."""

    stave: Stave
    sessions: int
    meetings: int
    selected: int
    lane: tuple[LaneBar, ...]
    sentence: str


def week(request: EditionRequest) -> HttpResponse:
    plan = shown_plan(request)
    if plan is None:
        return render(request, "organiser/board.html", {"plan": None})
    asked = looking_for(request)
    board = board_of(plan, request.edition, asked.selection)
    prepared = {
        "plan": plan,
        "previous": board.previous,
        "figures": plan_figures(plan),
        "asked": asked,
        "regions": region_choices(asked),
        "kinds": kind_choices(asked),
        "languages": language_choices(asked, board),
        "days": _days(request, plan, board, asked),
        "hours": hours(),
        "legend": _legend(board),
        "all_pinned": all(each.pinned for day in board.days for each in day.sessions),
        "places": max((slot.places for day in board.days for slot in day.slots), default=0),
        "in_plan": plan_query(request),
        **_verdict(request, plan),
    }
    return render(request, "organiser/board.html", prepared)


def _days(request: EditionRequest, plan: Plan, board: Board, asked: LookingFor) -> list[DayView]:
    chosen = asked.chosen
    lane = lane_of(plan, request.edition, chosen.delegation, chosen.participant) if chosen else ()
    order = room_order(board.days)
    folded = _folded_days(request.edition, request.GET.get("open", ""))
    return [
        DayView(
            stave=stave_of(day, order, folded=day.day in folded, with_lane=chosen is not None),
            sessions=len(day.sessions),
            meetings=sum(slot.meetings for slot in day.slots),
            selected=sum(slot.selected for slot in day.slots),
            lane=lane_bars(lane, day.day, day.slots),
            sentence=band_sentence(day.slots),
        )
        for day in board.days
    ]


def _folded_days(edition: Edition, opened: str) -> set[date]:
    """Days that are over, but the one ``opened``; none before the week and after it, when there is nothing ahead."""
    today = day_of(edition, clock.now())
    if today > edition.last_day:
        return set()
    return {day for day in edition.days if day < today and day.isoformat() != opened}


def _legend(board: Board) -> list[tuple[str, str]]:
    present = {each.session.kind for day in board.days for each in day.sessions}
    return [(kind.value, str(kind.label)) for kind in SessionKind if kind.value in present]


def _verdict(request: EditionRequest, plan: Plan) -> dict[str, object]:
    """The draft is checked as it is shown; a published plan was checked when it was published, and again on demand."""
    checked = plan.number is None or "check" in request.GET
    rows: list[ConflictRow] = []
    if checked:
        rows = [conflict_row(each) for each in conflicts_in(plan, request.edition)]
    return {"checked": checked, "conflicts": rows[:MOST_CONFLICTS], "conflict_count": len(rows)}
