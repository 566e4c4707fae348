"""Making a move on a board: who sits where, what rows and breaks that gives, and taking it back."""

from math import exp

from .board import (
    AT,
    BEST,
    BEST_COLUMN,
    BREAKS,
    CHAIN,
    COLUMN,
    COST,
    COUNT,
    ENTRIES,
    ENTRY,
    FIRST,
    FREE,
    FULL,
    GAPS,
    HALF,
    HALF_BEGIN,
    HALVES,
    IDLE,
    IN_SESSION,
    JOSTLE,
    JOSTLED,
    KIND,
    LAST,
    LIMIT,
    LISTED,
    MARK,
    MEMBER,
    MOVE,
    NOBODY,
    NONE,
    PARTED,
    PARTIES_AT,
    PARTINGS,
    PARTY,
    PRICE,
    PRICED,
    REQUESTS,
    SLOTS,
    SORE,
    SORE_COUNT,
    SORE_SPOT,
    SPOT,
    STAMP,
    TOUCH,
    TOUCHED,
    UNHELD,
    VALUE,
    WEIGHT,
    Longs,
)
from .compiled import compiled
from .dice import chance

UNLUCKY, DONE, FORBIDDEN = 0, 1, 2


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
