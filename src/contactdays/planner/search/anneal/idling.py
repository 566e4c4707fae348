"""Breaks and gaps of a party in a half-day, and how a move changes them."""

from .board import (
    AT,
    FIRST,
    FREE,
    HALF,
    HALF_BEGIN,
    HALVES,
    IDLE,
    IN_SESSION,
    KIND,
    MOVE,
    PARTIES_AT,
    PARTY,
    SLOTS,
    STAMP,
    TOUCH,
    TOUCHED,
    Longs,
)
from .compiled import compiled


@compiled
def idle(board: Longs, position: Longs, party: int, half: int) -> tuple[int, int]:
    """Breaks of ``party`` in a half-day, and the free slots in them.

    A break is a run of slots without activity between two slots with one, whether or not it is free there.
    """
    breaks = gaps = run = free = 0
    started = False
    row = party * board[SLOTS]
    for slot in range(board[board[HALF_BEGIN] + half], board[board[HALF_BEGIN] + half + 1]):
        kind = board[board[KIND] + row + slot]
        if kind == IN_SESSION or position[position[AT] + row + slot] >= 0:
            if run:
                breaks += 1
                gaps += free
            started, run, free = True, 0, 0
        elif started:
            run += 1
            free += kind == FREE
    return breaks, gaps


@compiled
def touch(board: Longs, position: Longs, meeting: int, column: int) -> tuple[int, int]:
    """More breaks and gaps of the parties of ``meeting`` in the half-day of ``column``, each once a move."""
    more_breaks = more_gaps = 0
    half = board[board[HALF] + board[board[FIRST] + column]]
    for each in range(board[board[PARTIES_AT] + meeting], board[board[PARTIES_AT] + meeting + 1]):
        party = board[board[PARTY] + each]
        pair = party * board[HALVES] + half
        if position[position[STAMP] + pair] != position[MOVE]:
            position[position[STAMP] + pair] = position[MOVE]
            breaks, gaps = idle(board, position, party, half)
            where = position[TOUCH] + 3 * position[TOUCHED]
            position[where], position[where + 1], position[where + 2] = pair, breaks, gaps
            position[TOUCHED] += 1
            more_breaks += breaks - position[position[IDLE] + 2 * pair]
            more_gaps += gaps - position[position[IDLE] + 2 * pair + 1]
    return more_breaks, more_gaps
