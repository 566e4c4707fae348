"""Each request that is not held has one true cause."""

from dataclasses import replace

from contactdays.planner import Assignment, Interval, Plan, Reason, ReasonCode, Request, Wish, reasons

from .known_week import BUS, MILL, PLAN, PLENARY, PORT, PROBLEM, party, plan_with, problem_with


def reason_of(problem, plan, request):
    return next(each for each in reasons(problem, plan) if each.request == request)


def test_all_that_is_not_held_is_explained_in_the_order_of_the_problem():
    assert [each.request for each in reasons(PROBLEM, PLAN)] == ["with guest", "of others"]


def test_never():
    assert reason_of(PROBLEM, PLAN, "with guest") == Reason("with guest", ReasonCode.NEVER)


def test_vacant():
    problem = problem_with(party("bank", in_office=()))
    assert reason_of(problem, PLAN, "of others") == Reason("of others", ReasonCode.VACANT, ("bank",))


def test_no_common_free_slot():
    problem = problem_with(party("bank", available=(Interval(0, 60),)))
    assert reason_of(problem, PLAN, "of others") == Reason(
        "of others", ReasonCode.NO_COMMON_FREE_SLOT, ("port", "bank")
    )


def test_cap_reached():
    problem = problem_with(party("port", cap=1))
    assert reason_of(problem, PLAN, "of others") == Reason("of others", ReasonCode.CAP_REACHED, ("port",))


def test_no_free_slot_left_for_one():
    problem = problem_with(party("port", available=(Interval(80, 100),)))
    assert reason_of(problem, PLAN, "of others") == Reason("of others", ReasonCode.NO_FREE_SLOT_LEFT, ("port",))


def test_no_free_slot_left_for_both_together():
    spare = Request("of spare", ("bank", "guest"), 15, 1)
    problem = problem_with(party("port", available=(Interval(60, 100),)), requests=(*PROBLEM.requests, spare))
    plan = plan_with(Assignment("of spare", 60, 75, "loft", ("bank", "guest")))
    assert reason_of(problem, plan, "of others") == Reason("of others", ReasonCode.NO_FREE_SLOT_LEFT, ("port", "bank"))


def test_no_place_left():
    places = tuple(each for each in PROBLEM.places if each.id not in ("loft", "table 2"))
    problem = problem_with(party("port", available=(Interval(60, 80),)), places=places, pins=())
    plan = Plan((MILL, PLENARY, BUS), 5)
    assert reason_of(problem, plan, "of others") == Reason("of others", ReasonCode.NO_PLACE_LEFT)


def test_outvalued():
    assert reason_of(PROBLEM, PLAN, "of others") == Reason("of others", ReasonCode.OUTVALUED, ("port", "bank"))


def test_a_never_counts_before_anything_else():
    nobody = replace(PROBLEM.requests[3], wish=Wish.NEVER)
    problem = problem_with(nobody, party("guest", in_office=()))
    plan = Plan((MILL, PORT, PLENARY, BUS), 8)
    assert reason_of(problem, plan, "with guest") == Reason("with guest", ReasonCode.NEVER)
