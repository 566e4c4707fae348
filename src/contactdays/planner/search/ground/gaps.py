"""Idle slots, counted on bit masks: bit n stands for slot number n."""

from .grid import Grid
from .options import Option


def idle_slots(busy: int, free: int, half_day: int) -> int:
    """Free slots of a half-day (a mask) that lie between two busy ones."""
    within = busy & half_day
    if not within:
        return 0
    between = (1 << within.bit_length()) - (within & -within)
    return (between & free & half_day & ~within).bit_count()


def half_day_masks(grid: Grid) -> list[int]:
    """One mask a half-day."""
    return [(1 << slots.stop) - (1 << slots.start) for slots in grid.half_days]


def touched(option: Option) -> int:
    """The slots an option takes."""
    return (1 << (option.last + 1)) - (1 << option.first)


def session_masks(grid: Grid) -> dict[str, int]:
    """Slots in which each party is in a session, for some of it."""
    masks = dict.fromkeys(grid.parties, 0)
    for session in grid.problem.sessions:
        mask = sum(
            1 << number
            for number, slot in enumerate(grid.slots)
            if session.start < slot.end and slot.start < session.end
        )
        for attendee in session.attendees:
            masks[attendee] |= mask
    return masks


def free_masks(grid: Grid) -> dict[str, int]:
    """Slots in which each party is free from beginning to end."""
    return {
        name: sum(1 << number for number, slot in enumerate(grid.slots) if party.is_free(slot.start, slot.end))
        for name, party in grid.parties.items()
    }
