"""Conflicts where meetings follow each other, are fixed and meet absences, all at once."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from contactdays.planner import Cause, parse_b2bsp
from contactdays.planner.search.conflict import counting
from contactdays.planner.search.conflict.conflict import conflict_of
from contactdays.planner.search.conflict.core import core_of
from contactdays.planner.search.conflict.rules import rules_of
from contactdays.planner.search.ground.grid import lay_out

from .test_conflict import CAREFULLY, can_be, every_cause

SLOTS = 4


@st.composite
def tangled_events(draw):
    """Six meetings of four participants in four slots, most of them after others, a few fixed, few absences."""
    rows = "".join(f"|{one},{other},3" for one, other in draw(st.permutations([*combinations(range(1, 5), 2)])))
    place = draw(st.permutations(range(1, 7)))
    after = [draw(st.sets(st.sampled_from((0, *place[: place.index(each)])), max_size=2)) for each in range(1, 7)]
    fixed = [draw(st.sampled_from((*[0] * 12, *range(1, SLOTS + 1)))) for _ in after]
    forbidden = [draw(st.sets(st.integers(-5, SLOTS), max_size=1)) for _ in range(4)]
    absent = [{slot for slot in each if slot > 0} for each in forbidden]
    return event(f"[{rows}|]", [each - {0} for each in after], fixed, absent, tables=draw(st.integers(2, 6)))


def event(rows, after, fixed, forbidden, *, slots=SLOTS, tables=2):
    """A numbered problem without a second half of the day."""
    return parse_b2bsp(
        f"nBusiness={len(forbidden)};nMeetings={len(after)};nTables={tables};nTotalSlots={slots};"
        f"nMorningSlots={slots - 1};requested={rows};fixed={fixed};precedences={_sets(after)};"
        f"forbidden={_sets(forbidden)};"
    )


def _sets(sets):
    return "[" + ", ".join("{" + ", ".join(map(str, sorted(each))) + "}" for each in sets) + "]"


@settings(CAREFULLY, max_examples=300)
@given(tangled_events())
def test_a_tangled_conflict_is_one_by_itself_and_nothing_in_it_is_to_spare(problem):
    conflict = conflict_of(lay_out(problem))
    if conflict is None:
        assert can_be(problem, [each for each in every_cause(problem) if each.rule != "uneven_breaks"])
        return
    assert not can_be(problem, conflict.causes)
    for cause in conflict.causes:
        assert can_be(problem, [each for each in conflict.causes if each != cause]), cause


@settings(CAREFULLY, max_examples=300)
@given(tangled_events())
def test_what_counting_names_is_a_conflict_by_itself(problem):
    rules = rules_of(lay_out(problem))
    found = counting.refute(rules, range(len(rules.causes)))
    assert found is None or not can_be(problem, [rules.causes[each] for each in found])


def zigzag():
    """Meeting 4 is fixed in the first slot though it follows 3; 2 follows 3 as well, and 1.

    Nothing that comes before 1 or after it comes before 4 or after it.
    """
    rows = "[|1,2,3|1,3,3|2,3,3|1,4,3|]"
    return event(rows, [(), {1, 3}, (), {3}], [0, 0, 0, 1], [{5}, {1}, {4}, ()], slots=5)


def test_a_fixed_meeting_is_named_and_not_what_it_leaves_without_a_slot():
    assert set(conflict_of(lay_out(zigzag())).causes) == {
        Cause("missing_must", ("2", "3"), ("3",)),
        Cause("missing_must", ("1", "4"), ("4",)),
        Cause("broken_pin", (), ("4",), None, 0),
        Cause("precedence", (), ("3", "4")),
    }


def test_what_was_counted_amiss_is_proved_instead(monkeypatch):
    honest = counting.refute

    def amiss(rules, active):
        return None if honest(rules, active) is None else {rules.hold[0]}

    problem = zigzag()
    rules = rules_of(lay_out(problem))
    monkeypatch.setattr(counting, "refute", amiss)
    assert not can_be(problem, core_of(rules))
