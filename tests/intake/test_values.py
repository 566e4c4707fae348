"""One cell at a time."""

from datetime import date, datetime, time, timedelta

import pytest

from contactdays.intake import values
from contactdays.intake.values import BadCell


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (date(2026, 2, 2), date(2026, 2, 2)),
        (datetime(2026, 2, 2), date(2026, 2, 2)),  # noqa: DTZ001 - a cell has no zone
        ("2026-2-2", date(2026, 2, 2)),
        (46055, date(2026, 2, 2)),
        (46055.0, date(2026, 2, 2)),
    ],
)
def test_a_day_may_be_written_in_these_ways(cell, expected):
    assert values.day(cell) == expected


def test_a_day_number_of_an_old_macintosh_counts_from_1904():
    assert values.day(46055 - 1462, epoch_1904=True) == date(2026, 2, 2)


@pytest.mark.parametrize("cell", ["2/2/2026", "2026-02-02 10:00", 46055.5, 12, -1, True, "", "2026-W06"])
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(BadCell) as refusal:
        values.day(cell)
    assert refusal.value.code == "not_a_date"


@pytest.mark.parametrize("cell", ["2026-02-30", "2026-13-01", "0000-01-01"])
def test_a_day_no_calendar_has_is_refused_as_such(cell):
    with pytest.raises(BadCell) as refusal:
        values.day(cell)
    assert refusal.value.code == "no_such_date"


@pytest.mark.parametrize(
    "cell", [time(14, 0), timedelta(hours=14), 14 / 24, "14:00", "14h00", "14u00", "14:00:00", " 14:00 "]
)
def test_a_time_may_be_written_in_these_ways(cell):
    assert values.clock(cell) == time(14, 0)


@pytest.mark.parametrize("cell", ["14", "24:00", "9:60", time(14, 0, 30), timedelta(days=1), 1.5, 0, True, "-1:00"])
def test_what_is_no_time_in_whole_minutes_is_refused(cell):
    with pytest.raises(BadCell) as refusal:
        values.clock(cell)
    assert refusal.value.code == "not_a_time"


@pytest.mark.parametrize(("cell", "expected"), [(3.0, 3), ("3", 3), ("3.0", 3), ("+3", 3), (0, 0)])
def test_a_whole_number_may_be_written_in_these_ways(cell, expected):
    assert values.number(cell, 0, 5) == expected


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (3.5, "not_a_number"),
        ("three", "not_a_number"),
        (True, "not_a_number"),
        ("1e3", "not_a_number"),
        (6, "out_of_range"),
        (-1, "out_of_range"),
        (float("inf"), "not_a_number"),
        (float("nan"), "not_a_number"),
    ],
)
def test_what_is_no_number_in_range_is_refused(cell, code):
    with pytest.raises(BadCell) as refusal:
        values.number(cell, 0, 5)
    assert refusal.value.code == code


def test_values_of_one_cell_are_separated_and_each_is_taken_once():
    assert values.several(" a ;b;; A\n c ; a") == ("a", "b", "A", "c")


def test_a_separator_may_be_added():
    assert (values.several("a, b"), values.several("a, b", also=",")) == (("a, b",), ("a", "b"))


def test_a_number_is_a_code_as_it_was_typed():
    assert [values.code(cell) for cell in (101.0, "A-1", "x_y.z")] == ["101", "A-1", "x_y.z"]


@pytest.mark.parametrize("cell", ["", "-a", "a b", "é", "a" * 41, 1.5e300, "a/b", "a\u202eb"])
def test_what_is_no_code_is_refused(cell):
    with pytest.raises(BadCell) as refusal:
        values.code(cell)
    assert refusal.value.code in {"bad_code", "control_character"}


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\u202e", "\u2066", "\ud800"])
def test_hidden_characters_are_refused_by_number(character):
    with pytest.raises(BadCell) as refusal:
        values.line(f"a{character}b", 10)
    assert refusal.value.values == {"character": f"U+{ord(character):04X}"}


def test_paragraphs_keep_their_lines_and_a_line_does_not():
    text = " one \r\n\r\ntwo\vthree\t\n"
    assert (values.paragraphs(text, 50), values.line(text, 50)) == ("one\n\ntwo\nthree", "one two three")
