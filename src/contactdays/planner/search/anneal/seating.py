"""Who sits where on a board, and what that makes its rows sum up to."""

from .board import (
    AT,
    CHAIN,
    COLUMN,
    ENTRIES,
    ENTRY,
    FIRST,
    FULL,
    LAST,
    LIMIT,
    MEMBER,
    NOBODY,
    PARTIES_AT,
    PARTY,
    SLOTS,
    UNHELD,
    Longs,
)
from .compiled import compiled


@compiled
def seat(board: Longs, position: Longs, meeting: int, column: int, old: int, new: int) -> bool:
    """Change ``old`` to ``new`` wherever ``column`` puts the parties of ``meeting``; False where it is neither."""
    well = True
    begin, end = board[board[PARTIES_AT] + meeting], board[board[PARTIES_AT] + meeting + 1]
    for each in range(begin, end):
        row = position[AT] + board[board[PARTY] + each] * board[SLOTS]
        for slot in range(board[board[FIRST] + column], board[board[LAST] + column] + 1):
            if position[row + slot] == old:
                position[row + slot] = new
            else:
                well = False
    return well


@compiled
def fill(board: Longs, position: Longs, column: int, sign: int) -> None:
    """Count a column in its rows, or with ``sign`` -1 out of them."""
    for entry in range(board[board[ENTRIES] + column], board[board[ENTRIES] + column + 1]):
        where = board[ENTRY] + 2 * entry
        position[position[FULL] + board[where]] += sign * board[where + 1]


@compiled
def keeps(board: Longs, position: Longs, column: int) -> bool:
    """Whether every row of ``column`` is within its limits."""
    for entry in range(board[board[ENTRIES] + column], board[board[ENTRIES] + column + 1]):
        row = board[board[ENTRY] + 2 * entry]
        full, limit = position[position[FULL] + row], board[LIMIT] + 2 * row
        if full < board[limit] or full > board[limit + 1]:
            return False
    return True


@compiled
def swap_seats(board: Longs, position: Longs, back: bool) -> bool:
    """Seat all members of the chain at their goals (or ``back`` where they were); False when two collide."""
    for member in range(position[MEMBER], position[MEMBER] + 2 * position[CHAIN], 2):
        meeting = position[member]
        column = position[member + 1] if back else position[position[COLUMN] + meeting]
        if column != UNHELD:
            seat(board, position, meeting, column, meeting, NOBODY)
    well = True
    for member in range(position[MEMBER], position[MEMBER] + 2 * position[CHAIN], 2):
        meeting = position[member]
        column = position[position[COLUMN] + meeting] if back else position[member + 1]
        if column != UNHELD:
            well &= seat(board, position, meeting, column, NOBODY, meeting)
    return well


@compiled
def swap_rows(board: Longs, position: Longs, sign: int) -> None:
    """Move all members of the chain in the rows, or with ``sign`` -1 back."""
    for member in range(position[MEMBER], position[MEMBER] + 2 * position[CHAIN], 2):
        now, goal = position[position[COLUMN] + position[member]], position[member + 1]
        if now != UNHELD:
            fill(board, position, now, -sign)
        if goal != UNHELD:
            fill(board, position, goal, sign)


@compiled
def rows_hold(board: Longs, position: Longs) -> bool:
    """Whether every row that the chain touches is within its limits."""
    for member in range(position[MEMBER], position[MEMBER] + 2 * position[CHAIN], 2):
        now, goal = position[position[COLUMN] + position[member]], position[member + 1]
        if now != UNHELD and not keeps(board, position, now):
            return False
        if goal != UNHELD and not keeps(board, position, goal):
            return False
    return True
