"""The fewest breaks: proven, refuted, and told on the way."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from contactdays.planner.search.held.clauses import Label
from contactdays.planner.search.held.fewest import Found, ascend
from contactdays.planner.search.held.pigeonholes import without_room
from contactdays.planner.search.held.rivals import fewest_breaks
from contactdays.planner.search.held.roster import Choice, Limit, Precedence, Roster

from .small_rosters import breaks, fewest_by_trying, small_rosters


def facts(roster, found):
    """What can be said of ``found``: the breaks its plan really has, or None when there is no plan."""
    assert found.closed
    if found.refuted:
        return None
    assert sum(breaks(roster, found.chosen)) == found.breaks
    return found.breaks


@pytest.mark.parametrize("lazy", [True, False])
@settings(deadline=None, max_examples=150)
@given(small_rosters())
def test_the_last_word_is_the_fewest_breaks_found_by_trying_everything(lazy, roster):
    *_, last = ascend(roster, Found(), lazy=lazy)
    assert facts(roster, last) == fewest_by_trying(roster)


@settings(deadline=None, max_examples=100)
@given(small_rosters())
def test_every_word_is_better_than_the_one_before_and_no_bound_exceeds_the_fewest(roster):
    words = list(ascend(roster, Found(), lazy=False))
    fewest = fewest_by_trying(roster)
    assert all(one.and_also(other) == other != one for one, other in pairwise(words) if not other.refuted)
    assert all(word.bound <= fewest for word in words if fewest is not None)


@settings(deadline=None, max_examples=200)
@given(small_rosters())
def test_what_has_no_room_cannot_be_held(roster):
    assert without_room(roster) is None or fewest_by_trying(roster) is None


def day(*starts, slots, tables, people=9, precedences=()):
    """Meetings of one slot each at any of their starts; nobody twice."""
    parties = tuple((2 * number % people, (2 * number + 1) % people) for number in range(len(starts)))
    choices = tuple(Choice(number, t, t, t, t + 1) for number, each in enumerate(starts) for t in each)
    there = [tuple(n for n, choice in enumerate(choices) if choice.first == t) for t in range(slots)]
    limits = tuple(Limit("double_booking", each, tables, (1,) * len(each)) for each in there if each)
    return Roster((range(slots),), (0,) * people, parties, choices, limits, precedences)


def test_more_meetings_than_tables_are_named():
    assert without_room(day({0}, {0, 1}, {1}, slots=3, tables=1)) == Label("double_booking", (0, 1, 2))
    assert without_room(day({0}, {0, 1}, {2}, slots=3, tables=1)) is None


def test_more_meetings_than_slots_are_named_with_their_participant():
    crowded = day({0}, {0, 1}, {1}, slots=3, tables=3, people=2)
    assert without_room(crowded) == Label("double_booking", (0, 1, 2), (0,))


def test_precedences_in_a_circle_are_refuted():
    circle = (Precedence(0, 1), Precedence(1, 2), Precedence(2, 0))
    assert fewest_breaks(day(range(4), range(4), range(4), slots=4, tables=4, precedences=circle), processes=1).refuted


def test_a_precedence_keeps_its_order():
    chain = (Precedence(2, 1), Precedence(1, 0))
    roster = day(range(3), range(3), range(3), slots=3, tables=3, precedences=chain)
    chosen = fewest_breaks(roster, processes=1).chosen
    assert [roster.choices[number].start for number in chosen] == [2, 1, 0]


@pytest.mark.parametrize("tables", [1, 2])
def test_two_processes_find_what_one_finds(tables):
    """Three meetings of participant 0, pressed apart by what stands in between."""
    starts = ({0}, {1, 2}, {4})
    roster = day(*starts, slots=5, tables=tables, people=2)
    heard = []
    raced = fewest_breaks(roster, told=heard.append)
    assert heard[-1] == raced
    assert facts(roster, raced) == facts(roster, fewest_breaks(roster, processes=1)) == 2


def test_the_same_roster_gives_the_same_plan():
    roster = day(*[range(6)] * 8, slots=6, tables=2, people=7)
    assert fewest_breaks(roster, processes=1) == fewest_breaks(roster, processes=1)


def test_what_is_known_before_is_not_asked_again():
    roster = day(range(2), slots=2, tables=1)
    known = Found((0,), 0, 0)
    heard = []
    assert fewest_breaks(roster, known, told=heard.append) == known
    assert heard == []


def test_an_impatient_caller_gets_the_best_so_far():
    roster = day(range(2), slots=2, tables=1)
    known = Found((0,), 1, 0)
    assert fewest_breaks(roster, known, cancelled=lambda: True) == known
