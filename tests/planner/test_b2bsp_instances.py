"""The invented B2B files of the benchmark: repeatable, of the published sizes, and what they say is what they are."""

from collections import Counter

import pytest
from benchmarks.planner.b2bsp import SIZES, VARIANTS, Size, dzn, instance

from contactdays.planner import parse_b2bsp
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.options import ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.held.duties import duties_of
from contactdays.planner.search.held.rivals import fewest_breaks
from contactdays.planner.search.model.model import build

TINY = Size(participants=10, meetings=15, slots=5, tables=4, morning=3, halves=0.2)


def fewest(event):
    grid = lay_out(parse_b2bsp(dzn(event)))
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    return fewest_breaks(duties_of(build(grid, ways, linger=False, apart=False)).roster, processes=1)


@pytest.mark.parametrize("kind", ["hidden", "drawn"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_the_same_seed_gives_the_same_text_and_another_seed_another(variant, kind):
    once, again, other = (dzn(instance(TINY, variant, seed, kind)) for seed in (1, 1, 2))
    assert once == again != other


@pytest.mark.parametrize("name", ["tic-12", "tic-13-crafc", "forum-13", "forum-14"])
def test_an_original_has_the_published_size_and_nobody_meets_more_often_than_there_are_slots(name):
    size, event = SIZES[name], instance(SIZES[name])
    problem = parse_b2bsp(dzn(event))
    found = len(problem.participants), len(problem.requests), len(problem.slots), len(problem.places)
    assert found == (size.participants, size.meetings, size.slots, size.tables)
    assert max(Counter(who for each in problem.requests for who in each.participants).values()) <= size.slots


@pytest.mark.parametrize("variant", ["original", "fixed020"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_plan_is_behind_every_original_and_behind_what_is_fixed_for_a_fifth(variant, seed):
    assert not fewest(instance(TINY, variant, seed)).refuted


def test_variants_add_what_they_are_named_for():
    size = SIZES["tic-12"]
    precedences = instance(size, "prec25").precedences
    fixed = instance(size, "fixed040").fixed
    forbidden = instance(size, "forb0007").forbidden
    assert sum(map(bool, precedences)) == round(0.25 * size.meetings)
    assert sum(map(bool, fixed)) == round(0.40 * size.meetings)
    assert 0.04 < sum(map(len, forbidden)) / (size.participants * size.slots) < 0.10
