"""Every objective: a plan that is better by it, and one that is worse."""

from dataclasses import replace

import pytest

from contactdays.planner import (
    Aim,
    Assignment,
    Interval,
    InvalidProblem,
    Objective,
    Participant,
    Ranking,
    Round,
    Seat,
    Table,
    objectives,
    score,
)
from contactdays.planner.check.objectives import OBJECTIVES

from .known_week import BANK, MILL, PLAN, PORT, PROBLEM, plan_with, problem_with

OTHERS = Assignment("of others", 60, 75, "table 2", ("port", "bank"))
LATE_OTHERS = replace(OTHERS, start=220, end=235, place="loft")
SENIOR = Participant("embassy", (Interval(0, 400),), (Interval(0, 400),), 3, 3, weight=7)
PUBLISHED = problem_with(SENIOR, published=PLAN.assignments)
PREFERRING = problem_with(replace(PROBLEM.requests[2], preferred=(Interval(0, 100), Interval(200, 215))))
ROUND = Round("plenary", (Table("red", 2), Table("blue", 2), Table("grey", 2)), (Ranking("embassy", ("red", "blue")),))
SEATED = problem_with(rounds=(ROUND,))


def seated(table):
    return replace(PLAN, seats=(Seat("plenary", table, "embassy"), Seat("plenary", "grey", "mill")))


# Of each objective: the problem, a plan that is better with its figure, and one that is worse with its own.
PAIRS = {
    "value": (PROBLEM, PLAN, 12, plan_with(without=(BANK,)), 8),
    "empty": (PROBLEM, PLAN, 0, plan_with(without=(BANK,)), 1),
    "fairness": (
        PROBLEM,
        plan_with(OTHERS),
        # the embassy has three, the bank and the port two each, the mill one
        (5040 + 2520 + 1680) + 2 * (5040 + 2520) + 5040,
        plan_with(OTHERS, without=(BANK,)),
        (5040 + 2520) + 5040 + (5040 + 2520) + 5040,
    ),
    "leximin": (
        PROBLEM,
        plan_with(OTHERS, without=(PORT,)),
        (1, 1, 2, 2),
        PLAN,
        (1, 1, 1, 3),
    ),
    "breaks": (PROBLEM, plan_with(LATE_OTHERS), 0, plan_with(replace(PORT, start=100, end=115, place="table 1")), 1),
    "room_moves": (PROBLEM, plan_with(replace(PORT, place="table 1")), 0, PLAN, 1),
    "preferences": (PREFERRING, PLAN, 0, plan_with(replace(BANK, start=220, end=235)), 1),
    "stability": (PUBLISHED, PLAN, 0, plan_with(replace(BANK, start=220, end=235)), 8),
}


def test_every_objective_has_its_pair():
    assert list(PAIRS) == list(OBJECTIVES) == list(Aim)


@pytest.mark.parametrize("aim", PAIRS)
def test_the_better_plan_and_the_worse(aim):
    problem, better, good, worse, bad = PAIRS[aim]
    assert (objectives(problem, better)[aim], objectives(problem, worse)[aim]) == (good, bad)
    aimed = replace(problem, objectives=((Objective(Aim(aim)),),))
    assert score(aimed, better) > score(aimed, worse)


def test_what_is_dropped_costs_twice_what_is_moved_in_time_or_place():
    moved = objectives(PUBLISHED, plan_with(replace(MILL, place="table 2"), without=(BANK,)))
    assert moved["stability"] == 8 + 2 * 8


def test_what_the_problem_no_longer_knows_has_not_changed():
    gone = problem_with(published=(replace(BANK, activity="withdrawn"),))
    assert objectives(gone, PLAN)["stability"] == 0


def test_a_seat_costs_the_rank_of_its_table_and_the_unranked_come_last():
    ranks = [objectives(SEATED, seated(table))["preferences"] for table in ("red", "blue", "grey")]
    assert ranks == [0, 1, 2]


def test_a_never_leaves_nobody_empty():
    assert objectives(PROBLEM, plan_with())["leximin"] == (1, 1, 1, 3)


def test_tiers_come_in_order_and_weights_decide_within_one():
    tiers = (
        (Objective(Aim.EMPTY), Objective(Aim.VALUE, 2)),
        (Objective(Aim.LEXIMIN),),
        (Objective(Aim.ROOM_MOVES, 3),),
    )
    assert score(replace(PROBLEM, objectives=tiers), plan_with(without=(BANK,))) == (15, (0, 1, 1, 2), -3)


def test_what_no_weight_can_measure_stands_alone():
    with pytest.raises(InvalidProblem) as refusal:
        replace(PROBLEM, objectives=((Objective(Aim.LEXIMIN), Objective(Aim.VALUE)),))
    assert (refusal.value.code, refusal.value.facts["field"]) == ("not_weighable", Aim.LEXIMIN)
