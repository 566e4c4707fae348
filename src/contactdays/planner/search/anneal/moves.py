"""What a search tries: a meeting elsewhere, one into a break, one instead of another."""

from .attempting import FORBIDDEN, attempt
from .board import (
    BREAKS,
    CHAIN,
    COLUMN,
    COST,
    COUNT,
    FIRST,
    HALF_BEGIN,
    HALVES,
    LISTED,
    MEMBER,
    NONE,
    PARTINGS,
    REQUESTS,
    SLOTS,
    SORE,
    SORE_COUNT,
    UNHELD,
    WEIGHT,
    Longs,
)
from .chains import grow, link, option_at, start_chain
from .compiled import compiled
from .dice import chance, pick
from .looking import any_option, held, hole, meeting_of, near_others, some_party

AIMED, TRADED, MENDING = 0.7, 0.12, 0.5
HEAVIEST = 1 << 62


@compiled
def mending(board: Longs, position: Longs) -> tuple[int, int]:
    """A meeting to fill a break with, and the column; or a meeting beside one, and NONE."""
    pair = position[position[SORE] + pick(position, position[SORE_COUNT])]
    party, half = pair // board[HALVES], pair % board[HALVES]
    begin, end = board[board[HALF_BEGIN] + half], board[board[HALF_BEGIN] + half + 1]
    if chance(position) < 0.5:
        return meeting_of(board, position, party, begin, end, HEAVIEST), NONE
    meeting = meeting_of(board, position, party, 0, board[SLOTS], HEAVIEST)
    slot = hole(board, position, party, begin, end)
    if meeting == NONE or slot == NONE:
        return meeting, NONE
    return meeting, option_at(board, position, meeting, slot, -1)


@compiled
def choose(board: Longs, position: Longs) -> tuple[int, int]:
    """A meeting and a column for it; NONE when there is none."""
    meeting = column = NONE
    if position[SORE_COUNT] and chance(position) < MENDING:
        meeting, column = mending(board, position)
    if meeting == NONE:
        meeting = held(board, position)
    if meeting != NONE and column == NONE and chance(position) < AIMED:
        column = near_others(board, position, meeting)
    if meeting != NONE and column == NONE:
        column = any_option(board, position, meeting)
    return meeting, column


@compiled
def exchange(board: Longs, position: Longs, source: int, target: int) -> bool:
    """Add to the chain, back from the slot it leads to, a meeting that starts there."""
    count = position[position[COUNT] + target]
    if count == 0:
        return False
    meeting = position[position[LISTED] + target * board[REQUESTS] + pick(position, count)]
    column = option_at(board, position, meeting, source, -1)
    if column == NONE:
        return False
    begin = position[CHAIN]
    for number in range(begin):
        if position[position[MEMBER] + 2 * number] == meeting:
            return False
    link(position, meeting, column)
    return grow(board, position, begin, target, source, False)


@compiled
def shift(board: Longs, position: Longs, heat: float) -> None:
    """Move a meeting, and along a chain those in its way."""
    meeting, column = choose(board, position)
    if meeting == NONE or column == position[position[COLUMN] + meeting]:
        return
    source, target = board[board[FIRST] + position[position[COLUMN] + meeting]], board[board[FIRST] + column]
    start_chain(position)
    link(position, meeting, column)
    if source != target and not grow(board, position, 0, source, target, False):
        return
    tries = 2 if source != target else 1
    while tries and attempt(board, position, heat) == FORBIDDEN:
        tries -= 1
        if tries and not restart(board, position, meeting, column, source, target):
            return


@compiled
def restart(board: Longs, position: Longs, meeting: int, column: int, source: int, target: int) -> bool:
    """The same chain again, with another one in exchange."""
    start_chain(position)
    link(position, meeting, column)
    return grow(board, position, 0, source, target, False) and exchange(board, position, source, target)


@compiled
def trade(board: Longs, position: Longs, heat: float, strict: bool) -> None:
    """Hold a meeting that was not held, mostly instead of one of the same party that is worth no more.

    Not ``strict``: it may be worth more, and those in the way that cannot go elsewhere are dropped.
    """
    unheld = position[LISTED] + board[SLOTS] * board[REQUESTS]
    wanted = position[unheld + pick(position, position[position[COUNT] + board[SLOTS]])]
    column = any_option(board, position, wanted)
    if column == NONE:
        return
    source = board[board[FIRST] + any_option(board, position, wanted)]
    start_chain(position)
    if chance(position) < 0.9:
        most = board[board[WEIGHT] + wanted] if strict or chance(position) < 0.7 else HEAVIEST
        given = meeting_of(board, position, some_party(board, position, wanted), 0, board[SLOTS], most)
        if given != NONE:
            slot = board[board[FIRST] + position[position[COLUMN] + given]]
            link(position, given, UNHELD)
            there = option_at(board, position, wanted, slot, -1)
            if there != NONE and chance(position) < 0.6:
                column = there
    link(position, wanted, column)
    if grow(board, position, position[CHAIN] - 1, source, board[board[FIRST] + column], not strict):
        attempt(board, position, heat)


@compiled
def search(
    board: Longs,
    position: Longs,
    begin: int,
    end: int,
    total: int,
    hot: float,
    cold: float,
    strict: bool,
    trading: bool,
) -> int:
    """Try moves number ``begin`` to ``end`` of ``total``, ever colder; how many were tried.

    When ``strict`` no value is given away, and it ends early when no break, cost and parting is left. Only
    when ``trading`` a meeting may be held instead of another.
    """
    heat = hot
    for number in range(begin, end):
        if number % 64 == 0 or number == begin:
            heat = hot * (cold / hot) ** (number / total)
            if strict and position[BREAKS] == 0 and position[COST] == 0 and position[PARTINGS] == 0:
                return number - begin
        if trading and position[position[COUNT] + board[SLOTS]] and chance(position) < TRADED:
            trade(board, position, heat, strict)
        else:
            shift(board, position, heat)
    return end - begin
