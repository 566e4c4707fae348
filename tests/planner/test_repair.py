"""What happens to a plan that people know when something comes in between."""

from dataclasses import replace

import pytest

from contactdays.planner import (
    Absence,
    Assignment,
    Change,
    Closure,
    Differences,
    Infeasible,
    Interval,
    InvalidChange,
    Moved,
    NoShow,
    Participant,
    Pin,
    Place,
    Plan,
    Policy,
    Problem,
    Ranking,
    Request,
    Round,
    Seat,
    Session,
    SessionMove,
    Slot,
    Spared,
    Stop,
    StoppedEarly,
    Table,
    Wish,
    apply,
    check,
    replan,
)

DAY = (Interval(0, 400),)
STARTS = {60: 0, 80: 0, 200: 1}


def person(name, **fields):
    return Participant(name, DAY, DAY, **fields)


def meeting(name, start, place):
    return Assignment(name, start, start + 20, place, tuple(name))


PROBLEM = Problem(
    origin="2026-02-01T23:00:00+00:00",
    participants=(person("a", cap=2), person("b"), person("c"), person("d")),
    slots=tuple(Slot(start, start + 20, half) for start, half in STARTS.items()),
    places=(
        Place("t1", 2, "palace", DAY, True),
        Place("t2", 2, "palace", DAY, True),
        Place("forum", 9, "palace", DAY),
    ),
    sessions=(Session("plenary", 150, 180, "forum", ("a", "b")),),
    requests=tuple(
        Request(name, tuple(name), 20, weight)
        for name, weight in (("ab", 5), ("cd", 4), ("ac", 3), ("bd", 2), ("ad", 1))
    ),
)
"""Two tables; ``ad`` waits, because ``a`` has had its two meetings."""

AB, CD, AC, BD = meeting("ab", 60, "t1"), meeting("cd", 60, "t2"), meeting("ac", 80, "t1"), meeting("bd", 80, "t2")
PLENARY = Assignment("plenary", 150, 180, "forum", ("a", "b"))
PLAN = Plan((AB, CD, AC, BD, PLENARY), 14)
AB_LATE, AD_LATE = meeting("ab", 200, "t1"), meeting("ad", 200, "t1")


def first(change, policy=Policy.KEEP, *, problem=PROBLEM, plan=PLAN):
    """The policy's own option, accepted by the checker."""
    assert check(problem, plan) == []
    repair = replan(problem, plan, change, policy)
    assert [check(repair.problem, each.plan) for each in repair.options] == [[]] * len(repair.options)
    assert repair.options[0].proven
    return repair.options[0]


def moved(before, **fields):
    return Moved(before, replace(before, **fields))


EVENTS = {
    "nothing": (Change(0), Differences()),
    "withdrawn": (
        Change(0, withdrawn=("ac",)),
        Differences(dropped=(AC,), added=(AD_LATE,), told=("a", "c", "d")),
    ),
    "no-show": (
        Change(80, no_shows=(NoShow("c", "ac"),)),
        Differences(dropped=(AC,), added=(AD_LATE,), told=("a", "c", "d")),
    ),
    "gone": (
        Change(80, no_shows=(NoShow("b", start=80),)),
        Differences(dropped=(BD,), told=("b", "d")),
    ),
    "late": (Change(0, absences=(Absence("b", end=75),)), Differences(moved=(Moved(AB, AB_LATE),), told=("a", "b"))),
    "recalled": (
        Change(70, absences=(Absence("c", 80),)),
        Differences(dropped=(AC,), added=(AD_LATE,), told=("a", "c", "d")),
    ),
    "place lost": (
        Change(0, closures=(Closure("t1", 60, 80),)),
        Differences(moved=(Moved(AB, AB_LATE),), told=("a", "b")),
    ),
    "place lost, another free": (
        Change(0, closures=(Closure("t1", 80, 100),), withdrawn=("bd", "ad")),
        Differences(rehoused=(moved(AC, place="t2"),), dropped=(BD,), told=("a", "b", "c", "d")),
    ),
    "session moved": (
        Change(0, session_moves=(SessionMove("plenary", start=50),)),
        Differences(moved=(moved(PLENARY, start=50, end=80), Moved(AB, AB_LATE)), told=("a", "b")),
    ),
    "session lengthened": (
        Change(160, session_moves=(SessionMove("plenary", end=210),)),
        Differences(moved=(moved(PLENARY, end=210),), told=("a", "b")),
    ),
    "session elsewhere": (
        Change(0, session_moves=(SessionMove("plenary", place="t1"),)),
        Differences(rehoused=(moved(PLENARY, place="t1"),), told=("a", "b")),
    ),
    "new session": (
        Change(0, new_sessions=(Session("tea", 80, 100, None, ("d",)),)),
        Differences(
            moved=(moved(BD, start=200, end=220),),
            added=(Assignment("tea", 80, 100, None, ("d",)),),
            told=("b", "d"),
        ),
    ),
    "new request": (
        Change(0, new_requests=(Request("bc", ("b", "c"), 20, 9),)),
        Differences(added=(meeting("bc", 200, "t1"),), told=("b", "c")),
    ),
}


@pytest.mark.parametrize("event", EVENTS)
def test_each_event_changes_no_more_than_it_must(event):
    change, expected = EVENTS[event]
    option = first(change)

    assert (option.differences, option.disturbed) == (expected, ())


def test_an_affected_meeting_stays_at_its_time_where_it_can():
    spare = Place("t3", 2, "palace", DAY, True)
    problem = replace(PROBLEM, places=(*PROBLEM.places, spare))

    option = first(Change(0, closures=(Closure("t1"),)), problem=problem)

    assert option.differences == Differences(
        rehoused=(moved(AB, place="t3"), moved(AC, place="t3")), told=("a", "b", "c")
    )


def test_keep_drops_no_unaffected_meeting_and_value_drops_the_cheapest():
    lost = Change(0, closures=(Closure("t1"),))

    kept, worth = first(lost), first(lost, Policy.VALUE)

    assert (kept.value, kept.disturbed, kept.differences.dropped) == (11, (), (AC,))
    assert (worth.value, worth.disturbed, worth.differences.dropped) == (12, ("bd",), (BD,))


def test_what_is_past_or_frozen_is_pinned_and_nothing_new_starts_before():
    changed = apply(PROBLEM, PLAN, Change(70, frozen=("bd",), frozen_until=75))

    assert changed.published == PLAN.assignments
    assert changed.pins == (Pin("ab", 60, "t1"), Pin("bd", 80, "t2"), Pin("cd", 60, "t2"))
    assert {each.id: each.window for each in changed.requests} == {
        "ab": None,
        "cd": None,
        "ac": Interval(75, 220),
        "bd": None,
        "ad": Interval(75, 220),
    }


def test_a_place_that_is_lost_is_lost_with_its_parts():
    parts = tuple(replace(each, part_of="forum") if each.id == "t1" else each for each in PROBLEM.places)
    changed = apply(replace(PROBLEM, places=parts), PLAN, Change(100, closures=(Closure("forum", 190),)))

    assert {each.id: each.open for each in changed.places} == {
        "t1": (Interval(0, 190),),
        "t2": DAY,
        "forum": (Interval(0, 190),),
    }


def rank(people, weight):
    return tuple(replace(each, weight=weight) if each.id in people else each for each in PROBLEM.participants)


PRESSING = Change(0, new_requests=(Request("ef", ("e", "f"), 20, 1, Wish.MUST),))
"""Two who are there at 60 only, when both tables are taken; ``ce`` stands where ``cd`` could go."""

SENIOR = replace(
    PROBLEM,
    participants=(
        *rank("ab", 5),
        *(Participant(name, (Interval(60, 80),), DAY) for name in "ef"),
        person("g"),
    ),
    requests=(Request("ab", ("a", "b"), 20, 5), Request("cd", ("c", "d"), 20, 4), Request("cg", ("c", "g"), 20, 4)),
)
HELD = Plan((AB, CD, meeting("cg", 200, "t1"), PLENARY), 13)


def test_seniority_moves_two_juniors_before_a_senior():
    d_until_four = tuple(
        replace(each, available=(Interval(0, 80), Interval(190, 400))) if each.id == "d" else each
        for each in SENIOR.participants
    )
    repair = replan(replace(SENIOR, participants=d_until_four), HELD, PRESSING)

    assert [(each.spares, each.value, each.disturbed, each.disturbance, each.proven) for each in repair.options] == [
        (Spared.VALUE, 14, ("ab",), 1, True),
        (Spared.SENIORITY, 14, ("cd", "cg"), 4, True),
    ]


def test_people_are_spared_before_value_in_an_option_of_its_own():
    bc = Request("bc", ("b", "c"), 20, 9, window=Interval(60, 80))

    repair = replan(PROBLEM, PLAN, Change(0, new_requests=(bc,)), Policy.VALUE)

    assert [(each.spares, each.value, len(each.disturbed)) for each in repair.options] == [
        (Spared.VALUE, 23, 2),
        (Spared.PEOPLE, 14, 0),
    ]


def test_the_first_answer_comes_before_the_proven_one():
    told = []

    repair = replan(PROBLEM, PLAN, EVENTS["late"][0], on_progress=told.append)

    figures = [[(option.value, option.bound, option.proven) for option in each.options] for each in told]
    assert figures == [[(14, 15, False)], [(14, 14, False)], [(14, 14, True)]]
    assert told[0].options[0].differences == told[-1].options[0].differences
    assert told[-1] == repair


def test_a_search_that_is_cancelled_gives_the_first_answer():
    repair = replan(PROBLEM, PLAN, EVENTS["late"][0], stop=Stop(cancelled=lambda: True))

    assert [(each.differences, each.proven) for each in repair.options] == [(EVENTS["late"][1], False)]


def infeasible(change, problem=PROBLEM, plan=PLAN):
    with pytest.raises(Infeasible) as refusal:
        replan(problem, plan, change)
    return refusal.value.rules, refusal.value.activities


def test_what_cannot_stand_is_named():
    must = tuple(replace(each, wish=Wish.MUST) if each.id == "ac" else each for each in PROBLEM.requests)
    lost = Change(0, closures=(Closure("t1"),), frozen=("cd", "bd", "ab"))

    assert infeasible(Change(0, frozen=("ab",), absences=(Absence("b", end=75),))) == (("unavailable",), ("ab",))
    assert infeasible(Change(0, closures=(Closure("forum"),))) == (("closed_place",), ("plenary",))
    assert infeasible(lost) == (("closed_place",), ("ab",))
    rules, activities = infeasible(Change(0, absences=(Absence("c"),)), replace(PROBLEM, requests=must))
    assert (rules[0], activities) == ("missing_must", ("ac",))


def test_a_must_that_can_only_lie_in_the_past_is_named():
    must = replace(PROBLEM, requests=(*PROBLEM.requests, Request("bc", ("b", "c"), 20, 1, Wish.MUST, Interval(0, 220))))
    plan = Plan((*PLAN.assignments, meeting("bc", 200, "t1")), 15)
    late = Change(230, new_requests=(Request("cb", ("c", "b"), 20, 1, Wish.MUST),))

    assert infeasible(late, must, plan) == (("outside_window", "missing_must"), ("cb",))


def test_a_large_week_is_repaired_around_what_stays_and_not_called_proven(monkeypatch):
    monkeypatch.setattr("contactdays.planner.repair.board.MOST_CELLS", 0)

    repair = replan(PROBLEM, PLAN, Change(0, closures=(Closure("t1"),)), Policy.VALUE)

    (option,) = repair.options
    assert check(repair.problem, option.plan) == []
    assert (option.value, option.disturbed, option.proven) == (11, (), False)
    assert option.bound >= 12
    with pytest.raises(StoppedEarly):
        replan(SENIOR, HELD, PRESSING)


def test_breaks_that_no_repair_can_make_even_are_refused():
    must = tuple(replace(each, wish=Wish.MUST) if each.id == "bd" else each for each in PROBLEM.requests)
    slots = tuple(Slot(start, start + 20, 0) for start in (60, 80, 100))
    problem = replace(PROBLEM, slots=slots, sessions=(), requests=must, breaks_apart=0)
    plan = Plan((AB, CD, AC, BD), 14)
    late = Change(0, absences=(Absence("b", 60, 100),), frozen=("cd", "ac"))

    assert check(problem, plan) == []
    with pytest.raises((StoppedEarly, Infeasible)):
        replan(problem, plan, late)


def test_a_first_answer_makes_room_for_a_must():
    told = []

    replan(SENIOR, HELD, PRESSING, on_progress=told.append)

    assert [(option.proven, option.disturbed) for option in told[0].options] == [(False, ("cd",))]


def test_people_who_leave_free_their_seats_and_the_round_is_seated_anew_where_it_must():
    tables = (Table("red", 2, 1), Table("blue", 2, 1))
    problem = replace(
        PROBLEM,
        sessions=(Session("plenary", 150, 180, "forum", ("a", "b", "c", "d")),),
        rounds=(Round("plenary", tables, (Ranking("a", ("red",)), Ranking("c", ("blue",)))),),
    )
    seated = (("blue", "c"), ("blue", "d"), ("red", "a"), ("red", "b"))
    seats = tuple(Seat("plenary", table, name) for table, name in seated)
    plenary = replace(PLENARY, participants=("a", "b", "c", "d"))
    plan = Plan((AB, CD, AC, BD, plenary), 14, seats=seats)
    stay = first(Change(120, absences=(Absence("d"),)), problem=problem, plan=plan)
    shift = first(Change(120, absences=(Absence("c"), Absence("d"))), problem=problem, plan=plan)

    assert stay.plan.seats == tuple(each for each in seats if each.participant != "d")
    assert {each.table for each in shift.plan.seats} == {"red", "blue"}
    assert len(shift.plan.seats) == 2


def test_a_movable_session_stays_where_it_is_published_or_goes_to_the_nearest_time():
    tea = Session("tea", 80, 100, "forum", ("d",), starts=(120, 300))
    problem = replace(PROBLEM, sessions=(*PROBLEM.sessions, tea), requests=PROBLEM.requests[:2])
    plan = Plan((AB, CD, PLENARY, Assignment("tea", 120, 140, "forum", ("d",))), 9)

    assert first(Change(0), problem=problem, plan=plan).differences == Differences()
    away = first(Change(0, absences=(Absence("a", 120, 140),)), problem=problem, plan=plan)
    lost = first(Change(0, closures=(Closure("forum", 110, 145),)), problem=problem, plan=plan)
    assert away.differences == Differences()
    assert lost.differences == Differences(moved=(moved(plan.assignments[2], start=80, end=100),), told=("d",))


CONTRADICTIONS = {
    ("unknown_id", "absences[0]"): Change(0, absences=(Absence("x"),)),
    ("unknown_id", "no_shows[0]"): Change(0, no_shows=(NoShow("x", start=5),)),
    ("unknown_id", "closures[1]"): Change(0, closures=(Closure("t1", 300), Closure("x"))),
    ("unknown_id", "session_moves[0]"): Change(0, session_moves=(SessionMove("x", 10),)),
    ("unknown_id", "session_moves[0].place"): Change(0, session_moves=(SessionMove("plenary", place="x"),)),
    ("unknown_id", "withdrawn[0]"): Change(0, withdrawn=("x",)),
    ("unknown_id", "request ax"): Change(0, new_requests=(Request("ax", ("a", "x"), 20, 1),)),
    ("unknown_id", "session tea"): Change(0, new_sessions=(Session("tea", 10, 20, "x"),)),
    ("duplicate_id", "new_requests[0]"): Change(0, new_requests=(Request("plenary", ("a", "b"), 20, 1),)),
    ("duplicate_id", "new_sessions[0]"): Change(0, new_sessions=(Session("ab", 10, 20),)),
    ("not_held", "frozen[0]"): Change(0, frozen=("ad",)),
    ("not_held", "no_shows[0]"): Change(0, no_shows=(NoShow("a", "ad"),)),
    ("does_not_attend", "no_shows[0]"): Change(0, no_shows=(NoShow("d", "ab"),)),
    ("against_past", "change"): Change(70, withdrawn=("ab",)),
    ("against_past", "session_moves[0]"): Change(160, session_moves=(SessionMove("plenary", 170),)),
    ("against_frozen", "change"): Change(0, frozen=("ab",), withdrawn=("ab",)),
    ("against_frozen", "session_moves[0]"): Change(0, frozen_until=160, session_moves=(SessionMove("plenary", 170),)),
    ("empty_interval", "session_moves[0]"): Change(0, session_moves=(SessionMove("plenary", end=150),)),
}


@pytest.mark.parametrize("told", CONTRADICTIONS, ids="-".join)
def test_a_change_that_contradicts_what_it_is_about_is_refused_with_its_place(told):
    with pytest.raises(InvalidChange) as refusal:
        replan(PROBLEM, PLAN, CONTRADICTIONS[told])
    assert (refusal.value.code, refusal.value.where) == told


@pytest.mark.parametrize(
    "change",
    [
        Change(70, no_shows=(NoShow("b", "ab"),)),
        Change(70, absences=(Absence("b", 75),)),
        Change(70, closures=(Closure("t1"),)),
    ],
)
def test_a_meeting_that_has_begun_cannot_be_touched(change):
    with pytest.raises(InvalidChange) as refusal:
        apply(PROBLEM, PLAN, change)
    assert (refusal.value.code, refusal.value.facts["activity"]) == ("against_past", "ab")
