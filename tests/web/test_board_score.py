"""Where things stand on the score: rows and columns, without a page."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from contactdays.core.text import Text
from contactdays.editions.models import Room
from contactdays.people.models import Delegation, Organisation
from contactdays.planning.board import BoardDay, BoardSession, BoardWindow
from contactdays.planning.moves import Before
from contactdays.planning.slots import BoardSlot
from contactdays.programme.models import Session
from contactdays.web.organiser import score
from contactdays.web.organiser.bands import band_sentence
from contactdays.web.organiser.columns import COLUMNS, columns, hours
from contactdays.web.organiser.score import room_order, stave_of

DAY = date(2026, 2, 4)
STATIC = Path(score.__file__).parents[1] / "static"


def clock(hour, minute=0, day=4):
    return datetime(2026, 2, day, hour, minute)  # noqa: DTZ001  wall clock: the score is laid out in local time


def session(code, start, end, room, before=None):
    named = Session(code=code, kind="plenary", short_title=Text(en=code))
    return BoardSession(named, start, end, room, pinned=True, expected=1, before=before, selected=True)


def slot(hour, minute, free, meetings=0):
    return BoardSlot(clock(hour, minute), clock(hour, minute) + timedelta(minutes=20), 25, free, meetings, meetings, 0)


def window(name, start, end):
    return BoardWindow(Delegation(organisation=Organisation(code=name, name=name)), start, end)


def day_with(*sessions, windows=(), slots=()):
    return BoardDay(DAY, tuple(windows), tuple(sessions), tuple(slots), ())


@pytest.fixture
def rooms():
    return [Room(pk=number, code=f"R{number}", name=f"Room {number}") for number in range(1, 4)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (clock(8), clock(8, 5), (0, 1)),
        (clock(9), clock(10, 30), (12, 30)),
        (clock(7), clock(8, 30), (0, 6)),
        (clock(6), clock(7), (0, 1)),
        (clock(20), clock(23), (144, 162)),
        (clock(22), clock(23), (161, 162)),
        (clock(20), clock(1, day=5), (144, 162)),
    ],
)
def test_hours_are_columns_of_five_minutes_and_end_at_the_edge(start, end, expected):
    assert columns(start, end, DAY) == expected


def test_hours_stand_above_their_columns():
    assert hours()[:2] + hours()[-1:] == (("08", 0), ("09", 12), ("21", 156))


def test_words_of_a_session_may_run_on_to_the_next_in_its_room(rooms):
    day = day_with(
        session("A", clock(9), clock(10), rooms[0]),
        session("B", clock(9, 30), clock(10), rooms[1]),
        session("C", clock(11), clock(12), rooms[0]),
    )
    stave = stave_of(day, room_order([day]), folded=False)
    laid = [(bar.at.session.code, bar.line, bar.first, bar.last, bar.length) for bar in stave.bars]
    assert laid == [("A", 1, 12, 36, 12), ("B", 2, 18, 162, 6), ("C", 1, 36, 162, 12)]
    assert ([(line.room.code, line.line) for line in stave.lines], stave.band) == ([("R1", 1), ("R2", 2)], 3)


def test_room_keeps_its_place_from_day_to_day(rooms):
    monday = day_with(session("A", clock(9), clock(12), rooms[2]), session("B", clock(9), clock(10), rooms[0]))
    other = day_with(session("C", clock(9), clock(10), rooms[0]), session("D", clock(9), clock(9, 30), rooms[2]))
    order = room_order([monday, other])
    found = [[line.room.code for line in stave_of(day, order, folded=False).lines] for day in (monday, other)]
    assert found == [["R3", "R1"], ["R3", "R1"]]


def test_windows_share_a_row_where_their_names_have_room(rooms):
    day = day_with(
        session("A", clock(9), clock(10), rooms[0]),
        windows=[
            window("Finance", clock(9), clock(10)),
            window("Flanders", clock(9, 30), clock(11)),
            window("Eupen", clock(11), clock(12)),
        ],
    )
    stave = stave_of(day, room_order([day]), folded=False, with_lane=True)
    laid = [(each.name, each.line, each.first, each.last, each.length) for each in stave.brackets]
    assert laid == [("Finance", 1, 12, 36, 12), ("Flanders", 2, 18, 162, 18), ("Eupen", 1, 36, 162, 12)]
    assert (stave.lane, stave.lines[0].line, stave.band) == (3, 5, 6)


def test_moved_session_leaves_its_old_place_where_nothing_stands_now(rooms):
    gone = Before(clock(9), rooms[1])
    taken = Before(clock(11), rooms[1])
    elsewhere = Before(clock(9, day=3), rooms[1])
    day = day_with(
        session("A", clock(9), clock(10), rooms[0], gone),
        session("B", clock(10), clock(11), rooms[0], taken),
        session("C", clock(11), clock(12), rooms[1]),
        session("D", clock(12), clock(13), rooms[1], elsewhere),
    )
    stave = stave_of(day, room_order([day]), folded=False)
    laid = [(each.at.session.code, each.line, each.first, each.last) for each in stave.ghosts]
    line_of = {line.room.code: line.line for line in stave.lines}
    assert laid == [("A", line_of["R2"], 12, 24)]


def test_cell_is_as_high_as_its_places_are_in_use():
    day = day_with(slots=[slot(14, 0, 25), slot(14, 20, 24, 1), slot(14, 40, 13, 12), slot(15, 0, 0, 25)])
    cells = stave_of(day, {}, folded=False).cells
    assert [(cell.first, cell.last, cell.height, cell.full) for cell in cells] == [
        (72, 76, 0, False),
        (76, 80, 1, False),
        (80, 84, 10, False),
        (84, 88, 20, True),
    ]


def test_more_rooms_than_lines_share_the_last_one():
    rooms = [Room(pk=number, code=f"R{number}", name="Room") for number in range(40)]
    day = day_with(*(session(room.code, clock(9), clock(10), room) for room in rooms))
    stave = stave_of(day, room_order([day]), folded=False)
    assert ({bar.line for bar in stave.bars}, stave.band) == (set(range(1, score.LINES)), score.LINES)


def test_band_says_in_a_sentence_what_it_shows():
    slots = [slot(14, 0, 20, 5), slot(14, 20, 0, 25), slot(14, 40, 0, 25)]
    expected = "Bilaterals: 55 of 75 places in use. Full at 14:20, 14:40. Most free at 14:00: 20 of 25."
    assert band_sentence(slots) == expected
    assert band_sentence(slots[1:]) == "Bilaterals: 50 of 50 places in use. Full at 14:20, 14:40."
    assert band_sentence([]) == ""


def test_stylesheets_know_every_row_column_length_and_height():
    css = (STATIC / "score.css").read_text() + (STATIC / "board.css").read_text()
    known = set(re.findall(r"\.([aznru]\d+)\b", css))
    needed = {f"a{number}" for number in range(COLUMNS)}
    needed |= {f"{kind}{number}" for kind in "zn" for number in range(1, COLUMNS + 1)}
    needed |= {f"r{number}" for number in range(1, score.LINES + 3)}  # the band, its figures and the free rooms
    needed |= {f"u{number}" for number in range(1, score.HEIGHTS + 1)}
    assert needed - known == set()
