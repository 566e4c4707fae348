"""Weeks too large for the exact stage: the flow says whom to hold, chains find the times.

The requests that reach the flow bound are held one after the other along Kempe chains, which is how a bipartite
graph is coloured by its edges (König 1916) and fails only where parties are away or places are short. What is
left is held where there is room. Then one annealing weighs value, breaks and gaps together, dropping and taking
up meetings; another parts fewer parties, at no loss of value.
"""

from collections.abc import Callable

import numpy as np

from contactdays.planner.search.anneal.board import BEST, BREAKS, GAPS, PARTINGS, Longs
from contactdays.planner.search.anneal.insertion import insert_all
from contactdays.planner.search.anneal.laying import Prices, best_columns, place
from contactdays.planner.search.anneal.moves import search
from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.options import Option
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.linear.highs import Limits

from .flow import flow_of
from .mass import Mass, mass_of
from .mass_rows import board_of_mass

MOST_OPTIONS = 300_000
AT_ONCE, MOST_TIMES = 4_000, 10
EAGER: Prices = (160, 16, 1, 0, 0)
TOGETHER: Prices = (1 << 20, 64, 1, 0, 4)
TRIES, TRIES_BESIDES = 300, 20
HOT, COLD = 0.6, 0.12
BATCH = 200_000
COMPULSORY = 1 << 32


def crowd_in(grid: Grid) -> Mass | None:
    """The options of ``grid`` when they are more than MOST_OPTIONS and only rules that Large knows bind them."""
    problem = grid.problem
    if len(grid.requests) * len(grid.slots) <= MOST_OPTIONS or problem.breaks_apart is not None:
        return None
    if any(each.after for each in grid.requests):
        return None
    mass = mass_of(grid, stands_of(grid, apart=False))
    return mass if len(mass.request) > MOST_OPTIONS else None


class Large:
    """A selection among the options of ``mass`` on its way to more value and fewer breaks.

    ``bound``: no plan is worth more. Compulsory requests count as worth far more than all others together, but
    whether all are held is for the caller to see.
    """

    def __init__(self, mass: Mass, seed: int, limits: Limits) -> None:
        grid = self.grid = mass.grid
        self.mass, self._seed = mass, seed
        flow = flow_of(mass, limits)
        self.bound = flow.bound
        self._weights = np.array([each.weight for each in grid.requests], np.int64)
        urgent = np.array([grid.compulsory(each) for each in grid.requests], np.bool_)
        worth = self._weights + urgent * COMPULSORY
        self.board = board_of_mass(mass, worth)
        self.position = place(self.board, (), seed, EAGER)
        first, rest = flow.wanted[_by_worth(worth[flow.wanted])], _by_worth(worth)
        self._orders = (rest[: int(urgent.sum())], TRIES), (first, TRIES), (rest, TRIES_BESIDES)

    def fill(self) -> None:
        """Hold as many of the requests that the flow wants as chains make room for, and then others."""
        for order, tries in self._orders:
            insert_all(self.board, self.position, order, tries)

    def columns(self) -> tuple[int, ...]:
        """The best selection met, sorted."""
        return best_columns(self.board, self.position)

    def held(self) -> list[Option]:
        """The options of the best selection met."""
        return self.mass.options(self.columns())

    @property
    def value(self) -> int:
        """What the best selection met is worth."""
        return int(self._weights[self.mass.request[list(self.columns())]].sum())

    @property
    def breaks(self) -> int:
        """The breaks of the best selection met."""
        return int(self.position[BEST + BREAKS])

    @property
    def gaps(self) -> int:
        """The free slots in those breaks."""
        return int(self.position[BEST + GAPS])

    def complete(self) -> bool:
        """Whether all compulsory requests are held."""
        held = {each.request for each in self.held()}
        return all(number in held for number, each in enumerate(self.grid.requests) if self.grid.compulsory(each))

    def anneal(self, moves: int, told: Callable[[float], bool]) -> bool:
        """Try ``moves`` moves for every AT_ONCE requests, at most MOST_TIMES as many; True when ``told`` ended it.

        ``told`` is given the share of the work done, and answers True to end it.
        """
        return self._cool(moves, float(EAGER[BREAKS]), told, strict=False)

    def gather(self, moves: int, told: Callable[[float], bool]) -> bool:
        """As ``anneal``, but against partings and at no loss of value."""
        self.position = place(self.board, self.columns(), self._seed, TOGETHER)
        return self._cool(moves, float(TOGETHER[PARTINGS]), told, strict=True)

    def _cool(self, moves: int, scale: float, told: Callable[[float], bool], *, strict: bool) -> bool:
        total = moves * min(max(1, len(self.grid.requests) // AT_ONCE), MOST_TIMES)
        for begin in range(0, total, BATCH):
            if told(begin / total):
                return True
            end = min(begin + BATCH, total)
            tried = search(self.board, self.position, begin, end, total, HOT * scale, COLD * scale, strict, True)
            if tried < end - begin:
                break
        return False


def _by_worth(worth: Longs) -> Longs:
    """Numbers in order of worth, the greatest first."""
    return np.argsort(-worth, kind="stable")
