"""Fewer idle gaps with the same meetings: annealing over Kempe chains.

A move takes a meeting to another of its slots; meetings that are in its way go to the slot it came from, and
so on along the chain (Kempe chains of timetabling; Morgenstern and Shapiro 1990 for colouring). The set of
meetings held, and so the value, stays as it is; every row of the model is kept.
"""

from collections import defaultdict
from collections.abc import Callable
from math import exp
from random import Random

from .gaps import free_masks, half_day_masks, idle_slots, session_masks, touched
from .ledger import Ledger
from .model import Model
from .options import Option

HOT, COLD = 1.0, 0.08
LONGEST_CHAIN = 60
BATCH = 5_000


class Polisher:
    """A selection on its way to fewer gaps; ``columns`` holds the column of each meeting, by request."""

    def __init__(self, model: Model, chosen: tuple[int, ...], dice: Random) -> None:
        self.options = model.ways.options
        self.parties = {each: request.participants for each, request in enumerate(model.grid.requests)}
        self.ledger = Ledger(model, chosen)
        self.dice = dice
        self.columns = {self.options[column].request: column for column in chosen}
        self.half_days = half_day_masks(model.grid)
        self.half_day_of = {s: n for n, slots in enumerate(model.grid.half_days) for s in slots}
        self.free = free_masks(model.grid)
        self.busy = session_masks(model.grid)
        self.at: dict[tuple[str, int], int] = {}
        self.choices: dict[int, list[int]] = defaultdict(list)
        self.by_slot: dict[tuple[int, int], list[int]] = defaultdict(list)
        for column, option in enumerate(self.options):
            if option.request in self.columns:
                self.choices[option.request].append(column)
                self.by_slot[option.request, option.first].append(column)
        for meeting, column in self.columns.items():
            self._occupy(meeting, self.options[column])
            for party in self.parties[meeting]:
                self.busy[party] |= touched(self.options[column])
        self.movable = sorted(each for each, choices in self.choices.items() if len(choices) > 1)
        self.gaps = sum(self._gaps_of(party, busy) for party, busy in self.busy.items())

    def anneal(self, moves: int, told: Callable[[int, int], bool]) -> tuple[tuple[int, ...], int]:
        """Try ``moves`` moves; the best selection met, sorted, and its gaps.

        ``told`` is given the moves tried and the fewest gaps after each batch; answering True ends it.
        """
        fewest, best = self.gaps, dict(self.columns)
        for tried in range(moves if self.movable else 0):
            if tried % BATCH == 0 and told(tried, fewest):
                break
            self._step(HOT * (COLD / HOT) ** (tried / moves))
            if self.gaps < fewest:
                fewest, best = self.gaps, dict(self.columns)
                if not fewest:
                    break
        return tuple(sorted(best.values())), fewest

    def _step(self, heat: float) -> None:
        meeting = self.movable[int(self.dice.random() * len(self.movable))]
        choices = self.choices[meeting]
        column = choices[int(self.dice.random() * len(choices))]
        chain = self._chain(meeting, column)
        if chain is None:
            return
        worse, busy = self._difference(chain)
        if worse > 0 and self.dice.random() >= exp(-worse / heat):
            return
        if self._move(chain):
            self.gaps += worse
            self.busy.update(busy)

    def _chain(self, meeting: int, column: int) -> dict[int, int] | None:
        """New columns of all meetings that must move with ``meeting``; None when one of them cannot."""
        source, target = self.options[self.columns[meeting]], self.options[column]
        if source.first == target.first:
            return None
        chain, frontier = {meeting: column}, [meeting]
        while frontier:
            mover = frontier.pop()
            goal = self.options[chain[mover]]
            for met in self._in_the_way(mover, goal):
                if met in chain:
                    continue
                back = source.first if goal.first == target.first else target.first
                way = self._way_back(met, goal, back)
                if way is None or len(chain) == LONGEST_CHAIN:
                    return None
                chain[met] = way
                frontier.append(met)
        return chain

    def _in_the_way(self, mover: int, goal: Option) -> list[int]:
        found = []
        for slot in range(goal.first, goal.last + 1):
            for party in self.parties[mover]:
                met = self.at.get((party, slot), mover)
                if met != mover:
                    found.append(met)
        return found

    def _way_back(self, meeting: int, goal: Option, slot: int) -> int | None:
        """The column that takes ``meeting`` out of the way of ``goal`` to ``slot``, in the same building."""
        now = self.options[self.columns[meeting]]
        if now.first != goal.first or now.last != goal.last:
            return None
        columns = self.by_slot.get((meeting, slot), ())
        return next((each for each in columns if self.options[each].building == now.building), None)

    def _difference(self, chain: dict[int, int]) -> tuple[int, dict[str, int]]:
        """By how many gaps the chain makes the week worse, and what the parties' masks become."""
        busy: dict[str, int] = {}
        for meeting, column in chain.items():
            flip = touched(self.options[self.columns[meeting]]) ^ touched(self.options[column])
            for party in self.parties[meeting]:
                busy[party] = busy.get(party, self.busy[party]) ^ flip
        worse = 0
        for party, mask in busy.items():
            if mask != self.busy[party]:
                worse += self._gaps_of(party, mask) - self._gaps_of(party, self.busy[party])
        return worse, busy

    def _gaps_of(self, party: str, busy: int) -> int:
        free = self.free[party]
        return sum(idle_slots(busy, free, half_day) for half_day in self.half_days)

    def _move(self, chain: dict[int, int]) -> bool:
        """Make the moves unless a row of the model forbids it."""
        before = {meeting: self.columns[meeting] for meeting in chain}
        self._exchange(before, chain)
        if self.ledger.keeps(chain.values()):
            for meeting, column in before.items():
                self._vacate(meeting, self.options[column])
            for meeting, column in chain.items():
                self._occupy(meeting, self.options[column])
            self.columns.update(chain)
            return True
        self._exchange(chain, before)
        return False

    def _exchange(self, old: dict[int, int], new: dict[int, int]) -> None:
        for column in old.values():
            self.ledger.remove(column)
        for column in new.values():
            self.ledger.add(column)

    def _vacate(self, meeting: int, option: Option) -> None:
        for slot in range(option.first, option.last + 1):
            for party in self.parties[meeting]:
                del self.at[party, slot]

    def _occupy(self, meeting: int, option: Option) -> None:
        for slot in range(option.first, option.last + 1):
            for party in self.parties[meeting]:
                self.at[party, slot] = meeting
