"""Fewer breaks with meetings of the same worth: annealing over Kempe chains.

A move takes a meeting to another of its slots; meetings that are in its way go to the slot it came from, and
so on along the chain (Kempe chains, as used for timetables since Thompson and Dowsland 1996). When the places
of a slot are all taken, a meeting from there comes back in exchange. Now and then a meeting that was not held
takes the place of one that is worth no more. The value never falls, and every row of the model is kept.
"""

from collections.abc import Callable
from typing import NamedTuple

from .board import BEST, BREAKS, COST, GAPS, PRICED, VALUE, Longs
from .laying import best_columns, board_of, place
from .model import Model
from .moves import search

HOT, COLD = 0.7, 0.12
BATCH = 50_000


class Smoothness(NamedTuple):
    """Breaks of all parties together, the free slots in them, and what the options cost."""

    breaks: int
    gaps: int
    cost: int


class Polisher:
    """A selection on its way to fewer breaks."""

    def __init__(self, model: Model, chosen: tuple[int, ...], seed: int, option_cost: Longs | None = None) -> None:
        """``option_cost``: what choosing each option costs, in sixteenths of a break."""
        self.board = board_of(model, option_cost)
        self.position = place(self.board, chosen, seed)

    @property
    def value(self) -> int:
        """What the best selection met is worth."""
        return int(self.position[BEST + VALUE])

    @property
    def best(self) -> Smoothness:
        """How smooth the best selection met is."""
        return Smoothness(*(int(self.position[BEST + each]) for each in (BREAKS, GAPS, COST)))

    @property
    def columns(self) -> tuple[int, ...]:
        """The best selection met, sorted."""
        return best_columns(self.board, self.position)

    def anneal(self, moves: int, told: Callable[[int], bool]) -> None:
        """Try ``moves`` moves, or fewer when nothing is left to mend.

        ``told`` is given the number of moves tried after each batch; answering True ends it.
        """
        scale = float(self.position[PRICED + BREAKS])
        for begin in range(0, moves, BATCH):
            end = min(begin + BATCH, moves)
            if told(begin):
                return
            tried = search(self.board, self.position, begin, end, moves, HOT * scale, COLD * scale, True)
            if tried < end - begin:
                return
