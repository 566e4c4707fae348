"""Conflicts: named when there is no plan, and none of the causes to spare."""

from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactdays.planner import Cause, Infeasible, Pin, parse_b2bsp, solve
from contactdays.planner.search.conflict.conflict import conflict_in, conflict_of
from contactdays.planner.search.conflict.matching import too_many
from contactdays.planner.search.ground.grid import lay_out

from .small_events import small_events

CAREFULLY = settings(
    deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def event(**given):
    """Four participants in five slots with two tables, meetings as (participant, participant, half) rows."""
    keys = {"nBusiness": 4, "nTables": 2, "nTotalSlots": 5, "nMorningSlots": 2, "forbidden": "[{},{},{},{}]"} | given
    keys["nMeetings"] = str(keys["requested"]).count("|") - 1
    return parse_b2bsp("".join(f"{name} = {value};" for name, value in keys.items()))


def can_be(problem, causes):
    """Whether some starts keep everything that ``causes`` demand, other meetings held or not; by trying all.

    Other meetings can only help where they fill a break.
    """
    by_rule = {}
    for cause in causes:
        by_rule.setdefault(cause.rule, []).append(cause)
    must = {each.activities[0] for each in by_rule.get("missing_must", ())}
    slots = range(len(problem.slots))
    others = (None, *slots) if "uneven_breaks" in by_rule else (None,)
    worlds = product(*(slots if each.id in must else others for each in problem.requests))
    return any(_keeps(problem, by_rule, must, world) for world in worlds)


def _keeps(problem, by_rule, must, world):
    parties = {each.id: each for each in problem.participants}
    held = [(request, at) for request, at in zip(problem.requests, world, strict=True) if at is not None]
    requests, start = [request for request, _ in held], {request.id: at for request, at in held}
    for request in requests:
        at = start[request.id]
        for cause in by_rule.get("broken_pin", ()):
            if cause.activities == (request.id,) and at != cause.start:
                return False
        for cause in by_rule.get("outside_window", ()):
            if cause.activities == (request.id,) and not request.window.start <= at < request.window.end:
                return False
        for cause in by_rule.get("unavailable", ()):
            there = parties[cause.participants[0]].available
            if cause.participants[0] in request.participants and not any(each.start <= at < each.end for each in there):
                return False
    for cause in by_rule.get("double_booking", ()):
        if cause.participants:
            mine = [start[each.id] for each in requests if cause.participants[0] in each.participants]
            if len(set(mine)) < len(mine):
                return False
        elif max(map(list(start.values()).count, start.values()), default=0) > dict(cause.facts)["places"]:
            return False
    for cause in by_rule.get("precedence", ()):
        before, after = (start.get(each) for each in cause.activities)
        if cause.activities[0] in must and after is not None and before >= after:
            return False
    return "uneven_breaks" not in by_rule or _spread(parties, requests, start) <= problem.breaks_apart


def _spread(parties, requests, start):
    breaks = []
    for name in parties:
        busy = sorted({start[each.id] for each in requests if name in each.participants})
        breaks.append(sum(after - before > 1 for before, after in pairwise(busy)))
    return max(breaks) - min(breaks)


def every_cause(problem):
    """All that ``problem`` demands."""
    slots = len(problem.slots)
    found = [Cause("missing_must", each.participants, (each.id,)) for each in problem.requests]
    found += [Cause("broken_pin", (), (each.activity,), None, each.start) for each in problem.pins]
    found += [Cause("outside_window", (), (each.id,)) for each in problem.requests if each.window]
    found += [Cause("unavailable", (each.id,)) for each in problem.participants]
    found += [Cause("double_booking", (each.id,)) for each in problem.participants]
    found += [Cause("precedence", (), (name, each.id)) for each in problem.requests for name in each.after]
    assert slots
    return [*found, Cause("double_booking", facts=(("places", len(problem.places)),)), Cause("uneven_breaks")]


@settings(CAREFULLY, max_examples=200)
@given(small_events(slots=4, meetings=4))
def test_there_is_a_conflict_exactly_when_there_is_no_plan_and_nothing_in_it_is_to_spare(problem):
    conflict = conflict_of(lay_out(problem))
    assert (conflict is None) == can_be(problem, every_cause(problem))
    if conflict is not None:
        assert not can_be(problem, conflict.causes)
        for cause in conflict.causes:
            assert can_be(problem, [each for each in conflict.causes if each != cause]), cause
        assert conflict.rules == tuple(dict.fromkeys(each.rule for each in conflict.causes))


HOLD = {name: Cause("missing_must", parties, (name,)) for name, parties in {
    "1": ("1", "2"), "2": ("1", "3"), "3": ("1", "4"), "4": ("2", "3"), "5": ("2", "4"),
}.items()}  # fmt: skip
FIVE = "[|1,2,3|1,3,3|1,4,3|2,3,3|2,4,3|]"


def absent(name, slots):
    return Cause("unavailable", (name,), facts=(("slots", slots), ("slots_in_all", 5)))


def alone(name, *meetings):
    return Cause("double_booking", (name,), meetings)


CONFLICTS = {
    "more meetings than slots": (
        event(requested=FIVE, forbidden="[{1,2,3},{},{},{}]"),
        [HOLD["1"], HOLD["2"], HOLD["3"], absent("1", 2), alone("1", "1", "2", "3")],
    ),
    "never there together": (
        event(requested=FIVE, forbidden="[{},{1,2,3},{4,5},{}]"),
        [HOLD["4"], absent("2", 2), absent("3", 3)],
    ),
    "fixed where somebody is not": (
        event(requested=FIVE, forbidden="[{},{4},{},{}]", fixed="[0,0,0,4,0]"),
        [HOLD["4"], Cause("broken_pin", (), ("4",), None, 3), absent("2", 4)],
    ),
    "two fixed at once": (
        event(requested=FIVE, fixed="[2,2,0,0,0]"),
        [
            HOLD["1"], HOLD["2"], Cause("broken_pin", (), ("1",), None, 1), Cause("broken_pin", (), ("2",), None, 1),
            alone("1", "1", "2", "3"),
        ],
    ),
    "the morning after the afternoon": (
        event(requested="[|1,2,1|1,3,2|1,4,3|2,3,3|2,4,3|]", precedences="[{2},{},{},{},{}]"),
        [
            HOLD["1"], HOLD["2"],
            Cause("outside_window", (), ("1",), facts=(("window_start", 0), ("window_end", 2))),
            Cause("outside_window", (), ("2",), facts=(("window_start", 2), ("window_end", 5))),
            Cause("precedence", (), ("2", "1")),
        ],
    ),
    "a circle": (
        event(requested=FIVE, precedences="[{2},{3},{1},{1},{}]"),
        [
            HOLD["1"], HOLD["2"], HOLD["3"], Cause("precedence", (), ("2", "1")), Cause("precedence", (), ("3", "2")),
            Cause("precedence", (), ("1", "3")),
        ],
    ),
    "after itself": (
        event(requested=FIVE, precedences="[{},{2},{},{},{}]"),
        [HOLD["2"], Cause("precedence", (), ("2", "2"))],
    ),
    "a chain longer than the day": (
        event(requested="[|1,2,1|3,4,1|1,2,1|2,3,3|]", precedences="[{},{1},{2},{}]"),
        [
            HOLD["1"], Cause("missing_must", ("3", "4"), ("2",)), Cause("missing_must", ("1", "2"), ("3",)),
            Cause("outside_window", (), ("3",), facts=(("window_start", 0), ("window_end", 2))),
            Cause("precedence", (), ("1", "2")), Cause("precedence", (), ("2", "3")),
        ],
    ),
    "no table": (
        event(requested=FIVE, nTables=0),
        [HOLD["1"], Cause("double_booking", facts=(("places", 0),))],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CONFLICTS)
def test_the_conflict_is_named(name):
    problem, causes = CONFLICTS[name]
    conflict = conflict_of(lay_out(problem))
    assert sorted(conflict.causes) == sorted(causes)


def test_a_meeting_that_could_fill_a_break_is_said_to_lie_elsewhere():
    rows = "[|1,2,3|1,3,3|1,4,3|1,2,3|1,3,3|]"
    problem = event(requested=rows, nTotalSlots=8, fixed="[1,3,5,7,8]")
    told = conflict_of(lay_out(problem)).causes
    fixed = [cause.activities[0] for cause in told if cause.rule == "broken_pin"]
    must = [cause.activities[0] for cause in told if cause.rule == "missing_must"]
    assert (must, fixed, told[-1].rule) == (["1", "2", "3", "4"], ["1", "2", "3", "4", "5"], "uneven_breaks")
    assert conflict_of(lay_out(replace(problem, pins=problem.pins[:4]))) is None


def test_breaks_that_cannot_be_spread_evenly_are_a_conflict():
    rows = "[|1,2,3|1,2,3|1,2,3|1,2,3|]"
    problem = event(requested=rows, nTotalSlots=7, fixed="[1,3,5,7]")
    conflict = conflict_of(lay_out(problem))
    assert set(conflict.rules) == {"missing_must", "broken_pin", "uneven_breaks"}
    assert conflict_of(lay_out(replace(problem, breaks_apart=3))) is None


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_search_ends_with_the_conflict(name):
    problem, causes = CONFLICTS[name]
    with pytest.raises(Infeasible) as refusal:
        solve(problem)
    assert sorted(refusal.value.causes) == sorted(causes)


def test_what_is_not_so_simple_is_left_to_others():
    problem = event(requested=FIVE, forbidden="[{1,2,3},{},{},{}]")
    grid = lay_out(replace(problem, pins=(Pin("1", None, "1"),)))
    assert conflict_of(grid) is None
    known = conflict_in(grid)
    assert (known.rules, sorted(known.activities)) == (("missing_must", "broken_pin"), ["1", "2", "3", "4", "5"])


@settings(CAREFULLY, max_examples=300)
@given(st.lists(st.integers(0, 15), max_size=6), st.integers(1, 2))
def test_too_many_are_found_exactly_when_no_slots_can_be_given(options, room):
    slots = [[slot for slot in range(4) if mask >> slot & 1] for mask in options]
    fit = any(max(map(given.count, given), default=0) <= room for given in product(*slots))
    bad = too_many(options, room)
    assert (bad == []) == fit
    reached = {slot for item in bad for slot in slots[item]}
    assert not bad or len(bad) > room * len(reached)
