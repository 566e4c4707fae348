"""Conflicts that counting shows: meetings that together have fewer slots than they need (Hall, 1935)."""

from collections.abc import Sequence


def too_many(options: Sequence[int], room: int = 1) -> list[int]:
    """Some of the items whose slots together take fewer than they are; nothing when each can have a slot.

    ``options``: of each item its slots, as the bits of a number. ``room``: how many items a slot takes. Augmenting
    paths; the items reached from one that cannot be placed are too many for the slots they may have.
    """
    taken: dict[int, list[int]] = {}
    for item in range(len(options)):
        reached = _place(item, options, room, taken)
        if reached is not None:
            return sorted(reached)
    return []


def _place(item: int, options: Sequence[int], room: int, taken: dict[int, list[int]]) -> set[int] | None:
    """Find ``item`` a slot, others giving way; else the items that were asked to."""
    came: dict[int, tuple[int, int] | None] = {item: None}
    frontier = [item]
    seen = 0
    for asked in frontier:
        fresh = options[asked] & ~seen
        seen |= fresh
        while fresh:
            slot = (fresh & -fresh).bit_length() - 1
            fresh &= fresh - 1
            there = taken.setdefault(slot, [])
            if len(there) < room:
                _shift(asked, slot, came, taken)
                return None
            for other in there:
                if other not in came:
                    came[other] = asked, slot
                    frontier.append(other)
    return set(came)


def _shift(item: int, slot: int, came: dict[int, tuple[int, int] | None], taken: dict[int, list[int]]) -> None:
    """Put ``item`` into ``slot``, and whoever made it leave into the slot that it leaves."""
    taken[slot].append(item)
    step = came[item]
    while step is not None:
        asker, left = step
        taken[left].remove(item)
        taken[left].append(asker)
        item, step = asker, came[asker]
