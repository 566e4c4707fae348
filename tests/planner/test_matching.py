"""The cheapest matching, against trying every one."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactdays.planner import PlannerError
from contactdays.planner.search.rooms.matching import cheapest


@settings(max_examples=100, derandomize=True, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda rows: st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), min_size=rows, max_size=rows)
    )
)
def test_no_other_matching_is_cheaper(costs):
    given_columns = cheapest(costs)

    totals = [
        sum(row[column] for row, column in zip(costs, columns, strict=True))
        for columns in permutations(range(5), len(costs))
    ]
    assert len(set(given_columns)) == len(costs)
    assert sum(row[column] for row, column in zip(costs, given_columns, strict=True)) == min(totals)


def test_more_rows_than_columns_cannot_be_matched():
    with pytest.raises(PlannerError):
        cheapest([[1], [1]])
