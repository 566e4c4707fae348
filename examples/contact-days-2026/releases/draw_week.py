"""Draw the week as a score: a stave a day, a line a room, time from left to right.

``python draw_week.py [FILE]`` writes the picture of the announcement, with the same bytes every time. It needs Pillow.
"""

import sys
import tomllib
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
FONT = HERE.parents[2] / "src" / "contactdays" / "typesetting" / "fonts" / "SourceSans3-Regular.otf"
SIZE = WIDTH, HEIGHT = 1600, 1000
LEFT, TOP, RIGHT = 150, 110, 1530
STAVE, LINES, GAP = 172, 5, 22
FIRST_HOUR, LAST_HOUR = 8, 21
GROUND, INK, META, RULE = "#ffffff", "#121920", "#56616b", "#b4bdc5"
BAIZE, WAX, BRASS = "#0a5a45", "#a0231a", "#73500b"
STROKES = {  # colour and thickness by kind: the same rules as on the board
    "plenary": (INK, 13),
    "ministerial": (BAIZE, 13),
    "round-table": (INK, 5),
    "press-point": (WAX, 7),
    "reception": (BRASS, 9),
    "visit": (BRASS, 9),
}

Session = dict[str, Any]


def sessions() -> list[Session]:
    """The sessions of the week that are more than a pause or a ride, in order of time."""
    with (HERE.parent / "sessions.toml").open("rb") as file:
        every = tomllib.load(file)["session"]
    return sorted((each for each in every if each["kind"] in STROKES), key=lambda each: (each["date"], each["from"]))


def drawn() -> Image.Image:
    """The picture."""
    image = Image.new("RGB", SIZE, GROUND)
    draw = ImageDraw.Draw(image)
    week = sessions()
    _hours(draw)
    for number, day in enumerate(sorted({each["date"] for each in week})):
        _stave(draw, TOP + number * STAVE, day, [each for each in week if each["date"] == day])
    return image


def _hours(draw: ImageDraw.ImageDraw) -> None:
    for hour in range(FIRST_HOUR + 1, LAST_HOUR, 2):
        x = _place(time(hour))
        draw.line((x, TOP - 34, x, HEIGHT - 60), fill="#e7ebee", width=1)
        draw.text((x, TOP - 58), f"{hour}:00", font=_font(22), fill=META, anchor="mm")


def _stave(draw: ImageDraw.ImageDraw, top: int, day: date, held: list[Session]) -> None:
    draw.text((LEFT - 60, top + 2 * GAP), str(day.day), font=_font(60), fill=INK, anchor="mm")
    for line in range(LINES):
        draw.line((LEFT, top + line * GAP, RIGHT, top + line * GAP), fill=RULE, width=1)
    for line, session in _on_lines(held):
        colour, thickness = STROKES[session["kind"]]
        y = top + line * GAP
        draw.line((_place(session["from"]), y, _place(session["to"]) - 3, y), fill=colour, width=thickness)


def _on_lines(held: list[Session]) -> Iterator[tuple[int, Session]]:
    """Each session with the first line that is free when it begins."""
    free_from = [time.min] * LINES
    for session in held:
        line = next(line for line, end in enumerate(free_from) if end <= session["from"])
        free_from[line] = session["to"]
        yield line, session


def _place(moment: time) -> int:
    hours = moment.hour + moment.minute / 60 - FIRST_HOUR
    return round(LEFT + (RIGHT - LEFT) * hours / (LAST_HOUR - FIRST_HOUR))


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), size, layout_engine=ImageFont.Layout.BASIC)


if __name__ == "__main__":
    drawn().save(sys.argv[1] if len(sys.argv) > 1 else HERE / "week.png", optimize=True)
