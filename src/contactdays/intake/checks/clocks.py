"""Times that the clock does not show, or shows twice, on the day it is changed."""

from collections.abc import Mapping
from datetime import date, time

from contactdays.intake.checks.examination import Examination
from contactdays.intake.times import Unclear, instant, is_double


def report_odd_times(
    examination: Examination, sheet: str, row: int, day: date, clocks: Mapping[str, time | None]
) -> None:
    """Report each of ``clocks`` (by column) that does not exist on ``day`` in the edition's zone, or exists twice."""
    edition = examination.book.edition
    if edition is None:
        return
    for column, clock in clocks.items():
        if clock is None:
            continue
        shown = f"{day} {clock:%H:%M}"
        try:
            instant(day, clock, edition.zone)
        except Unclear:
            examination.report("time_does_not_exist", sheet, row, column, value=shown, zone=edition.time_zone)
        if is_double(day, clock, edition.zone):
            examination.report("time_ambiguous", sheet, row, column, value=shown, zone=edition.time_zone)
