"""Which meetings must move along: Kempe chains between two slots."""

from .board import (
    AT,
    AT_SLOT,
    BEGIN,
    CHAIN,
    COLUMN,
    FIRST,
    LAST,
    LONGEST_CHAIN,
    MARK,
    MEMBER,
    MOVE,
    NONE,
    PARTIES_AT,
    PARTY,
    SITE,
    SLOTS,
    UNHELD,
    Longs,
)
from .compiled import compiled
from .dice import pick


@compiled
def start_chain(position: Longs) -> None:
    """Begin a move."""
    position[MOVE] += 1
    position[CHAIN] = 0


@compiled
def link(position: Longs, meeting: int, goal: int) -> None:
    """Add a meeting, on its way to column ``goal`` or UNHELD."""
    member = position[MEMBER] + 2 * position[CHAIN]
    position[member], position[member + 1] = meeting, goal
    position[position[MARK] + meeting] = position[MOVE]
    position[CHAIN] += 1


@compiled
def option_at(board: Longs, position: Longs, meeting: int, slot: int, site: int) -> int:
    """An option of ``meeting`` that starts in ``slot`` at ``site`` (anywhere for -1), by chance; or NONE."""
    column = board[board[AT_SLOT] + meeting * board[SLOTS] + slot]
    if column == NONE:
        return NONE
    chosen, found = NONE, 0
    end = board[board[BEGIN] + meeting + 1]
    while column < end and board[board[FIRST] + column] == slot:
        if site < 0 or board[board[SITE] + column] == site:
            found += 1
            if found == 1 or pick(position, found) == 0:
                chosen = column
        column += 1
    return chosen


@compiled
def way_back(board: Longs, position: Longs, meeting: int, goal: int, slot: int) -> int:
    """The column that takes ``meeting`` out of the way of ``goal`` to ``slot``, in the same building; or NONE."""
    now = position[position[COLUMN] + meeting]
    if board[board[FIRST] + now] != board[board[FIRST] + goal]:
        return NONE
    if board[board[LAST] + now] != board[board[LAST] + goal]:
        return NONE
    return option_at(board, position, meeting, slot, board[board[SITE] + now])


@compiled
def grow(board: Longs, position: Longs, number: int, source: int, target: int, eject: bool) -> bool:
    """Add all that must move with member ``number`` and those after it, between slots ``source`` and ``target``.

    One that cannot move makes it False, or with ``eject`` is held no more.
    """
    while number < position[CHAIN]:
        mover, goal = position[position[MEMBER] + 2 * number], position[position[MEMBER] + 2 * number + 1]
        number += 1
        if goal == UNHELD:
            continue
        begin, end = board[board[FIRST] + goal], board[board[LAST] + goal] + 1
        back = source if begin == target else target
        for each in range(board[board[PARTIES_AT] + mover], board[board[PARTIES_AT] + mover + 1]):
            row = position[AT] + board[board[PARTY] + each] * board[SLOTS]
            for slot in range(begin, end):
                met = position[row + slot]
                if met < 0 or position[position[MARK] + met] == position[MOVE]:
                    continue
                way = way_back(board, position, met, goal, back)
                if (way == NONE and not eject) or position[CHAIN] >= LONGEST_CHAIN:
                    return False
                link(position, met, way)
    return True
