"""Holding more meetings, each along a chain that nobody loses by."""

from .attempting import DONE, FORBIDDEN, attempt
from .board import BEGIN, COLUMN, FIRST, UNHELD, Longs
from .chains import grow, link, start_chain
from .compiled import compiled
from .dice import pick
from .looking import any_option
from .moves import exchange


@compiled
def insert(board: Longs, position: Longs, wanted: int, tries: int) -> bool:
    """Hold request ``wanted`` too, in one of so many pairs of slots between which others move; False if in vain."""
    count = board[board[BEGIN] + wanted + 1] - board[board[BEGIN] + wanted]
    if count == 0:
        return False
    start = pick(position, count)
    for number in range(tries):
        column = board[board[BEGIN] + wanted] + (start + number) % count
        target = board[board[FIRST] + column]
        source = board[board[FIRST] + any_option(board, position, wanted)]
        start_chain(position)
        link(position, wanted, column)
        if not grow(board, position, 0, source, target, False):
            continue
        done = attempt(board, position, 0.0)
        if done == FORBIDDEN and source != target:
            start_chain(position)
            link(position, wanted, column)
            if grow(board, position, 0, source, target, False) and exchange(board, position, source, target):
                done = attempt(board, position, 0.0)
        if done == DONE:
            return True
    return False


@compiled
def insert_all(board: Longs, position: Longs, wanted: Longs, tries: int) -> int:
    """Hold each of ``wanted`` that is not held yet, in their order; how many are left."""
    left = 0
    for request in wanted:
        if position[position[COLUMN] + request] == UNHELD and not insert(board, position, request, tries):
            left += 1
    return left
