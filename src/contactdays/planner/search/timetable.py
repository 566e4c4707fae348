"""A selection that can be rearranged: who meets whom in which slot, and how many idle gaps that leaves."""

from collections import defaultdict

from .gaps import free_masks, half_day_masks, idle_slots, session_masks, touched
from .ledger import Ledger
from .model import Model
from .options import Option

Chain = dict[int, int]


class Timetable:
    """Meetings (requests by number) at their options (columns of ``model``), in step with its rows.

    ``columns``: the column of each meeting. ``in_slot``: meetings by the slot they start in. ``busy``: a mask
    of slots for each party. ``gaps``: idle slots of all parties together.
    """

    def __init__(self, model: Model, chosen: tuple[int, ...]) -> None:
        self.options = model.ways.options
        self.parties = [request.participants for request in model.grid.requests]
        self.columns: Chain = {self.options[column].request: column for column in chosen}
        self.busy = session_masks(model.grid)
        self.in_slot: dict[int, list[int]] = defaultdict(list)
        self._at: dict[tuple[str, int], int] = {}
        self._ledger = Ledger(model, chosen)
        self._half_days = half_day_masks(model.grid)
        self._free = free_masks(model.grid)
        for meeting, column in self.columns.items():
            self._occupy(meeting, self.options[column])
            for party in self.parties[meeting]:
                self.busy[party] |= touched(self.options[column])
        self.gaps = sum(self._gaps_of(party, mask) for party, mask in self.busy.items())

    def option(self, meeting: int) -> Option:
        """Where ``meeting`` is now."""
        return self.options[self.columns[meeting]]

    def in_the_way(self, mover: int, goal: Option) -> list[int]:
        """Meetings that keep a party of ``mover`` from being at ``goal``."""
        found = []
        for slot in range(goal.first, goal.last + 1):
            for party in self.parties[mover]:
                met = self._at.get((party, slot), mover)
                if met != mover:
                    found.append(met)
        return found

    def difference(self, chain: Chain) -> tuple[int, dict[str, int]]:
        """By how many gaps ``chain`` makes the week worse, and the masks of the parties it touches."""
        busy: dict[str, int] = {}
        for meeting, column in chain.items():
            flip = touched(self.option(meeting)) ^ touched(self.options[column])
            for party in self.parties[meeting]:
                busy[party] = busy.get(party, self.busy[party]) ^ flip
        worse = 0
        for party, mask in busy.items():
            if mask != self.busy[party]:
                worse += self._gaps_of(party, mask) - self._gaps_of(party, self.busy[party])
        return worse, busy

    def move(self, chain: Chain, worse: int, busy: dict[str, int]) -> bool:
        """Make all moves of ``chain``, whose ``difference`` is given, unless a row of the model forbids it."""
        before = {meeting: self.columns[meeting] for meeting in chain}
        self._exchange(before, chain)
        if not self._ledger.keeps((*chain.values(), *before.values())):
            self._exchange(chain, before)
            return False
        for meeting, column in before.items():
            self._vacate(meeting, self.options[column])
        for meeting, column in chain.items():
            self._occupy(meeting, self.options[column])
        self.columns.update(chain)
        self.busy.update(busy)
        self.gaps += worse
        return True

    def _gaps_of(self, party: str, busy: int) -> int:
        free = self._free[party]
        return sum(idle_slots(busy, free, half_day) for half_day in self._half_days)

    def _exchange(self, old: Chain, new: Chain) -> None:
        for column in old.values():
            self._ledger.remove(column)
        for column in new.values():
            self._ledger.add(column)

    def _vacate(self, meeting: int, option: Option) -> None:
        self.in_slot[option.first].remove(meeting)
        for slot in range(option.first, option.last + 1):
            for party in self.parties[meeting]:
                del self._at[party, slot]

    def _occupy(self, meeting: int, option: Option) -> None:
        self.in_slot[option.first].append(meeting)
        for slot in range(option.first, option.last + 1):
            for party in self.parties[meeting]:
                self._at[party, slot] = meeting
