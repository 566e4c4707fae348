"""How many breaks an option makes beside what stands."""

from collections.abc import Iterable

from contactdays.planner.search.ground.breaks import breaks_in
from contactdays.planner.search.ground.gaps import half_day_masks, session_masks, touched
from contactdays.planner.search.ground.options import Option

from .board import Board


def calm(board: Board) -> list[int]:
    """For each column, the breaks that it makes less for its parties than leaving its meeting alone.

    Counted beside sessions and the meetings that stand where they are; leaving alone means where it was for an
    unaffected meeting, and not held for any other. An estimate where several meetings of a party move.
    """
    return _Calm(board).worths()


class _Calm:
    def __init__(self, board: Board) -> None:
        self.board = board
        self.half_days = half_day_masks(board.grid)
        self.half_day = {slot: number for number, slots in enumerate(board.grid.half_days) for slot in slots}
        options = board.model.ways.options
        standing = (each for each, stays in zip(options, board.stays, strict=True) if stays)
        self.own = {each.request: each for each in standing if each.request in board.unaffected}
        pinned = {each.request: each for each in options if board.grid.requests[each.request].id in board.grid.pins}
        self.busy = session_masks(board.grid)
        for each in (self.own | pinned).values():
            for party in self._parties(each):
                self.busy[party] |= touched(each)

    def worths(self) -> list[int]:
        own = {request: self._made(option) for request, option in self.own.items()}
        return [own.get(each.request, 0) - self._made(each) for each in self.board.model.ways.options]

    def _made(self, option: Option) -> int:
        """The breaks that the option adds to those of its parties without the meeting."""
        half_day = self.half_days[self.half_day[option.first]]
        own = self.own.get(option.request)
        total = 0
        for party in self._parties(option):
            without = self.busy[party] & ~(touched(own) if own is not None else 0)
            total += breaks_in(without | touched(option), half_day) - breaks_in(without, half_day)
        return total

    def _parties(self, option: Option) -> Iterable[str]:
        return self.board.grid.requests[option.request].participants
