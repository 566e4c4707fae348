"""A selection as whole numbers in two flat arrays, the form that compiled searches rearrange.

Few arrays keep the machine code small and its making short. Both begin with a header: a size, a counter, or
where a part begins. ``board[board[FIRST] + column]`` is the first slot of option number ``column``.
"""

from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Longs = NDArray[np.int64]

NOBODY = UNHELD = NONE = -1

# What does not change: sizes, then where the parts begin.
SLOTS, HALVES, REQUESTS, PARTIES = range(4)
# Of each option: its request, its first and last slot, the number of its building, what it costs, where its
# entries begin (and the end). They are in order of request, then of slot.
OPTION_OF, FIRST, LAST, SITE, PRICE, ENTRIES = range(4, 10)
# Of each entry its row and factor; of each row the least and the most that it may sum up to.
ENTRY, LIMIT = 10, 11
# Of each request: where its options begin (and the end), where its parties begin (and the end), its worth,
# and for each slot its first option that starts there.
BEGIN, PARTIES_AT, WEIGHT, AT_SLOT = range(12, 16)
# The parties of all requests; of each party and slot: 1 in a session, 2 free, else 0; of each slot its
# half-day; of each half-day where its slots begin (and the end).
PARTY, KIND, HALF, HALF_BEGIN = range(16, 20)
BOARD_HEADER = 20
IN_SESSION, FREE = 1, 2

# What changes: the value, breaks, gaps, cost and partings now, and at the best met; the price of each in a move.
VALUE, BREAKS, GAPS, COST, PARTINGS = range(5)
BEST, PRICED = 5, 10
# The state of chance; how many party x half-days have a break; the number of the move, the length of its
# chain, how many party x half-days and how many meetings it touches.
DICE, SORE_COUNT, MOVE, CHAIN, TOUCHED, JOSTLED = range(15, 21)
# Of each request: its option or UNHELD, and at the best met; where it is listed; the move it was last part of;
# how many of its parties part.
COLUMN, BEST_COLUMN, SPOT, MARK, PARTED = range(21, 26)
# Of each party and slot its request or NOBODY; of each row what it sums up to; for each slot the requests
# that start there and how many, those unheld listed after the last slot.
AT, FULL, LISTED, COUNT = range(26, 30)
# Of each party x half-day: its breaks and gaps, where it is listed as sore (or NONE), the move that touched
# it; the list itself; members of the chain with their goals; what the move touches, with breaks and gaps;
# the meetings it jostles, with how many of their parties part.
IDLE, SORE_SPOT, STAMP, SORE, MEMBER, TOUCH, JOSTLE = range(30, 37)
POSITION_HEADER = 37

LONGEST_CHAIN = 64


def packed(header: int, sizes: dict[int, int], parts: dict[int, Longs]) -> Longs:
    """A header with ``sizes``, and ``parts`` one after the other, each where its header entry says."""
    ends = list(accumulate((len(part) for part in parts.values()), initial=header))
    flat = np.empty(ends[-1], np.int64)
    for number, size in sizes.items():
        flat[number] = size
    for (number, part), begin in zip(parts.items(), ends, strict=False):
        flat[number] = begin
        flat[begin : begin + len(part)] = part
    return flat


def blank(board: Longs, rows: int, seed: int, prices: tuple[int, int, int, int, int]) -> Longs:
    """A position in which nothing is held; ``prices``: of value lost, a break, a gap, option cost, a parting."""
    slots, halves, requests, parties = (int(size) for size in board[:4])
    pairs = parties * halves
    parts = {
        COLUMN: np.full(requests, UNHELD),
        BEST_COLUMN: np.full(requests, UNHELD),
        SPOT: np.arange(requests),
        MARK: np.zeros(requests, np.int64),
        PARTED: np.zeros(requests, np.int64),
        AT: np.full(parties * slots, NOBODY),
        FULL: np.zeros(rows, np.int64),
        LISTED: np.tile(np.arange(requests), slots + 1),
        COUNT: np.append(np.zeros(slots, np.int64), requests),
        IDLE: np.zeros(2 * pairs, np.int64),
        SORE_SPOT: np.full(pairs, NONE),
        STAMP: np.zeros(pairs, np.int64),
        SORE: np.zeros(pairs, np.int64),
        MEMBER: np.zeros(4 * LONGEST_CHAIN, np.int64),
        TOUCH: np.zeros(3 * pairs, np.int64),
        JOSTLE: np.zeros(2 * requests, np.int64),
    }
    sizes = dict.fromkeys(range(COLUMN), 0) | {PRICED + number: price for number, price in enumerate(prices)}
    return packed(POSITION_HEADER, sizes | {DICE: seed % (1 << 31) * 7919 + 104729}, parts)
