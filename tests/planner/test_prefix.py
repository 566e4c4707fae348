"""The prefix model against trying everything."""

import pytest
from hypothesis import given, settings
from pysat.solvers import Solver

from contactdays.planner.search.held.counting import summed
from contactdays.planner.search.held.prefix import encode
from contactdays.planner.search.held.roster import Choice, Roster

from .small_rosters import breaks, fewest_by_trying, small_rosters


def fewest(roster, *, implied=True):
    """The fewest breaks by the encoding, one bound after the other."""
    encoding = encode(roster, implied=implied)
    total = summed(encoding.clauses, encoding.breaks)
    with Solver("cadical195", bootstrap_with=encoding.clauses.clauses) as solver:
        for most in range(len(total) + 1):
            if solver.solve([-literal for literal in total[most:]]):
                model = set(solver.get_model())
                chosen = [number for number, literal in enumerate(encoding.taken) if literal in model]
                counted = [sum(literal in model for literal in count) for count in encoding.breaks]
                assert breaks(roster, chosen) == counted
                return most
    return None


@pytest.mark.parametrize("implied", [True, False])
@settings(deadline=None, max_examples=150)
@given(small_rosters())
def test_the_fewest_breaks_are_those_found_by_trying_everything(implied, roster):
    assert fewest(roster, implied=implied) == fewest_by_trying(roster)


def pairs_at(*times, people, apart):
    """Meetings (participants, slot), each at its slot and nowhere else."""
    choices = tuple(Choice(number, slot, slot, slot, slot + 1) for number, (_, slot) in enumerate(times))
    return Roster((range(7),), (0,) * people, tuple(each for each, _ in times), choices, (), (), apart)


def test_nobody_may_claim_breaks_that_are_not_there_to_be_even():
    """Participant 0 has three breaks, 1 to 4 have none: a counter that binds one way only would let it pass."""
    times = (((0, 1), 0), ((0, 2), 2), ((0, 3), 4), ((0, 4), 6))
    assert fewest(pairs_at(*times, people=5, apart=2)) is None
    assert fewest(pairs_at(*times, people=5, apart=3)) == 3
