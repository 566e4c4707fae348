"""Chance for compiled searches: the state is in the position, so the same seed gives the same search."""

import numpy as np

from .board import DICE, Longs
from .compiled import compiled

_A, _B, _C, _HALF, _FINE = (np.uint64(each) for each in (12, 25, 27, 33, 11))
_SPREAD = np.uint64(2685821657736338717)


@compiled
def roll(position: Longs) -> np.uint64:
    """The next 64 bits (xorshift64*, Vigna 2016); the state is never 0."""
    bits = np.uint64(position[DICE])
    bits ^= bits >> _A
    bits ^= bits << _B
    bits ^= bits >> _C
    position[DICE] = np.int64(bits)
    return bits * _SPREAD


@compiled
def pick(position: Longs, count: int) -> int:
    """A number from 0 to ``count`` - 1."""
    return int(roll(position) >> _HALF) % count


@compiled
def chance(position: Longs) -> float:
    """A number from 0 to 1, 1 excluded."""
    return int(roll(position) >> _FINE) / 9007199254740992.0
