"""The causes of a reason bar every way to hold the request, none to spare; its relaxations let it be held."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from contactdays.planner import (
    Assignment,
    Cause,
    Interval,
    InvalidPlan,
    InvalidProblem,
    Place,
    Plan,
    Relaxation,
    Remedy,
    Request,
    Step,
    Wish,
    check,
    explain,
    explanations,
    reasons,
)

from .every_plan import every_plan, still
from .known_week import BUS, MILL, PLAN, PLENARY, PORT, PROBLEM, party, problem_with
from .small_weeks import small_weeks

CAREFULLY = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@st.composite
def planned_weeks(draw):
    """A small problem and one of its plans, good or bad."""
    problem = still(draw(small_weeks(parties=4, most=3)))
    plans = every_plan(problem)
    assume(plans)
    plan = plans[draw(st.integers(0, len(plans) - 1))]
    return problem, replace(plan, value=value_of(problem, plan))


def value_of(problem, plan):
    held = {each.activity for each in plan.assignments}
    return sum(each.weight for each in problem.requests if each.id in held)


def ways(problem, request):
    """Every slot whose half-day is long enough, in every place where meetings may be held."""
    closing = {}
    for slot in problem.slots:
        closing[slot.half_day] = max(slot.end, closing.get(slot.half_day, 0))
    for slot in problem.slots:
        end = slot.start + request.duration
        for place in problem.places:
            if end <= closing[slot.half_day] and place.meetings:
                yield Assignment(request.id, slot.start, end, place.id, request.participants)


def broken_by(problem, plan, meeting):
    """What ``meeting`` breaks in ``plan`` besides the value claimed."""
    breaches = check(problem, replace(plan, assignments=(*plan.assignments, meeting)))
    return [each for each in breaches if each.rule != "wrong_value"]


ABOUT_ROOM = {"double_booking", "closed_place", "capacity", "wrong_place"}


def is_told(cause, breach, meeting, buildings):
    """Whether ``cause`` is what ``breach`` is about."""
    facts = dict(cause.facts)
    if not cause.participants and "building" in facts:
        same = (facts["building"], cause.start) == (buildings[meeting.place], meeting.start)
        return same and breach.rule in ABOUT_ROOM and not (breach.rule == "double_booking" and breach.participants)
    if cause.rule != breach.rule or not set(cause.participants) <= set(breach.participants or cause.participants):
        return False
    if cause.rule in ("unavailable", "vacancy", "cap_per_day"):
        begins = -1 if cause.start is None else cause.start
        reached = meeting.start if cause.rule == "cap_per_day" else meeting.end - 1
        return begins <= reached and meeting.start < facts.get("until", 10**6)
    return cause.rule == "cap" or set(cause.activities) <= set(breach.activities)


@settings(CAREFULLY, max_examples=45)
@given(planned_weeks())
def test_every_way_is_barred_and_no_cause_is_to_spare(week):
    problem, plan = week
    buildings = {each.id: each.building for each in problem.places}
    for reason in explanations(problem, plan):
        request = next(each for each in problem.requests if each.id == reason.request)
        barred = []
        for meeting in ways(problem, request):
            breaches = broken_by(problem, plan, meeting)
            told = [c for c in reason.causes if any(is_told(c, each, meeting, buildings) for each in breaches)]
            assert not reason.causes or (breaches and told), (reason, meeting, breaches)
            barred.append((told, breaches))
        if not barred:
            assert len(reason.causes) == 1
            continue
        if not reason.causes:
            assert any(not breaches for _, breaches in barred)
        for cause in reason.causes:
            assert any(told == [cause] for told, _ in barred), (reason, cause)


def granted(problem, plan, request, relaxation):
    """The problem and plan with all steps of ``relaxation``, the request not yet held."""
    for step in relaxation.steps:
        problem, plan = GRANTS[step.remedy](problem, plan, step, request)
    return problem, plan


def with_participant(problem, plan, step, change):
    parties = tuple(change(each) if each.id == step.participant else each for each in problem.participants)
    return replace(problem, participants=parties), plan


def with_request(problem, plan, step, **fields):
    requests = tuple(replace(each, **fields) if each.id == step.activity else each for each in problem.requests)
    return replace(problem, requests=requests), plan


def without_attendee(problem, plan, step):
    def left(names):
        return tuple(each for each in names if each != step.participant)

    sessions = tuple(
        replace(each, attendees=left(each.attendees)) if each.id == step.activity else each for each in problem.sessions
    )
    assignments = tuple(
        replace(each, participants=left(each.participants)) if each.activity == step.activity else each
        for each in plan.assignments
    )
    return replace(problem, sessions=sessions), replace(plan, assignments=assignments)


def with_place(problem, plan, step, request):
    room = Place("extra", 9, step.place, (Interval(step.start, step.end),), True, kind=request.place_kind or "")
    return replace(problem, places=(*problem.places, room)), plan


GRANTS = {
    Remedy.DROP: lambda problem, plan, step, request: (
        problem,
        replace(plan, assignments=tuple(each for each in plan.assignments if each.activity != step.activity)),
    ),
    Remedy.EXTEND: lambda problem, plan, step, request: with_participant(
        problem, plan, step, lambda each: replace(each, available=(*each.available, Interval(step.start, step.end)))
    ),
    Remedy.FILL_POST: lambda problem, plan, step, request: with_participant(
        problem, plan, step, lambda each: replace(each, in_office=(*each.in_office, Interval(step.start, step.end)))
    ),
    Remedy.RAISE_CAP: lambda problem, plan, step, request: with_participant(
        problem, plan, step, lambda each: replace(each, cap=each.cap + 1)
    ),
    Remedy.RAISE_CAP_PER_DAY: lambda problem, plan, step, request: with_participant(
        problem, plan, step, lambda each: replace(each, cap_per_day=each.cap_per_day + 1)
    ),
    Remedy.RELEASE: lambda problem, plan, step, request: without_attendee(problem, plan, step),
    Remedy.ADD_PLACE: with_place,
    Remedy.WIDEN_WINDOW: lambda problem, plan, step, request: with_request(
        problem, plan, step, window=Interval(step.start, step.end)
    ),
    Remedy.ALLOW: lambda problem, plan, step, request: with_request(problem, plan, step, wish=Wish.WANT),
}


@settings(CAREFULLY, max_examples=45)
@given(planned_weeks())
def test_with_all_steps_the_request_can_be_held_for_the_loss_told(week):
    problem, plan = week
    for reason in explanations(problem, plan):
        request = next(each for each in problem.requests if each.id == reason.request)
        for relaxation in reason.relaxations:
            eased, kept = granted(problem, plan, request, relaxation)
            eased = replace(eased, published=())
            held = [
                Assignment(
                    request.id, relaxation.start, relaxation.start + request.duration, place.id, request.participants
                )
                for place in eased.places
                if relaxation.place in (None, place.id)
            ]
            plans = [replace(kept, assignments=(*kept.assignments, each), value=0) for each in held]
            plans = [replace(each, value=value_of(eased, each)) for each in plans]
            good = [each for each in plans if not check(eased, each)]
            assert good, (relaxation, [check(eased, each) for each in plans], plan.assignments)
            assert relaxation.loss == plan.value - good[0].value


@settings(CAREFULLY, max_examples=45)
@given(planned_weeks())
def test_no_plan_that_holds_the_request_loses_less_than_is_told(week):
    problem, plan = week
    plans = every_plan(problem)
    for reason in reasons(problem, plan):
        for relaxation in explain(problem, plan, reason.request).relaxations:
            holding = [
                value_of(problem, each)
                for each in plans
                if any(meeting.activity == reason.request for meeting in each.assignments)
            ]
            if relaxation.least is not None:
                assert relaxation.least <= relaxation.loss
                assert all(plan.value - value >= relaxation.least for value in holding)


def test_a_cap_that_is_reached_bars_every_way():
    problem = problem_with(party("port", cap=1))
    reason = explain(problem, PLAN, "of others")
    assert reason.causes == (Cause("cap", ("port",), facts=(("cap", 1), ("meetings", 1))),)
    assert reason.relaxations == (Relaxation((Step(Remedy.RAISE_CAP, "port"),), -1, 60, "table 2"),)


def test_absence_and_a_meeting_together_bar_every_way():
    problem = problem_with(party("bank", available=(Interval(80, 215),)), party("port", available=(Interval(0, 95),)))
    reason = explain(problem, PLAN, "of others")
    assert reason.causes == (
        Cause("unavailable", ("bank",), facts=(("until", 80),)),
        Cause("unavailable", ("port",), start=95),
        Cause("double_booking", ("port",), ("with port",), "table 2", 80, (("until", 95),)),
    )
    assert reason.relaxations == (Relaxation((Step(Remedy.EXTEND, "bank", start=60, end=75),), -1, 60, "table 2"),)


def test_tables_that_are_all_taken_bar_a_start():
    places = tuple(each for each in PROBLEM.places if each.id not in ("loft", "table 2"))
    problem = problem_with(party("port", available=(Interval(60, 80),)), places=places, pins=())
    reason = explain(problem, Plan((MILL, PLENARY, BUS), 5), "of others")
    room = (("building", "palace"), ("closed", 0), ("taken", 1), ("until", 75))
    assert reason.causes == (
        Cause("unavailable", ("port",), start=80),
        Cause("double_booking", start=60, facts=room),
    )
    assert reason.relaxations == (Relaxation((Step(Remedy.ADD_PLACE, place="palace", start=60, end=75),), -1, 60),)


def test_what_nothing_bars_has_no_cause_and_gains_its_weight():
    reason = explain(PROBLEM, PLAN, "of others")
    assert (reason.causes, reason.relaxations) == ((), (Relaxation((), -1, 60, "table 2", -1),))


def test_the_first_causes_are_those_of_the_quick_answer():
    told = tuple(replace(each, causes=(), relaxations=()) for each in explanations(PROBLEM, PLAN))
    assert told == reasons(PROBLEM, PLAN)


def test_only_what_is_asked_and_not_held_can_be_explained():
    with pytest.raises(InvalidProblem) as unknown:
        explain(PROBLEM, PLAN, "nobody's")
    with pytest.raises(InvalidPlan) as held:
        explain(PROBLEM, PLAN, PORT.activity)
    assert [unknown.value.code, held.value.code] == ["unknown_id", "already_held"]


def test_a_request_longer_than_every_half_day_and_one_with_nowhere_to_meet_say_so():
    long = problem_with(Request("of others", ("port", "bank"), 90, 1))
    (told,) = [each for each in explanations(long, PLAN) if each.request == "of others"]
    facts = (("duration", 90), ("longest", 60))
    assert told.causes == (Cause("outside_window", (), ("of others",), facts=facts),)

    nowhere = problem_with(places=tuple(replace(each, meetings=False) for each in PROBLEM.places))
    (told,) = [each for each in explanations(nowhere, Plan()) if each.request == "of others"]
    assert told.causes == (Cause("wrong_place", (), ("of others",)),)
