"""Certificates: those of true bounds verify, forged ones are caught, and no price or step shows what is not so."""

from dataclasses import replace
from importlib import import_module
from itertools import combinations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pysat.solvers import Minisat22

from contactdays.planner import (
    Aim,
    Assignment,
    Certificate,
    CertificateKind,
    Infeasible,
    Plan,
    Price,
    Scarce,
    Stop,
    certified,
    check,
    parse_b2bsp,
    solve,
)
from contactdays.planner.check.cnf import clauses_of
from contactdays.planner.check.prices import bound_at
from contactdays.planner.check.rup import first_flaw
from contactdays.planner.check.supply import Market
from contactdays.planner.search.held.refutation import refute

from .known_week import PROBLEM, party, problem_with
from .small_events import fewest_breaks, small_events
from .small_weeks import best_worth, small_weeks

CAREFULLY = settings(
    deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
GOODS = list(Scarce)


def satisfiable(clauses):
    with Minisat22(bootstrap_with=[list(each) for each in clauses]) as solver:
        return solver.solve()


@settings(CAREFULLY, max_examples=150)
@given(small_weeks(parties=4, most=3), st.data())
def test_no_prices_show_a_bound_below_the_best_plan(problem, data):
    best = best_worth(problem)
    market = Market(problem)
    goods = sorted({good for name, each in market.requests.items() for start in market.starts_of[name]
                    for good, _ in market.takes(each, start)}, key=repr)  # fmt: skip
    prices = [Price(on, data.draw(st.integers(0, 6)), who, start) for on, who, start in goods]
    if best is not None:
        assert bound_at(market, prices, data.draw(st.integers(1, 3))) >= best[0]
        assert bound_at(market, (), 1) >= best[0]


@settings(CAREFULLY, max_examples=120)
@given(small_weeks())
def test_what_a_search_proves_is_certified_and_a_bound_lowered_is_caught(problem):
    try:
        result = solve(problem, Stop(polish_moves=400))
    except Infeasible:
        return
    assert (result.plan.bound_certificate.bound, check(problem, result.plan)) == (result.bound, [])
    lowered = replace(result.plan.bound_certificate, bound=result.value - 1)
    forged = replace(result.plan, bound_certificate=lowered)
    assert {each.rule for each in check(problem, forged)} == {"wrong_certificate"}


def test_prices_that_show_too_little_or_nothing_are_caught():
    busy = problem_with(party("embassy", cap=2))
    shown = certified(busy, Plan(), bound=9).bound_certificate
    market = Market(busy)
    assert (shown.kind, bound_at(market, shown.prices, shown.scale)) == (CertificateKind.LP_DUAL, 9)
    forged = {
        "lowered": tuple(replace(each, amount=0) for each in shown.prices),
        "left out": shown.prices[1:],
        "below nought": tuple(replace(each, amount=-each.amount) for each in shown.prices),
        "twice": shown.prices * 2,
        "on nobody": (*shown.prices, Price(Scarce.CAP, 1, "nobody")),
        "on a slot that is none": (*shown.prices, Price(Scarce.SLOT, 1, "mill", 61)),
        "on a day that is none": (*shown.prices, Price(Scarce.CAP_PER_DAY, 1, "mill", 61)),
        "on a cap at a time": (*shown.prices, Price(Scarce.CAP, 1, "mill", 60)),
    }
    verified = {name: bound_at(market, prices, shown.scale) for name, prices in forged.items()}
    assert {name: bound is not None and bound <= 9 for name, bound in verified.items()} == dict.fromkeys(forged, False)


def test_what_is_too_large_to_be_worked_out_is_claimed_and_not_verified(monkeypatch):
    problem, plan = everybody_meets_everybody()
    proven = certified(problem, plan, breaks_bound=3)
    priced = certified(PROBLEM, Plan(), bound=13)
    monkeypatch.setattr(import_module("contactdays.planner.check.starts"), "MOST", 10)
    assert certified(problem, plan, breaks_bound=3).breaks_certificate.kind is CertificateKind.SOLVER_CLAIM
    assert certified(PROBLEM, Plan(), bound=13).bound_certificate.kind is CertificateKind.SOLVER_CLAIM
    told = [*check(problem, proven), *(each for each in check(PROBLEM, priced) if each.rule == "wrong_certificate")]
    assert [(each.rule, each.facts[-1]) for each in told] == [("wrong_certificate", ("shown", "nothing"))] * 2


def test_a_bound_that_prices_do_not_reach_is_a_claim():
    certificate = certified(PROBLEM, Plan(), bound=5).bound_certificate
    assert certificate == Certificate(CertificateKind.SOLVER_CLAIM, Aim.VALUE, 5)


@settings(CAREFULLY, max_examples=100)
@given(small_events(), st.integers(0, 3))
def test_the_checker_s_clauses_hold_exactly_for_plans_with_so_few_breaks(problem, most):
    fewest = fewest_breaks(problem)
    clauses = clauses_of(problem, [each.id for each in problem.requests], most)
    assert satisfiable(clauses) == (fewest is not None and fewest[0] <= most)


@settings(CAREFULLY, max_examples=40)
@given(small_events(slots=5, meetings=5))
def test_what_is_proven_of_an_event_is_certified(problem):
    try:
        result = solve(problem, Stop(polish_moves=400))
    except Infeasible:
        return
    certificate = result.plan.breaks_certificate
    assert (certificate.kind, certificate.bound) == (CertificateKind.DRUP, result.breaks)
    assert check(problem, result.plan) == []


@settings(CAREFULLY, max_examples=60)
@given(small_events(slots=5, meetings=3))
def test_the_fewest_breaks_are_certified_and_fewer_are_not(problem):
    fewest = fewest_breaks(problem)
    if fewest is None:
        return
    count, plan = fewest
    proven = certified(problem, plan, breaks_bound=count)
    assert (proven.breaks_certificate.kind, check(problem, proven)) == (CertificateKind.DRUP, [])
    forged = replace(proven.breaks_certificate, bound=count + 1)
    assert {each.rule for each in check(problem, replace(proven, breaks_certificate=forged))} == {"wrong_certificate"}
    assert certified(problem, plan, breaks_bound=count + 1).breaks_certificate.kind is CertificateKind.SOLVER_CLAIM


def everybody_meets_everybody():
    """Five people, ten meetings, five slots, two tables: one idle in each slot, so three wait in between."""
    pairs = list(combinations(range(1, 6), 2))
    rows = "|".join(f"{one},{other},3" for one, other in pairs)
    problem = parse_b2bsp(
        "nBusiness=5;nMeetings=10;nTables=2;nTotalSlots=5;nMorningSlots=2;forbidden=[{},{},{},{},{}];"
        f"requested=[|{rows}|];"
    )
    slots = [(one + other) % 5 for one, other in pairs]
    tables = [str(1 + slots[:number].count(slot)) for number, slot in enumerate(slots)]
    meetings = zip(problem.requests, slots, tables, strict=True)
    held = tuple(Assignment(each.id, slot, slot + 1, table, each.participants) for each, slot, table in meetings)
    return problem, Plan(held, value=10, breaks=3)


def test_a_proof_is_verified_as_a_whole_and_not_without_its_steps():
    problem, plan = everybody_meets_everybody()
    proven = certified(problem, plan, breaks_bound=3)
    certificate = proven.breaks_certificate
    assert (certificate.kind, check(problem, proven)) == (CertificateKind.DRUP, [])
    assert len(certificate.proof) > 2
    others = certificate.proof[1:]
    forged = {
        "without its steps": (),
        "cut short": certificate.proof[: len(certificate.proof) // 2],
        "a step made stronger": ("1 0", "2 0", *others),
        "a step that is no clause": ("what is not to be had", *others),
        "of a better bound": certificate.proof,
    }
    bounds = dict.fromkeys(forged, 3) | {"of a better bound": 4}
    for name, proof in forged.items():
        carried = replace(proven, breaks_certificate=replace(certificate, bound=bounds[name], proof=proof))
        assert [each.rule for each in check(problem, carried)] == ["wrong_certificate"], name


@settings(CAREFULLY, max_examples=60)
@given(small_weeks(parties=4, most=3, movable=False))
def test_the_clauses_never_forbid_a_plan_that_there_is(problem):
    try:
        plan = solve(problem, Stop(polish_moves=400)).plan
    except Infeasible:
        return
    requested = {each.id for each in problem.requests}
    held = [each.activity for each in plan.assignments if each.activity in requested]
    assert satisfiable(clauses_of(problem, held, plan.breaks))


def four_birds_in_three_holes():
    """Literal 3b + h + 1: bird b sits in hole h; each sits somewhere, no two in one hole."""
    seats = [[3 * bird + hole + 1 for hole in range(3)] for bird in range(4)]
    return seats + [[-one, -other] for hole in zip(*seats, strict=True) for one, other in combinations(hole, 2)]


BIRDS = four_birds_in_three_holes()


def test_a_refutation_is_verified_step_by_step():
    proof = refute(BIRDS, 100)
    assert first_flaw(BIRDS, proof) is None


FLAWED = {
    "no step at all": ([], 1),
    "a step that does not follow": (["1 0"], 1),
    "no contradiction at the end": (["-1 -5 -9 0"], 2),
    "the empty clause at once": (["0"], 1),
    "no end of the line": (["-1 -4"], 1),
    "no number": (["x 0"], 1),
    "a clause dropped that is needed": (["d 10 11 12 0", "-1 -5 -9 0"], 2),
}


@pytest.mark.parametrize("name", FLAWED)
def test_a_flaw_is_found_at_its_step(name):
    proof, step = FLAWED[name]
    assert first_flaw(BIRDS, proof) == step


LITERALS = st.sampled_from([-4, -3, -2, -1, 1, 2, 3, 4])


@settings(CAREFULLY, max_examples=400)
@given(
    st.lists(st.lists(LITERALS, min_size=1, max_size=3), max_size=14),
    st.lists(st.tuples(st.booleans(), st.lists(LITERALS, max_size=2)), max_size=12),
)
def test_no_steps_refute_what_can_be_satisfied(clauses, steps):
    proof = [" ".join([*("d" * drop), *map(str, literals), "0"]) for drop, literals in steps]
    values = product(*((-variable, variable) for variable in (1, 2, 3, 4)))
    can_be = any(all(set(clause) & set(world) for clause in clauses) for world in values)
    assert not (can_be and first_flaw(clauses, proof) is None)
    found = refute(clauses, 1000)
    assert (found is None) == can_be
    assert can_be or first_flaw(clauses, found) is None
