"""The week to be planned."""

from dataclasses import dataclass

from . import consistency
from .errors import InvalidProblem
from .interval import Interval
from .objective import USUAL, Aim, Tier
from .participant import Participant
from .pin import Pin
from .pinned import people_fit_their_tables
from .place import Place
from .plan import Assignment
from .request import Request
from .round import Round
from .session import Session
from .slot import Slot


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a plan depends on; immutable, and consistent once constructed.

    ``origin``: the instant of minute 0 as an ISO 8601 text in UTC (``2026-02-01T23:00:00+00:00``); all other
    times are whole minutes since then. ``days``: the stretches over which ``cap_per_day`` counts (a meeting
    belongs to the day it starts in). ``travel``: (building, building, minutes), valid both ways unless the
    other way is given; the quickest way over several legs counts. ``change_over``: minutes a party needs
    between two different places, in one building or two. ``published``: what stands in the plan that people
    know, for the objective ``stability``. ``objectives``: tiers, the first first; within a tier weights decide.
    ``breaks_apart``: by how many the breaks of any two participants may differ, None for no such rule.
    ``rounds``: round tables of sessions. ``numbered``: ids are numbers from 1, slots have no hours, and plans are
    written in these numbers (a B2BSP file). Whether such a problem has a plan is what is asked, so requests may
    follow each other in a circle there; everywhere else that is a mistake.

    Raises InvalidProblem when ids clash or are unknown, slots overlap, days overlap, places are part of each
    other in a circle, a travel time is missing, or pins contradict sessions or wishes.
    """

    origin: str
    participants: tuple[Participant, ...] = ()
    slots: tuple[Slot, ...] = ()
    places: tuple[Place, ...] = ()
    travel: tuple[tuple[str, str, int], ...] = ()
    change_over: int = 0
    sessions: tuple[Session, ...] = ()
    requests: tuple[Request, ...] = ()
    pins: tuple[Pin, ...] = ()
    days: tuple[Interval, ...] = ()
    version: int = 1
    published: tuple[Assignment, ...] = ()
    objectives: tuple[Tier, ...] = USUAL
    breaks_apart: int | None = None
    rounds: tuple[Round, ...] = ()
    numbered: bool = False

    def __post_init__(self) -> None:
        if self.version != 1:
            raise InvalidProblem("unknown_version", "problem", version=self.version)
        if self.change_over < 0:
            raise InvalidProblem("negative", "problem", field="change_over", value=self.change_over)
        consistency.origin_is_an_instant(self.origin)
        if self.breaks_apart is not None and self.breaks_apart < 0:
            raise InvalidProblem("negative", "problem", field="breaks_apart", value=self.breaks_apart)
        consistency.aims_stand_once(self.objectives)
        self._require_known_ids()
        consistency.slots_fit_together(self.slots)
        consistency.days_do_not_overlap(self.days)
        consistency.caps_have_days(self.participants, self.days)
        consistency.parts_form_no_circle(self.places)
        consistency.travel_is_known(self.travel, self.places)
        consistency.pins_contradict_nothing(self.pins, self.sessions, self.requests)
        people_fit_their_tables(self.pins, self.rounds, self.sessions)

    def comes_first(self, aim: Aim) -> bool:
        """Whether ``aim`` alone is the first tier of the objectives."""
        return {each.aim for each in self.objectives[0]} == {aim}

    def _require_known_ids(self) -> None:
        participants = [each.id for each in self.participants]
        places = [each.id for each in self.places]
        activities = [each.id for each in self.sessions] + [each.id for each in self.requests]
        consistency.ids_are_distinct("participant", participants)
        consistency.ids_are_distinct("place", places)
        tables = [table.id for each in self.rounds for table in each.tables]
        consistency.ids_are_distinct("activity", [*activities, *tables])
        consistency.ids_are_distinct("pin", (each.activity for each in self.pins))
        consistency.sessions_know(self.sessions, set(participants), set(places))
        consistency.requests_know(self.requests, set(participants))
        consistency.precedence_is_known(self.requests)
        if not self.numbered:
            consistency.precedence_forms_no_circle(self.requests)
        consistency.rounds_know(self.rounds, self.sessions)
        consistency.pins_know(self.pins, {*activities, *tables}, set(places), set(participants))
