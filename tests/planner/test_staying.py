"""Places for meetings that may have any of them: all different, and as much granted as can be."""

from collections import Counter
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from contactdays.planner.search.rooms.staying import stay

PLACES = ["t0", "t1", "t2", "t3", "t4"]
WISHES = st.dictionaries(st.sampled_from(PLACES), st.integers(1, 3), max_size=3)


def granted(longing, given_places):
    return sum(wishes[place] for wishes, place in zip(longing, given_places, strict=True))


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(WISHES, max_size=5))
def test_as_much_as_can_be_is_granted(wishes):
    longing = [Counter(each) for each in wishes]

    places = stay(longing, PLACES)

    assert len(set(places)) == len(longing)
    assert set(places) <= set(PLACES)
    assert granted(longing, places) == max(granted(longing, each) for each in permutations(PLACES, len(longing)))


def test_who_longs_for_nothing_gets_what_is_left():
    assert stay([Counter(), Counter({"t0": 1}), Counter()], PLACES) == ["t1", "t0", "t2"]
