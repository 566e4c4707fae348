"""Figures as coordinates: what a template needs to draw bars and columns, and nothing that it would have to reckon.

A plot is 360 units wide. Labels stand above their bar, numbers beside it, so that long words fit on a phone.
"""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 360
LONGEST_BAR = 236
LETTERS = 46  # of a label in one line
LINE, BAR, BETWEEN = 17, 11, 10
BASE, TALLEST = 150, 120  # of columns: where they stand, and how high they grow


@dataclass(frozen=True, slots=True)
class Measure:
    """What one bar shows: ``held`` of ``asked`` (equal where there is no remainder), said as ``number``."""

    label: str
    held: int
    asked: int
    number: str
    limit: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class RowBar:
    """A bar: ``held`` units dark, then ``rest`` units pale; ``limit`` when it is a bound."""

    label: tuple[Words, ...]
    y: float
    held: float
    rest: float
    number: Words
    limit: bool


@dataclass(frozen=True, slots=True)
class BarPlot:
    height: float
    bars: tuple[RowBar, ...]
    width: int = WIDTH

    @property
    def thickness(self) -> int:
        return BAR


def bar_plot(measures: Iterable[Measure]) -> BarPlot:
    """One bar a measure, on one scale that begins at nought."""
    listed = list(measures)
    most = max((each.asked for each in listed), default=0) or 1
    bars, top = [], 0.0
    for each in listed:
        lines = textwrap.wrap(each.label, LETTERS) or [""]
        y = top + LINE * len(lines)
        held, asked = _units(each.held, most), _units(each.asked, most)
        bars.append(
            RowBar(
                label=tuple(Words(0, top + LINE * number + 13, line) for number, line in enumerate(lines)),
                y=y + 2,
                held=held,
                rest=round(asked - held, 1),
                number=Words(round(asked + 7, 1), y + 12, each.number),
                limit=each.limit,
            )
        )
        top = y + 2 + BAR + BETWEEN
    return BarPlot(top, tuple(bars))


def _units(value: int, most: int) -> float:
    return round(value * LONGEST_BAR / most, 1)


@dataclass(frozen=True, slots=True)
class Column:
    """A column from ``y`` down to the base; ``low`` when it lies below the floor."""

    x: float
    y: float
    width: float
    height: float
    count: Words
    label: Words
    low: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A line from top to base at ``x``; its word stands at ``words``, to the left of the line when ``before``."""

    x: float
    words: Words
    before: bool


@dataclass(frozen=True, slots=True)
class ColumnPlot:
    columns: tuple[Column, ...]
    marks: tuple[Mark, ...]
    width: int = WIDTH
    height: int = BASE + 26
    base: int = BASE


def column_plot(
    counts: Sequence[tuple[int, int]], *, floor: tuple[int, str] | None = None, cap: tuple[int, str] | None = None
) -> ColumnPlot:
    """How often each number of ``counts`` occurs. Numbers below ``floor`` are low; ``cap`` is the greatest allowed."""
    step = WIDTH / max(len(counts), 8)
    most = max((count for _number, count in counts), default=0) or 1
    columns = tuple(
        _column(place, number, count, step, most, low=floor is not None and number < floor[0])
        for place, (number, count) in enumerate(counts)
    )
    marks = []
    if floor is not None:
        marks.append(_mark(floor[0] * step, floor[1], before=False))
    if cap is not None:
        marks.append(_mark((cap[0] + 1) * step, cap[1], before=True))
    return ColumnPlot(columns, tuple(each for each in marks if each.x <= WIDTH))


def _column(place: int, number: int, count: int, step: float, most: int, *, low: bool) -> Column:
    height = round(count * TALLEST / most, 1)
    middle = round((place + 0.5) * step, 1)
    return Column(
        x=round(place * step + step * 0.08, 1),
        y=round(BASE - height, 1),
        width=round(step * 0.84, 1),
        height=height,
        count=Words(middle, round(BASE - height - 4, 1), str(count) if count else ""),
        label=Words(middle, BASE + 17, str(number)),
        low=low,
    )


def _mark(x: float, words: str, *, before: bool) -> Mark:
    return Mark(round(x, 1), Words(round(x - 5 if before else x + 5, 1), 10, words), before)
