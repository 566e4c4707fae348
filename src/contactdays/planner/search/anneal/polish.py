"""Fewer breaks with meetings of the same worth: annealing over Kempe chains.

A move takes a meeting to another of its slots; meetings that are in its way go to the slot it came from, and
so on along the chain (Kempe chains, as used for timetables since Thompson and Dowsland 1996). When the places
of a slot are all taken, a meeting from there comes back in exchange. Now and then a meeting that was not held
takes the place of one that is worth no more. The value never falls, and every row of the model is kept. While
breaks are left there is another round, hot again at first, and the best of all rounds counts.

Then, with no more breaks, fewer partings: two parties that meet and right after meet others cannot both stay
where they are, so that partings foretell changes of place.
"""

from collections.abc import Callable
from typing import NamedTuple

from contactdays.planner.search.model.model import Model

from .board import BEST, BREAKS, COST, GAPS, PARTINGS, PRICED, VALUE, Longs
from .laying import Prices, best_columns, board_of, place
from .moves import search

HOT, COLD = 0.7, 0.12
TOGETHER: Prices = (1 << 40, 64, 1, 4, 4)
ROUNDS = 4
BATCH = 50_000


class Smoothness(NamedTuple):
    """Breaks of all parties together, the free slots in them, and what the options cost."""

    breaks: int
    gaps: int
    cost: int


class Polisher:
    """A selection on its way to fewer breaks."""

    def __init__(
        self,
        model: Model,
        chosen: tuple[int, ...],
        seed: int,
        option_cost: Longs | None = None,
        *,
        trading: bool = True,
    ) -> None:
        """``option_cost``: what choosing each option costs, in sixteenths of a break.

        Without ``trading`` the same meetings are held in the end.
        """
        self.board = board_of(model, option_cost)
        self.position = place(self.board, chosen, seed)
        self._seed, self._trading = seed, trading

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

    def anneal(self, moves: int, told: Callable[[float], bool]) -> None:
        """Try ``moves`` moves against breaks, ROUNDS times at most, and as many against partings.

        Fewer when nothing is left to mend. ``told`` is given the share of the work done after each batch;
        answering True ends it.
        """
        if self.smooth(moves, told):
            return
        self.position = place(self.board, self.columns, self._seed, TOGETHER)
        self._cool(moves, PRICED + PARTINGS, _part(told, ROUNDS))

    def smooth(self, moves: int, told: Callable[[float], bool], rounds: int = ROUNDS) -> bool:
        """Try ``moves`` moves against breaks, ``rounds`` times at most; whether ``told`` has ended it."""
        for number in range(rounds):
            self.position = place(self.board, self.columns, self._seed + number)
            if self._cool(moves, PRICED + BREAKS, _part(told, number)):
                return True
            if self.best.breaks == self.best.cost == 0:
                break
        return False

    def _cool(self, moves: int, priced: int, told: Callable[[float], bool]) -> bool:
        """Try moves, ever colder in the measure of one price; whether ``told`` has ended it. Of nothing, none."""
        hot, cold = (each * float(self.position[priced]) for each in (HOT, COLD))
        for begin in range(0, moves if self.columns else 0, BATCH):
            end = min(begin + BATCH, moves)
            if told(begin / moves):
                return True
            if search(self.board, self.position, begin, end, moves, hot, cold, True, self._trading) < end - begin:
                return False
        return False


def _part(told: Callable[[float], bool], number: int) -> Callable[[float], bool]:
    """``told`` for one of the rounds, or the last part, each of which is an equal share of the work."""
    return lambda share: told((number + share) / (ROUNDS + 1))
