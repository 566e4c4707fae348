"""A figure with what stands around it: its sentence, how to read it, and its table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from contactdays.planning.balance import Group, HalfDay
from contactdays.planning.programme_balance import Share
from contactdays.web.organiser.plots import BarPlot, ColumnPlot, Measure, bar_plot
from contactdays.web.parts.dates import number, percentage, short_weekday

MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    figure: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One figure. ``said`` is what the drawing says to whoever does not see it; the table holds the same numbers."""

    code: str
    title: str
    sentence: str
    said: str
    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: BarPlot | None = None
    columns: ColumnPlot | None = None


def headings(first: str, *figures: str) -> tuple[Heading, ...]:
    return (Heading(first, False), *(Heading(each, True) for each in figures))


def request_section(code: str, title: str, groups: Sequence[Group], name: Callable[[str], str]) -> Section:
    """Requests held and not by one of their sides; the figure draws the most asked, the table holds all."""
    drawn = groups[:MOST_BARS]
    measures = [Measure(name(each.key), each.held, each.asked, _of(each.held, each.asked)) for each in drawn]
    caption = _("The whole bar is what was asked, the filled part of it is held.")
    if len(groups) > len(drawn):
        caption += " " + _("Drawn are the %(drawn)s most asked of %(all)s; the table holds all.") % {
            "drawn": number(len(drawn)),
            "all": number(len(groups)),
        }
    return Section(
        code=code,
        title=title,
        sentence=_share_sentence(groups, name),
        said=_said(measures),
        caption=caption,
        headings=headings(title, _("Asked"), _("Held"), _("Not held"), _("Share held")),
        rows=tuple(
            (name(each.key), number(each.asked), number(each.held), number(each.not_held), percentage(each.share))
            for each in groups
        ),
        bars=bar_plot(measures),
    )


def _share_sentence(groups: Sequence[Group], name: Callable[[str], str]) -> str:
    if not groups:
        return _("Nobody has asked for a meeting yet.")
    best, least = max(groups, key=_rank), min(groups, key=_rank)
    if best.share == least.share:
        return _("The share held is the same everywhere: %(share)s.") % {"share": percentage(round(best.share, 2))}
    return _("Most is held for %(best)s: %(held)s. Least for %(least)s: %(few)s.") % {
        "best": name(best.key),
        "held": _of(best.held, best.asked),
        "least": name(least.key),
        "few": _of(least.held, least.asked),
    }


def _rank(group: Group) -> tuple[float, int]:
    return group.share, group.asked


def share_section(code: str, title: str, sentence: str, shares: Sequence[Share], name: Callable[[str], str]) -> Section:
    """Sessions and their hours by one of their sides."""
    measures = [Measure(name(each.key), each.minutes, each.minutes, hours(each.minutes)) for each in shares]
    return Section(
        code=code,
        title=title,
        sentence=sentence,
        said=_said(measures),
        caption=_("The longer the bar, the more hours."),
        headings=headings(title, _("Sessions"), _("Hours")),
        rows=tuple((name(each.key), number(each.sessions), hours(each.minutes)) for each in shares),
        bars=bar_plot(measures),
    )


def half_day_section(halves: Sequence[HalfDay]) -> Section:
    """Use of the meeting places, half-day by half-day."""
    measures = [Measure(_half_day(each), each.used, each.places, _of(each.used, each.places)) for each in halves]
    used, places = sum(each.used for each in halves), sum(each.places for each in halves)
    return Section(
        code="places",
        title=_("Use of places"),
        sentence=_("%(used)s of %(places)s possible meetings are held; a place counts once in each slot.")
        % {"used": number(used), "places": number(places)},
        said=_said(measures),
        caption=_("The whole bar is every place in every slot, the filled part of it holds a meeting."),
        headings=headings(_("Half-day"), _("Places"), _("Meetings"), _("Taken by sessions"), _("Free")),
        rows=tuple(
            (
                _half_day(each),
                number(each.places),
                number(each.used),
                number(each.blocked),
                number(each.places - each.used - each.blocked),
            )
            for each in halves
        ),
        bars=bar_plot(measures),
    )


def _half_day(half: HalfDay) -> str:
    return f"{short_weekday(half.start)} {half.start:%H:%M}–{half.end:%H:%M}"


def hours(minutes: int) -> str:
    """``31 h 50``, ``40 min``."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        return f"{rest} min"
    return f"{number(whole)} h {rest:02}" if rest else f"{number(whole)} h"


def _of(part: int, whole: int) -> str:
    return _("%(part)s of %(whole)s") % {"part": number(part), "whole": number(whole)}


def _said(measures: Sequence[Measure]) -> str:
    return "; ".join(f"{each.label}: {each.number}" for each in measures)
