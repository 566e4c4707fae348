"""A move as a whole: what it adds, whether it is made, and the best met so far."""

from math import exp

from .board import (
    BEST,
    BEST_COLUMN,
    BREAKS,
    CHAIN,
    COLUMN,
    COST,
    FIRST,
    GAPS,
    IDLE,
    JOSTLE,
    JOSTLED,
    MEMBER,
    MOVE,
    PARTED,
    PARTINGS,
    PRICE,
    PRICED,
    REQUESTS,
    SLOTS,
    TOUCH,
    TOUCHED,
    UNHELD,
    VALUE,
    WEIGHT,
    Longs,
)
from .compiled import compiled
from .dice import chance
from .idling import touch
from .listing import relist, resore
from .parting import more_partings
from .seating import rows_hold, swap_rows, swap_seats

UNLUCKY, DONE, FORBIDDEN = 0, 1, 2


@compiled
def difference(board: Longs, position: Longs) -> tuple[int, int, int, int]:
    """What the chain, already seated, adds to value, breaks, gaps and cost."""
    value = breaks = gaps = cost = 0
    position[TOUCHED] = 0
    position[MOVE] += 1
    for member in range(position[MEMBER], position[MEMBER] + 2 * position[CHAIN], 2):
        meeting = position[member]
        for sign in (-1, 1):
            column = position[position[COLUMN] + meeting] if sign < 0 else position[member + 1]
            if column != UNHELD:
                value += sign * board[board[WEIGHT] + meeting]
                cost += sign * board[board[PRICE] + column]
                more_breaks, more_gaps = touch(board, position, meeting, column)
                breaks += more_breaks
                gaps += more_gaps
    return value, breaks, gaps, cost


@compiled
def settle(board: Longs, position: Longs) -> None:
    """Take note of the chain, which is seated and in the rows."""
    for member in range(position[MEMBER], position[MEMBER] + 2 * position[CHAIN], 2):
        meeting, goal = position[member], position[member + 1]
        now = position[position[COLUMN] + meeting]
        old = board[SLOTS] if now == UNHELD else board[board[FIRST] + now]
        new = board[SLOTS] if goal == UNHELD else board[board[FIRST] + goal]
        if old != new:
            relist(board, position, meeting, old, new)
        position[position[COLUMN] + meeting] = goal
    for where in range(position[TOUCH], position[TOUCH] + 3 * position[TOUCHED], 3):
        pair = position[where]
        position[position[IDLE] + 2 * pair] = position[where + 1]
        position[position[IDLE] + 2 * pair + 1] = position[where + 2]
        resore(position, pair)
    for where in range(position[JOSTLE], position[JOSTLE] + 2 * position[JOSTLED], 2):
        position[position[PARTED] + position[where]] = position[where + 1]


@compiled
def better(position: Longs) -> bool:
    """Whether this is worth more than the best; or as much with less breaks and cost, then partings, then gaps."""
    if position[VALUE] != position[BEST + VALUE]:
        return position[VALUE] > position[BEST + VALUE]
    worse = (position[BREAKS] - position[BEST + BREAKS]) * position[PRICED + BREAKS]
    worse += (position[COST] - position[BEST + COST]) * position[PRICED + COST]
    if worse != 0:
        return worse < 0
    if position[PARTINGS] != position[BEST + PARTINGS]:
        return position[PARTINGS] < position[BEST + PARTINGS]
    return position[GAPS] < position[BEST + GAPS]


@compiled
def remember(board: Longs, position: Longs) -> None:
    """Keep the columns as the best."""
    for number in range(5):
        position[BEST + number] = position[number]
    for meeting in range(board[REQUESTS]):
        position[position[BEST_COLUMN] + meeting] = position[position[COLUMN] + meeting]


@compiled
def attempt(board: Longs, position: Longs, heat: float) -> int:
    """Make the chain's moves unless luck or rows forbid them; ``heat`` is in the measure of the prices."""
    if not swap_seats(board, position, False):
        swap_seats(board, position, True)
        return FORBIDDEN
    value, breaks, gaps, cost = difference(board, position)
    worse = breaks * position[PRICED + BREAKS] + gaps * position[PRICED + GAPS]
    worse += cost * position[PRICED + COST] - value * position[PRICED + VALUE]
    partings = more_partings(board, position)
    worse += partings * position[PRICED + PARTINGS]
    if worse > 0 and (heat <= 0.0 or chance(position) >= exp(-worse / heat)):
        swap_seats(board, position, True)
        return UNLUCKY
    swap_rows(board, position, 1)
    if not rows_hold(board, position):
        swap_rows(board, position, -1)
        swap_seats(board, position, True)
        return FORBIDDEN
    settle(board, position)
    position[VALUE] += value
    position[BREAKS] += breaks
    position[GAPS] += gaps
    position[COST] += cost
    position[PARTINGS] += partings
    if better(position):
        remember(board, position)
    return DONE
