"""Figures as coordinates."""

from contactdays.web.organiser.plots import (
    BarPlot,
    Column,
    ColumnPlot,
    Mark,
    Measure,
    RowBar,
    Words,
    bar_plot,
    column_plot,
)


def test_bars_share_a_scale_that_begins_at_nought():
    plot = bar_plot([Measure("Africa", 3, 4, "3 of 4"), Measure("Americas", 1, 2, "1 of 2", limit=True)])
    assert plot == BarPlot(
        height=80,
        bars=(
            RowBar((Words(0, 13, "Africa"),), 19, 177.0, 59.0, Words(243.0, 29, "3 of 4"), False),
            RowBar((Words(0, 53, "Americas"),), 59, 59.0, 59.0, Words(125.0, 69, "1 of 2"), True),
        ),
    )


def test_long_label_takes_as_many_lines_as_it_needs_and_loses_nothing():
    label = "Binnenscheepvaartveiligheidsvoorschriftenhandhavingscommissie van het Scheldebekken"
    plot = bar_plot([Measure(label, 1, 1, "1"), Measure("b", 0, 1, "0")])
    lines = [each.text for each in plot.bars[0].label]
    assert "".join(lines).replace(" ", "") == label.replace(" ", "")
    assert max(map(len, lines)) <= 46
    assert plot.bars[0].y == 2 + 17 * len(lines)
    assert plot.bars[1].label[0].y > plot.bars[0].y + plot.thickness


def test_bars_of_nothing_are_empty_not_wrong():
    assert bar_plot([]) == BarPlot(0, ())
    assert [(bar.held, bar.rest) for bar in bar_plot([Measure("a", 0, 0, "0")]).bars] == [(0, 0)]


def test_columns_mark_the_floor_and_the_limit():
    plot = column_plot([(0, 1), (1, 0), (2, 4)], floor=(1, "floor 1"), cap=(2, "limit 2"))
    assert plot == ColumnPlot(
        columns=(
            Column(3.6, 120.0, 37.8, 30.0, Words(22.5, 116.0, "1"), Words(22.5, 167, "0"), True),
            Column(48.6, 150.0, 37.8, 0.0, Words(67.5, 146.0, ""), Words(67.5, 167, "1"), False),
            Column(93.6, 30.0, 37.8, 120.0, Words(112.5, 26.0, "4"), Words(112.5, 167, "2"), False),
        ),
        marks=(Mark(45.0, Words(50.0, 10, "floor 1"), False), Mark(135.0, Words(130.0, 10, "limit 2"), True)),
    )


def test_columns_of_nothing_are_empty():
    assert column_plot([]) == ColumnPlot((), ())


def test_many_columns_stay_within_the_figure():
    plot = column_plot([(number, 1) for number in range(40)], cap=(39, "limit"))
    assert max(each.x + each.width for each in plot.columns) <= plot.width
    assert [mark.x for mark in plot.marks] == [plot.width]
