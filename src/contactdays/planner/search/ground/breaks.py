"""Breaks: runs of idle slots between two activities of one party, counted on bit masks."""

from collections.abc import Iterable

from .gaps import free_masks, half_day_masks, idle_slots, session_masks, touched
from .grid import Grid
from .options import Option


def breaks_in(busy: int, half_day: int) -> int:
    """Runs of slots that are not ``busy`` between two that are, within ``half_day`` (both masks)."""
    within = busy & half_day
    runs = (within & ~(within << 1)).bit_count()
    return max(0, runs - 1)


def breaks_of(grid: Grid, options: Iterable[Option]) -> dict[str, int]:
    """The breaks of each party when the meetings of ``options`` are held beside the sessions."""
    busy, half_days = _busy(grid, options), half_day_masks(grid)
    return {party: sum(breaks_in(mask, each) for each in half_days) for party, mask in busy.items()}


def gaps_of(grid: Grid, options: Iterable[Option]) -> dict[str, int]:
    """The free slots of each party between two activities of a half-day, likewise."""
    busy, free, half_days = _busy(grid, options), free_masks(grid), half_day_masks(grid)
    return {party: sum(idle_slots(mask, free[party], each) for each in half_days) for party, mask in busy.items()}


def _busy(grid: Grid, options: Iterable[Option]) -> dict[str, int]:
    busy = session_masks(grid)
    for option in options:
        for party in grid.requests[option.request].participants:
            busy[party] |= touched(option)
    return busy
