"""Lists that a search keeps: which requests start when, and who has a break."""

from .board import COUNT, IDLE, LISTED, NONE, REQUESTS, SORE, SORE_COUNT, SORE_SPOT, SPOT, Longs
from .compiled import compiled


@compiled
def relist(board: Longs, position: Longs, meeting: int, old: int, new: int) -> None:
    """List ``meeting`` under slot ``new``, no longer under ``old``."""
    spot, count = position[SPOT], position[COUNT]
    here, there = position[LISTED] + old * board[REQUESTS], position[LISTED] + new * board[REQUESTS]
    position[count + old] -= 1
    last = position[here + position[count + old]]
    position[here + position[spot + meeting]] = last
    position[spot + last] = position[spot + meeting]
    position[there + position[count + new]] = meeting
    position[spot + meeting] = position[count + new]
    position[count + new] += 1


@compiled
def resore(position: Longs, pair: int) -> None:
    """Keep the list of party x half-days with breaks."""
    spot, sore = position[SORE_SPOT], position[SORE]
    breaks = position[position[IDLE] + 2 * pair]
    if breaks and position[spot + pair] == NONE:
        position[spot + pair] = position[SORE_COUNT]
        position[sore + position[SORE_COUNT]] = pair
        position[SORE_COUNT] += 1
    elif not breaks and position[spot + pair] != NONE:
        position[SORE_COUNT] -= 1
        last = position[sore + position[SORE_COUNT]]
        position[sore + position[spot + pair]] = last
        position[spot + last] = position[spot + pair]
        position[spot + pair] = NONE
