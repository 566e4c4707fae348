"""Where parties that have met go on to different meetings, and how a move changes that."""

from .board import (
    AT,
    CHAIN,
    COLUMN,
    FIRST,
    HALF,
    HALF_BEGIN,
    JOSTLE,
    JOSTLED,
    LAST,
    MARK,
    MEMBER,
    MOVE,
    NOBODY,
    PARTED,
    PARTIES_AT,
    PARTINGS,
    PARTY,
    PRICED,
    SLOTS,
    UNHELD,
    Longs,
)
from .compiled import compiled


@compiled
def parted(board: Longs, position: Longs, meeting: int, column: int) -> int:
    """How many parties of ``meeting`` at ``column`` come from another meeting right before than the first of them
    that comes from one, or go to another: at each such parting somebody changes place.
    """
    if column == UNHELD:
        return 0
    half = board[HALF_BEGIN] + board[board[HALF] + board[board[FIRST] + column]]
    found = 0
    for slot in (board[board[FIRST] + column] - 1, board[board[LAST] + column] + 1):
        if slot < board[half] or slot >= board[half + 1]:
            continue
        company = NOBODY
        for each in range(board[board[PARTIES_AT] + meeting], board[board[PARTIES_AT] + meeting + 1]):
            met = position[position[AT] + board[board[PARTY] + each] * board[SLOTS] + slot]
            if company == NOBODY:
                company = met
            elif met >= 0 and met != company:
                found += 1
    return found


@compiled
def jostle(board: Longs, position: Longs, meeting: int, column: int) -> int:
    """More partings of ``meeting``, now at ``column``; once a move."""
    if position[position[MARK] + meeting] == position[MOVE]:
        return 0
    position[position[MARK] + meeting] = position[MOVE]
    now = parted(board, position, meeting, column)
    where = position[JOSTLE] + 2 * position[JOSTLED]
    position[where], position[where + 1] = meeting, now
    position[JOSTLED] += 1
    return now - position[position[PARTED] + meeting]


@compiled
def jostle_beside(board: Longs, position: Longs, meeting: int, column: int) -> int:
    """More partings of the meetings that parties of ``meeting`` have right before and after ``column``."""
    more = 0
    half = board[HALF_BEGIN] + board[board[HALF] + board[board[FIRST] + column]]
    for slot in (board[board[FIRST] + column] - 1, board[board[LAST] + column] + 1):
        if slot < board[half] or slot >= board[half + 1]:
            continue
        for each in range(board[board[PARTIES_AT] + meeting], board[board[PARTIES_AT] + meeting + 1]):
            met = position[position[AT] + board[board[PARTY] + each] * board[SLOTS] + slot]
            if met >= 0:
                more += jostle(board, position, met, position[position[COLUMN] + met])
    return more


@compiled
def more_partings(board: Longs, position: Longs) -> int:
    """What the chain, already seated, adds to partings; nothing while they are free."""
    position[JOSTLED] = 0
    if position[PRICED + PARTINGS] == 0:
        return 0
    more = 0
    for member in range(position[MEMBER], position[MEMBER] + 2 * position[CHAIN], 2):
        more += jostle(board, position, position[member], position[member + 1])
    for member in range(position[MEMBER], position[MEMBER] + 2 * position[CHAIN], 2):
        meeting, goal = position[member], position[member + 1]
        now = position[position[COLUMN] + meeting]
        if now != UNHELD:
            more += jostle_beside(board, position, meeting, now)
        if goal != UNHELD and goal != now:
            more += jostle_beside(board, position, meeting, goal)
    return more
