"""Fewer idle gaps with the same meetings: annealing over Kempe chains.

A move takes a meeting to another of its slots; meetings that are in its way go to the slot it came from, and
so on along the chain (Kempe chains, as used for timetables since Thompson and Dowsland 1996). When the places
of a slot are all taken, a meeting from there comes back in exchange. The set of meetings held, and so the
value, stays as it is; every row of the model is kept.
"""

from collections import defaultdict
from collections.abc import Callable
from math import exp
from random import Random

from .gaps import touched
from .model import Model
from .options import Option
from .timetable import Chain, Timetable

HOT, COLD = 0.7, 0.12
AIMED = 0.7
LONGEST_CHAIN = 60
BATCH = 20_000


class Polisher:
    """A selection on its way to fewer gaps."""

    def __init__(self, model: Model, chosen: tuple[int, ...], dice: Random) -> None:
        self.table = Timetable(model, chosen)
        self.dice = dice
        self.choices: dict[int, list[int]] = defaultdict(list)
        self.by_slot: dict[tuple[int, int], list[int]] = defaultdict(list)
        self.starts: dict[int, int] = defaultdict(int)
        for column, option in enumerate(self.table.options):
            if option.request in self.table.columns:
                self.choices[option.request].append(column)
                self.by_slot[option.request, option.first].append(column)
                self.starts[option.request] |= 1 << option.first
        self.movable = sorted(each for each, choices in self.choices.items() if len(choices) > 1)

    def anneal(self, moves: int, told: Callable[[int, int], bool]) -> tuple[tuple[int, ...], int]:
        """Try ``moves`` moves; the best selection met, sorted, and its gaps.

        ``told`` is given the moves tried and the fewest gaps after each batch; answering True ends it.
        """
        table = self.table
        fewest, best = table.gaps, dict(table.columns)
        for tried in range(moves if self.movable else 0):
            if not fewest or (tried % BATCH == 0 and told(tried, fewest)):
                break
            self._step(HOT * (COLD / HOT) ** (tried / moves))
            if table.gaps < fewest:
                fewest, best = table.gaps, dict(table.columns)
        return tuple(sorted(best.values())), fewest

    def _step(self, heat: float) -> None:
        meeting = self._any(self.movable)
        column = self._near_others(meeting) if self.dice.random() < AIMED else None
        if column is None:
            column = self._any(self.choices[meeting])
        chain = self._chain(meeting, column)
        if chain is None or self._try(chain, heat):
            return
        exchange = self._exchange(self.table.option(meeting), self.table.options[column], chain)
        if exchange is not None:
            self._try(exchange, heat)

    def _any(self, choices: list[int]) -> int:
        return choices[int(self.dice.random() * len(choices))]

    def _try(self, chain: Chain, heat: float) -> bool:
        """Move, unless it is worse than luck permits (then that settles it) or rows forbid it (False)."""
        worse, busy = self.table.difference(chain)
        if worse > 0 and self.dice.random() >= exp(-worse / heat):
            return True
        return self.table.move(chain, worse, busy)

    def _near_others(self, meeting: int) -> int | None:
        """A column right before or after something else that one of the parties has."""
        parties = self.table.parties[meeting]
        party = parties[int(self.dice.random() * len(parties))]
        now = self.table.option(meeting)
        busy = self.table.busy[party] & ~touched(now)
        near = ((busy << 1) | (busy >> 1)) & ~busy & self.starts[meeting] & ~(1 << now.first)
        slots = [slot for slot in range(near.bit_length()) if near >> slot & 1]
        return self.by_slot[meeting, self._any(slots)][0] if slots else None

    def _chain(self, meeting: int, column: int) -> Chain | None:
        """New columns of all meetings that must move with ``meeting``; None when one of them cannot."""
        source, target = self.table.option(meeting), self.table.options[column]
        if source.first == target.first:
            return None
        chain, frontier = {meeting: column}, [meeting]
        while frontier:
            mover = frontier.pop()
            goal = self.table.options[chain[mover]]
            back = source.first if goal.first == target.first else target.first
            for met in self.table.in_the_way(mover, goal):
                if met in chain:
                    continue
                way = self._way_back(met, goal, back)
                if way is None or len(chain) == LONGEST_CHAIN:
                    return None
                chain[met] = way
                frontier.append(met)
        return chain

    def _way_back(self, meeting: int, goal: Option, slot: int) -> int | None:
        """The column that takes ``meeting`` out of the way of ``goal`` to ``slot``, in the same building."""
        now = self.table.option(meeting)
        if now.first != goal.first or now.last != goal.last:
            return None
        columns = self.by_slot.get((meeting, slot), ())
        return next((each for each in columns if self.table.options[each].building == now.building), None)

    def _exchange(self, source: Option, target: Option, chain: Chain) -> Chain | None:
        """``chain`` and, back from the slot it leads to, a meeting that starts there."""
        there = self.table.in_slot[target.first]
        if not there:
            return None
        meeting = self._any(there)
        columns = self.by_slot.get((meeting, source.first))
        if not columns or meeting in chain:
            return None
        more = self._chain(meeting, columns[0])
        return None if more is None or not chain.keys().isdisjoint(more) else chain | more
