"""One small week and a plan that keeps every rule, to be broken rule by rule.

The embassy meets the mill at table 1 at 60 and the port at table 2 at 80; then it hears the plenary in the
forum and is taken to the tower, where it meets the bank.
"""

from dataclasses import replace

from contactdays.planner import (
    Assignment,
    Interval,
    Participant,
    Pin,
    Place,
    Plan,
    Problem,
    Request,
    Session,
    Slot,
    Wish,
)

ALL_DAY = (Interval(0, 400),)


def party(name, *, available=ALL_DAY, in_office=ALL_DAY, cap=None, cap_per_day=None):
    return Participant(name, available, in_office, cap, cap_per_day)


PROBLEM = Problem(
    origin="2026-02-01T23:00:00+00:00",
    participants=(
        party("embassy", cap=3, cap_per_day=3),
        party("mill"),
        party("port"),
        party("bank"),
        party("guest"),
    ),
    slots=tuple(Slot(start, start + 20, half) for half, start in ((0, 60), (0, 80), (0, 100), (1, 200), (1, 220))),
    places=(
        Place("hall", 9, "palace", ALL_DAY),
        Place("table 1", 2, "palace", ALL_DAY, True, "hall"),
        Place("table 2", 2, "palace", ALL_DAY, True, "hall"),
        Place("forum", 3, "palace", ALL_DAY),
        Place("loft", 3, "tower", ALL_DAY, True),
        Place("door", 9, "tower", ALL_DAY),
    ),
    travel=(("palace", "tower", 30),),
    change_over=5,
    sessions=(
        Session("plenary", 120, 150, "forum", ("embassy", "mill")),
        Session("bus", 155, 185, "forum", ("embassy",), "door"),
    ),
    requests=(
        Request("with mill", ("embassy", "mill"), 15, 5, Wish.MUST),
        Request("with port", ("embassy", "port"), 15, 3),
        Request("with bank", ("embassy", "bank"), 15, 4),
        Request("with guest", ("embassy", "guest"), 15, 2, Wish.NEVER),
        Request("of others", ("port", "bank"), 15, 1),
    ),
    pins=(Pin("with port", 80, "table 2"),),
    days=(Interval(0, 190), Interval(190, 400)),
)

MILL = Assignment("with mill", 60, 75, "table 1", ("embassy", "mill"))
PORT = Assignment("with port", 80, 95, "table 2", ("embassy", "port"))
BANK = Assignment("with bank", 200, 215, "loft", ("embassy", "bank"))
PLENARY = Assignment("plenary", 120, 150, "forum", ("embassy", "mill"))
BUS = Assignment("bus", 155, 185, "forum", ("embassy",))
PLAN = Plan((MILL, PORT, BANK, PLENARY, BUS), 12)


def plan_with(*changed, without=(), value=12):
    """PLAN with assignments exchanged for those of the same activity, or added, or left out."""
    new = {each.activity for each in changed}
    kept = [each for each in PLAN.assignments if each.activity not in new and each not in without]
    return Plan((*kept, *changed), value)


def problem_with(*changed, **fields):
    """PROBLEM with participants, places or requests exchanged for those of the same id, and other fields."""
    kinds = (("participants", Participant), ("places", Place), ("requests", Request))
    for field, kind in kinds:
        new = {each.id: each for each in changed if isinstance(each, kind)}
        fields.setdefault(field, tuple(new.get(each.id, each) for each in getattr(PROBLEM, field)))
    return replace(PROBLEM, **fields)
