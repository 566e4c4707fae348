"""Names of sheets and columns."""

import pytest

from contactdays.intake.guessing import distance, guess
from contactdays.intake.headings import column_names, folded, sheet_names
from contactdays.intake.layout import BY_NAME, SHEETS


@pytest.mark.parametrize("layout", SHEETS, ids=lambda layout: layout.name)
def test_every_published_column_is_known_by_its_name(layout):
    names = column_names(layout)
    assert [names[folded(column.name)] for column in layout.columns] == [column.name for column in layout.columns]


def test_every_published_sheet_is_known_by_its_name():
    assert [sheet_names()[folded(layout.name)] for layout in SHEETS] == [layout.name for layout in SHEETS]


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("region", "region", 0),
        ("regio", "region", 1),
        ("regoin", "region", 1),
        ("legion", "region", 1),
        ("abc", "xyz", 3),
    ],
)
def test_the_distance_counts_letters_to_change(one, other, letters):
    assert distance(one, other, 3) == letters


@pytest.mark.parametrize(
    ("written", "taken", "expected"),
    [
        ("capcity", (), "capacity"),
        ("capcity", ("capacity",), None),
        ("kint", (), None),
        ("bilaterale", (), "bilaterals"),
        ("something", (), None),
    ],
)
def test_a_guess_is_made_only_at_one_free_long_name(written, taken, expected):
    assert guess(written, column_names(BY_NAME["Rooms"]), taken) == expected


def test_a_language_we_do_not_write_is_not_taken_for_one_we_do():
    assert guess(folded("title es"), column_names(BY_NAME["Sessions"]), ()) is None
