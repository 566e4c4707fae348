"""Fewer breaks for those who are disturbed anyway."""

from collections.abc import Sequence

from contactdays.planner.search.ground.breaks import breaks_in
from contactdays.planner.search.ground.gaps import half_day_masks, session_masks, touched
from contactdays.planner.search.model.ledger import Ledger
from contactdays.planner.search.selection.goals import Goal

from .board import Board

SWEEPS = 8


def smoothed(board: Board, chosen: tuple[int, ...], goals: Sequence[Goal]) -> tuple[int, ...]:
    """``chosen`` with the meetings that do not stay at their time moved to where they leave fewest breaks.

    Each move is worth as much by every goal but the last (calm, which this counts exactly); meetings that stay are
    not touched. Equal breaks are settled by how near a meeting is to where it was.
    """
    return _Smoother(board, chosen, goals[:-1]).smooth()


class _Smoother:
    def __init__(self, board: Board, chosen: tuple[int, ...], goals: Sequence[Goal]) -> None:
        self.board = board
        self.columns = {board.option(column).request: column for column in chosen}
        self.ledger = Ledger(board.model, chosen)
        self.busy = session_masks(board.grid)
        self.half_days = half_day_masks(board.grid)
        for column in chosen:
            self._flip(column)
        self.choices: dict[int, list[int]] = {}
        moving = {number for number, column in self.columns.items() if not board.stays[column]}
        for column, option in enumerate(board.model.ways.options):
            if option.request in moving and self._is_worth(column, self.columns[option.request], goals):
                self.choices.setdefault(option.request, []).append(column)

    def smooth(self) -> tuple[int, ...]:
        for _ in range(SWEEPS):
            if not sum(self._improve(number) for number in sorted(self.choices)):
                break
        return tuple(sorted(self.columns.values()))

    def _is_worth(self, column: int, now: int, goals: Sequence[Goal]) -> bool:
        return all(each.options[column] == each.options[now] for each in goals)

    def _improve(self, number: int) -> bool:
        """Move one meeting to the best that is free, and say whether that is another than before."""
        now = self.columns[number]
        self.ledger.remove(now)
        self._flip(now)
        better = (each for each in sorted(self.choices[number], key=self._badness) if self._holds(each, now))
        best = next(better, now)
        self.ledger.add(best)
        self._flip(best)
        self.columns[number] = best
        return best != now

    def _holds(self, column: int, now: int) -> bool:
        """Whether ``column`` can be chosen in place of ``now``: others may rest on the meeting's old time."""
        self.ledger.add(column)
        holds = self.ledger.keeps((column, now))
        self.ledger.remove(column)
        return holds

    def _badness(self, column: int) -> tuple[int, int, int]:
        option = self.board.option(column)
        parties = self.board.grid.requests[option.request].participants
        breaks = sum(breaks_in(self.busy[each] | touched(option), half) for each in parties for half in self.half_days)
        was = self.board.before(option.request)
        return breaks, abs(option.start - was.start) if was is not None else 0, column

    def _flip(self, column: int) -> None:
        option = self.board.option(column)
        for party in self.board.grid.requests[option.request].participants:
            self.busy[party] ^= touched(option)
