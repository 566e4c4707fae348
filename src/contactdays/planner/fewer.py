"""The meetings of a selection with the fewest breaks, exactly; and evenly, where the problem asks for that."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from .search.ground.breaks import breaks_of
from .search.ground.grid import Grid
from .search.ground.options import Option
from .search.held.duties import Duties, duties_of
from .search.held.fewest import Found
from .search.held.rivals import fewest_breaks
from .search.selection.select import Selection
from .values import StoppedEarly

Tell = Callable[[Selection, int], None]


def are_even(grid: Grid, held: Iterable[Option]) -> bool:
    """Whether, with ``held``, the breaks of any two participants differ by no more than the problem allows."""
    apart = grid.problem.breaks_apart
    if apart is None:
        return True
    breaks = breaks_of(grid, held).values()
    return not breaks or max(breaks) - min(breaks) <= apart


def with_fewest_breaks(
    selection: Selection, *, cancelled: Callable[[], bool] | None = None, told: Tell | None = None
) -> tuple[Selection, int]:
    """``selection`` with other times for the same meetings, and how few breaks these allow as far as is known.

    ``told`` hears of every better one and of every better bound. Raises StoppedEarly ``uneven_breaks`` when the
    meetings cannot be held as evenly as the problem asks: then others might, which is not looked into.
    """
    duties = duties_of(selection.model, {each.request for each in selection.held()})
    breaks = sum(breaks_of(selection.model.grid, selection.held()).values())
    start = duties.known(selection.chosen, breaks) if are_even(selection.model.grid, selection.held()) else Found()

    def hear(found: Found) -> None:
        if told is not None and found.chosen is not None:
            told(_with(selection, duties, found), found.bound)

    found = start if start.closed else fewest_breaks(duties.roster, start, told=hear, cancelled=cancelled)
    if found.chosen is None:
        raise StoppedEarly("uneven_breaks" if found.refuted else "stopped_early")
    return _with(selection, duties, found), found.bound


def _with(selection: Selection, duties: Duties, found: Found) -> Selection:
    return replace(selection, chosen=tuple(sorted(duties.chosen(found) or ())))
