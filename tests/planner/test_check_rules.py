"""Every hard rule: a plan that keeps it, and one that breaks it and nothing else."""

from dataclasses import replace

import pytest

from contactdays.planner import (
    Aim,
    Assignment,
    Certificate,
    CertificateKind,
    Interval,
    Participant,
    Pin,
    Place,
    Plan,
    Request,
    Round,
    Seat,
    Session,
    Table,
    Violation,
    Wish,
    check,
)
from contactdays.planner.check import RULES

from .known_week import (
    ALL_DAY,
    BANK,
    MILL,
    PLAN,
    PLENARY,
    PORT,
    PROBLEM,
    party,
    plan_with,
    problem_with,
)

OTHERS = Assignment("of others", 60, 75, "table 2", ("port", "bank"))
LATE_OTHERS = Assignment("of others", 220, 235, "table 1", ("port", "bank"))
LATE_PORT = plan_with(replace(PORT, start=100, end=115))
PORT_AFTER_MILL = Request("with port", ("embassy", "port"), 15, 3, after=("with mill",))


ALL_WEIGHTS = sum(each.weight for each in PROBLEM.requests if each.wish is not Wish.NEVER)
ADDED_UP = Certificate(CertificateKind.LP_DUAL, Aim.VALUE, ALL_WEIGHTS)


def _about(bound, kind):
    return ("aim", "value"), ("bound", bound), ("kind", kind)


TOO_LOW = _about(12, "lp-dual")
TABLES = (Table("north", 1), Table("south", 1, 1))
ROUND = problem_with(
    Participant("embassy", ALL_DAY, ALL_DAY, region="east"),
    Participant("mill", ALL_DAY, ALL_DAY, region="east"),
    rounds=(Round("plenary", TABLES),),
)
FAR, NEAR = Seat("plenary", "north", "embassy"), Seat("plenary", "south", "mill")
SEATED = replace(PLAN, seats=(FAR, NEAR))
WIDE = replace(ROUND, rounds=(Round("plenary", (Table("north", 9), Table("south", 9))),))
MIXED = replace(ROUND, rounds=(Round("plenary", (Table("north", 9), Table("south", 9)), most_of_region=1),))
TOGETHER = replace(PLAN, seats=(replace(FAR, table="south"), NEAR))


def test_the_known_plan_keeps_every_rule():
    assert check(PROBLEM, PLAN) == []


KEPT = {
    "double_booking": (PROBLEM, plan_with(OTHERS, value=13)),
    "capacity": (problem_with(Place("forum", 2, "palace", ALL_DAY)), PLAN),
    "unavailable": (problem_with(party("port", available=(Interval(80, 90), Interval(90, 95)))), PLAN),
    "vacancy": (problem_with(party("port", in_office=(Interval(0, 95),))), PLAN),
    "travel_time": (problem_with(change_over=5), PLAN),
    "missing_session": (problem_with(sessions=PROBLEM.sessions), PLAN),
    "moved_session": (PROBLEM, plan_with(replace(PLENARY, participants=("mill", "embassy")))),
    "unknown_activity": (PROBLEM, plan_with(OTHERS, value=13)),
    "duplicate_activity": (PROBLEM, plan_with(OTHERS, value=13)),
    "cap": (problem_with(party("embassy", cap=3)), PLAN),
    "cap_per_day": (problem_with(party("embassy", cap_per_day=2)), PLAN),
    "closed_place": (problem_with(Place("loft", 3, "tower", (Interval(200, 215),), True)), PLAN),
    "wrong_place": (
        problem_with(
            Place("loft", 2, "tower", ALL_DAY, True, kind="room"),
            Request("with bank", ("embassy", "bank"), 15, 4, place_kind="room"),
        ),
        PLAN,
    ),
    "wrong_length": (problem_with(Request("with bank", ("embassy", "bank"), 15, 4)), PLAN),
    "wrong_people": (PROBLEM, plan_with(replace(BANK, participants=("bank", "embassy")))),
    "outside_window": (
        problem_with(Request("with bank", ("embassy", "bank"), 15, 4, Wish.WANT, Interval(200, 215))),
        PLAN,
    ),
    "missing_must": (problem_with(Request("with bank", ("embassy", "bank"), 15, 4, Wish.MUST)), PLAN),
    "held_never": (problem_with(Request("of others", ("port", "bank"), 15, 1, Wish.NEVER)), PLAN),
    "broken_pin": (problem_with(pins=PROBLEM.pins), PLAN),
    "precedence": (problem_with(PORT_AFTER_MILL), PLAN),
    "uneven_breaks": (problem_with(pins=(), breaks_apart=1), LATE_PORT),
    "unknown_seat": (ROUND, SEATED),
    "missing_seat": (ROUND, SEATED),
    "double_seat": (ROUND, SEATED),
    "table_capacity": (WIDE, TOGETHER),
    "table_region": (MIXED, SEATED),
    "broken_seat": (replace(ROUND, pins=(*PROBLEM.pins, Pin("south", participants=("mill",)))), SEATED),
    "wrong_value": (problem_with(Request("with bank", ("embassy", "bank"), 15, 0)), plan_with(value=8)),
    "wrong_breaks": (problem_with(pins=()), replace(LATE_PORT, breaks=1)),
    "wrong_room_moves": (PROBLEM, replace(PLAN, room_moves=1)),
    "wrong_certificate": (PROBLEM, replace(PLAN, bound_certificate=ADDED_UP)),
}

BROKEN = {
    "double_booking": [
        (
            PROBLEM,
            plan_with(replace(BANK, start=60, end=75, place="loft")),
            [Violation("double_booking", ("with bank", "with mill"), ("embassy",), None, 60)],
        ),
        (
            PROBLEM,
            plan_with(replace(OTHERS, place="table 1"), value=13),
            [Violation("double_booking", ("of others", "with mill"), (), "table 1", 60)],
        ),
        (
            problem_with(sessions=(*PROBLEM.sessions, Session("tasting", 70, 110, "hall"))),
            plan_with(Assignment("tasting", 70, 110, "hall", ())),
            [
                Violation("double_booking", ("tasting", "with port"), (), "table 2", 80),
                Violation("double_booking", ("with mill", "tasting"), (), "table 1", 70),
            ],
        ),
    ],
    "capacity": [
        (
            problem_with(Place("forum", 1, "palace", ALL_DAY)),
            PLAN,
            [Violation("capacity", ("plenary",), (), "forum", 120, (("capacity", 1), ("present", 2)))],
        ),
    ],
    "unavailable": [
        (
            problem_with(party("port", available=(Interval(80, 90), Interval(91, 95)))),
            PLAN,
            [Violation("unavailable", ("with port",), ("port",), "table 2", 80)],
        ),
    ],
    "vacancy": [
        (
            problem_with(party("mill", in_office=(Interval(0, 149),))),
            PLAN,
            [Violation("vacancy", ("plenary",), ("mill",), "forum", 120)],
        ),
        (
            problem_with(party("port", in_office=())),
            PLAN,
            [Violation("vacancy", ("with port",), ("port",), "table 2", 80)],
        ),
    ],
    "travel_time": [
        (
            problem_with(change_over=6),
            PLAN,
            [
                Violation(
                    "travel_time",
                    ("with mill", "with port"),
                    ("embassy",),
                    "table 2",
                    80,
                    (("gap", 5), ("needed", 6)),
                )
            ],
        ),
        (
            problem_with(sessions=(PROBLEM.sessions[0], replace(PROBLEM.sessions[1], destination=None))),
            PLAN,
            [
                Violation(
                    "travel_time",
                    ("bus", "with bank"),
                    ("embassy",),
                    "loft",
                    200,
                    (("gap", 15), ("needed", 30)),
                )
            ],
        ),
        (
            problem_with(travel=(("palace", "mill", 10), ("mill", "tower", 6))),
            plan_with(LATE_OTHERS, value=13),
            [
                Violation(
                    "travel_time",
                    ("with bank", "of others"),
                    ("bank",),
                    "table 1",
                    220,
                    (("gap", 5), ("needed", 16)),
                )
            ],
        ),
    ],
    "missing_session": [
        (
            PROBLEM,
            plan_with(without=(PLENARY,)),
            [Violation("missing_session", ("plenary",), (), "forum", 120)],
        ),
    ],
    "moved_session": [
        (
            PROBLEM,
            plan_with(replace(PLENARY, start=119)),
            [Violation("moved_session", ("plenary",), (), "forum", 119)],
        ),
        (
            PROBLEM,
            plan_with(replace(PLENARY, place="hall")),
            [Violation("moved_session", ("plenary",), (), "hall", 120)],
        ),
        (
            PROBLEM,
            plan_with(replace(PLENARY, participants=("embassy",))),
            [Violation("moved_session", ("plenary",), (), "forum", 120)],
        ),
    ],
    "unknown_activity": [
        (
            PROBLEM,
            plan_with(Assignment("tea", 60, 75, None, ("guest",))),
            [Violation("unknown_activity", ("tea",), (), None, 60)],
        ),
    ],
    "duplicate_activity": [
        (
            PROBLEM,
            Plan((*PLAN.assignments, OTHERS, replace(OTHERS, start=100, end=115)), 13),
            [Violation("duplicate_activity", ("of others",), (), None, 100, (("times", 2),))],
        ),
    ],
    "cap": [
        (
            problem_with(party("embassy", cap=2)),
            PLAN,
            [
                Violation(
                    "cap",
                    ("with mill", "with port", "with bank"),
                    ("embassy",),
                    None,
                    60,
                    (("cap", 2), ("meetings", 3)),
                )
            ],
        ),
    ],
    "cap_per_day": [
        (
            problem_with(party("embassy", cap_per_day=1)),
            PLAN,
            [
                Violation(
                    "cap_per_day",
                    ("with mill", "with port"),
                    ("embassy",),
                    None,
                    60,
                    (("cap", 1), ("meetings", 2)),
                )
            ],
        ),
    ],
    "closed_place": [
        (
            problem_with(Place("loft", 3, "tower", (Interval(0, 214),), True)),
            PLAN,
            [Violation("closed_place", ("with bank",), (), "loft", 200)],
        ),
    ],
    "wrong_place": [
        (
            PROBLEM,
            plan_with(replace(BANK, place="door")),
            [Violation("wrong_place", ("with bank",), (), "door", 200)],
        ),
        (
            PROBLEM,
            plan_with(replace(BANK, place=None)),
            [Violation("wrong_place", ("with bank",), (), None, 200)],
        ),
        (
            problem_with(Request("with bank", ("embassy", "bank"), 15, 4, place_kind="table")),
            PLAN,
            [Violation("wrong_place", ("with bank",), (), "loft", 200)],
        ),
    ],
    "wrong_length": [
        (
            PROBLEM,
            plan_with(replace(BANK, end=216)),
            [Violation("wrong_length", ("with bank",), (), "loft", 200, (("asked", 15), ("length", 16)))],
        ),
    ],
    "wrong_people": [
        (
            PROBLEM,
            plan_with(replace(BANK, participants=("embassy", "guest"))),
            [Violation("wrong_people", ("with bank",), ("embassy", "guest"), "loft", 200)],
        ),
    ],
    "outside_window": [
        (
            PROBLEM,
            plan_with(replace(BANK, start=201, end=216)),
            [Violation("outside_window", ("with bank",), (), "loft", 201)],
        ),
        (
            problem_with(Request("with bank", ("embassy", "bank"), 41, 4)),
            plan_with(replace(BANK, end=241)),
            [Violation("outside_window", ("with bank",), (), "loft", 200)],
        ),
        (
            problem_with(Request("with bank", ("embassy", "bank"), 15, 4, Wish.WANT, Interval(200, 214))),
            PLAN,
            [Violation("outside_window", ("with bank",), (), "loft", 200)],
        ),
    ],
    "missing_must": [
        (
            PROBLEM,
            plan_with(without=(MILL,), value=7),
            [Violation("missing_must", ("with mill",), ("embassy", "mill"))],
        ),
    ],
    "held_never": [
        (
            problem_with(party("embassy")),
            plan_with(Assignment("with guest", 220, 235, "loft", ("embassy", "guest")), value=14),
            [Violation("held_never", ("with guest",), ("embassy", "guest"), "loft", 220)],
        ),
    ],
    "broken_pin": [
        (
            PROBLEM,
            plan_with(replace(PORT, start=100, end=115)),
            [Violation("broken_pin", ("with port",), (), "table 2", 100)],
        ),
        (
            PROBLEM,
            plan_with(replace(PORT, place="table 1")),
            [Violation("broken_pin", ("with port",), (), "table 1", 80)],
        ),
        (
            PROBLEM,
            plan_with(without=(PORT,), value=9),
            [Violation("broken_pin", ("with port",), (), "table 2", 80)],
        ),
    ],
    "wrong_value": [
        (PROBLEM, plan_with(value=13), [Violation("wrong_value", facts=(("claimed", 13), ("value", 12)))]),
    ],
    "precedence": [
        (
            problem_with(PORT_AFTER_MILL, pins=()),
            plan_with(replace(MILL, start=80, end=95), replace(PORT, start=60, end=75)),
            [Violation("precedence", ("with mill", "with port"), (), "table 2", 60)],
        ),
        (
            problem_with(Request("with bank", ("embassy", "bank"), 15, 4, after=("of others",))),
            PLAN,
            [Violation("precedence", ("of others", "with bank"), (), "loft", 200)],
        ),
    ],
    "uneven_breaks": [
        (
            problem_with(pins=(), breaks_apart=0),
            LATE_PORT,
            [
                Violation(
                    "uneven_breaks",
                    (),
                    ("embassy", "mill"),
                    facts=(("fewest", 0), ("most", 1), ("most_apart", 0)),
                )
            ],
        ),
    ],
    "unknown_seat": [
        (
            WIDE,
            replace(PLAN, seats=(FAR, NEAR, Seat("plenary", "north", "guest"))),
            [Violation("unknown_seat", ("plenary", "north"), ("guest",))],
        ),
        (
            WIDE,
            replace(PLAN, seats=(FAR, NEAR, Seat("bus", "north", "embassy"))),
            [Violation("unknown_seat", ("bus", "north"), ("embassy",))],
        ),
    ],
    "missing_seat": [
        (WIDE, replace(PLAN, seats=(FAR,)), [Violation("missing_seat", ("plenary",), ("mill",))]),
    ],
    "double_seat": [
        (
            WIDE,
            replace(PLAN, seats=(FAR, NEAR, replace(FAR, table="south"))),
            [Violation("double_seat", ("plenary",), ("embassy",), facts=(("seats", 2),))],
        ),
    ],
    "table_capacity": [
        (
            replace(ROUND, rounds=(Round("plenary", (Table("north", 9), Table("south", 1, 1))),)),
            TOGETHER,
            [
                Violation(
                    "table_capacity",
                    ("plenary", "south"),
                    facts=(("capacity", 1), ("least", 1), ("present", 2)),
                )
            ],
        ),
        (
            replace(ROUND, rounds=(Round("plenary", (Table("north", 2, 1), Table("south", 2))),)),
            TOGETHER,
            [
                Violation(
                    "table_capacity",
                    ("plenary", "north"),
                    facts=(("capacity", 2), ("least", 1), ("present", 0)),
                )
            ],
        ),
    ],
    "table_region": [
        (
            MIXED,
            TOGETHER,
            [
                Violation(
                    "table_region",
                    ("plenary", "south"),
                    ("embassy", "mill"),
                    facts=(("most", 1), ("region", "east")),
                )
            ],
        ),
    ],
    "broken_seat": [
        (
            replace(ROUND, pins=(*PROBLEM.pins, Pin("south", participants=("embassy",)))),
            SEATED,
            [Violation("broken_seat", ("south",), ("embassy",))],
        ),
    ],
    "wrong_breaks": [
        (
            problem_with(pins=()),
            replace(LATE_PORT, breaks=0),
            [Violation("wrong_breaks", facts=(("breaks", 1), ("claimed", 0)))],
        ),
    ],
    "wrong_room_moves": [
        (
            PROBLEM,
            replace(PLAN, room_moves=0),
            [Violation("wrong_room_moves", facts=(("claimed", 0), ("room_moves", 1)))],
        ),
    ],
    "wrong_certificate": [
        (
            PROBLEM,
            replace(PLAN, bound_certificate=replace(ADDED_UP, bound=12)),
            [Violation("wrong_certificate", facts=(*TOO_LOW, ("shown", ALL_WEIGHTS)))],
        ),
        (
            PROBLEM,
            replace(PLAN, bound_certificate=Certificate(CertificateKind.SOLVER_CLAIM, Aim.VALUE, 11)),
            [Violation("wrong_certificate", facts=(*_about(11, "solver-claim"), ("reached", 12)))],
        ),
        (
            PROBLEM,
            replace(PLAN, breaks_certificate=Certificate(CertificateKind.DRUP, Aim.VALUE, 13)),
            [Violation("wrong_certificate", facts=(*_about(13, "drup"), ("expected", "breaks")))],
        ),
    ],
}

CASES = [
    pytest.param(problem, plan, expected, id=f"{rule}-{number}")
    for rule, cases in BROKEN.items()
    for number, (problem, plan, expected) in enumerate(cases)
]


@pytest.mark.parametrize(("problem", "plan"), KEPT.values(), ids=KEPT)
def test_a_plan_that_keeps_the_rule_is_accepted(problem, plan):
    assert check(problem, plan) == []


@pytest.mark.parametrize(("problem", "plan", "expected"), CASES)
def test_a_plan_that_breaks_one_rule_is_rejected_for_that_alone(problem, plan, expected):
    assert check(problem, plan) == expected


def test_every_rule_has_its_pair():
    names = {rule.__name__ for rule in RULES}
    assert (set(KEPT), set(BROKEN)) == (names, names)


def test_those_who_overlap_by_far_are_found_though_others_lie_between():
    long = Session("long", 0, 50, None, ("guest",))
    short = Session("short", 10, 12, None, ("guest",))
    late = Session("late", 40, 60, None, ("guest",))
    problem = problem_with(sessions=(*PROBLEM.sessions, long, short, late))
    added = [Assignment(each.id, each.start, each.end, None, ("guest",)) for each in (long, short, late)]

    assert check(problem, plan_with(*added)) == [
        Violation("double_booking", ("long", "late"), ("guest",), None, 40),
        Violation("double_booking", ("long", "short"), ("guest",), None, 10),
    ]
