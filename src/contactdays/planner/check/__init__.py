"""The referee: whether a plan keeps every hard rule of its problem.

It knows the values and nothing else of the planner, so that it shares no mistake with the search.
"""

from collections.abc import Callable, Iterator

from contactdays.planner.values import Plan, Problem, Violation

from .breaks import uneven_breaks, wrong_breaks
from .caps import cap, cap_per_day
from .certificates import wrong_certificate
from .meetings import broken_pin, held_never, missing_must, outside_window, wrong_length, wrong_people
from .overlaps import double_booking
from .places import capacity, closed_place, wrong_place
from .precedence import precedence
from .presence import unavailable, vacancy
from .room_moves import wrong_room_moves
from .seats import broken_seat, double_seat, missing_seat, table_capacity, table_region, unknown_seat
from .sessions import duplicate_activity, missing_session, moved_session, unknown_activity
from .travel import travel_time
from .week import Week, lay_out
from .worth import wrong_value

__all__ = ["RULES", "check"]

RULES: tuple[Callable[[Week], Iterator[Violation]], ...] = (
    unknown_activity,
    duplicate_activity,
    missing_session,
    moved_session,
    double_booking,
    travel_time,
    unavailable,
    vacancy,
    capacity,
    closed_place,
    wrong_place,
    wrong_length,
    wrong_people,
    outside_window,
    missing_must,
    held_never,
    broken_pin,
    cap,
    cap_per_day,
    precedence,
    uneven_breaks,
    unknown_seat,
    missing_seat,
    double_seat,
    table_capacity,
    table_region,
    broken_seat,
    wrong_value,
    wrong_breaks,
    wrong_room_moves,
    wrong_certificate,
)


def check(problem: Problem, plan: Plan) -> list[Violation]:
    """Every breach of a hard rule in ``plan``, rule by rule; empty when the plan is right."""
    week = lay_out(problem, plan)
    return [violation for rule in RULES for violation in sorted(set(rule(week)), key=repr)]
