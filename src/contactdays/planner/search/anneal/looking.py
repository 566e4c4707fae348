"""What a search looks for on a board: activities, breaks, meetings and options, by chance."""

from .board import (
    AT,
    AT_SLOT,
    BEGIN,
    COLUMN,
    FIRST,
    HALF,
    HALF_BEGIN,
    IN_SESSION,
    KIND,
    NONE,
    PARTIES_AT,
    PARTY,
    REQUESTS,
    SLOTS,
    UNHELD,
    WEIGHT,
    Longs,
)
from .chains import option_at
from .compiled import compiled
from .dice import pick


@compiled
def busy(board: Longs, position: Longs, party: int, slot: int) -> bool:
    """Whether ``party`` has an activity in ``slot``."""
    where = party * board[SLOTS] + slot
    return board[board[KIND] + where] == IN_SESSION or position[position[AT] + where] >= 0


@compiled
def beside(board: Longs, position: Longs, party: int, slot: int) -> bool:
    """Whether an idle slot lies right before or after an activity of ``party`` in the half-day."""
    if busy(board, position, party, slot):
        return False
    half = board[HALF_BEGIN] + board[board[HALF] + slot]
    if slot > board[half] and busy(board, position, party, slot - 1):
        return True
    return slot + 1 < board[half + 1] and busy(board, position, party, slot + 1)


@compiled
def some_party(board: Longs, position: Longs, meeting: int) -> int:
    """One of the parties of ``meeting``."""
    begin, end = board[board[PARTIES_AT] + meeting], board[board[PARTIES_AT] + meeting + 1]
    return board[board[PARTY] + begin + pick(position, end - begin)]


@compiled
def near_others(board: Longs, position: Longs, meeting: int) -> int:
    """An option of ``meeting`` right before or after something else that one of its parties has; or NONE."""
    party = some_party(board, position, meeting)
    now = position[position[COLUMN] + meeting]
    start = NONE if now == UNHELD else board[board[FIRST] + now]
    row = board[AT_SLOT] + meeting * board[SLOTS]
    slot = pick(position, board[SLOTS])
    for _ in range(board[SLOTS]):
        slot = slot + 1 if slot + 1 < board[SLOTS] else 0
        if slot != start and board[row + slot] >= 0 and beside(board, position, party, slot):
            return option_at(board, position, meeting, slot, -1)
    return NONE


@compiled
def any_option(board: Longs, position: Longs, meeting: int) -> int:
    """One of the options of ``meeting``; NONE when it has none."""
    begin, end = board[board[BEGIN] + meeting], board[board[BEGIN] + meeting + 1]
    return begin + pick(position, end - begin) if end > begin else NONE


@compiled
def meeting_of(board: Longs, position: Longs, party: int, begin: int, end: int, most: int) -> int:
    """One of the meetings of ``party`` in slots ``begin`` to ``end``, worth at most ``most``; or NONE."""
    row = position[AT] + party * board[SLOTS]
    chosen, found = NONE, 0
    for slot in range(begin, end):
        met = position[row + slot]
        if met >= 0 and board[board[WEIGHT] + met] <= most:
            found += 1
            if found == 1 or pick(position, found) == 0:
                chosen = met
    return chosen


@compiled
def hole(board: Longs, position: Longs, party: int, begin: int, end: int) -> int:
    """The first slot of a break of ``party`` from slot ``begin`` to ``end``; or NONE."""
    started, first = False, NONE
    for slot in range(begin, end):
        if busy(board, position, party, slot):
            if first != NONE:
                return first
            started = True
        elif started and first == NONE:
            first = slot
    return NONE


@compiled
def held(board: Longs, position: Longs) -> int:
    """Some meeting that is held; NONE when none is met soon."""
    for _ in range(16):
        meeting = pick(position, board[REQUESTS])
        if position[position[COLUMN] + meeting] != UNHELD:
            return meeting
    return NONE
