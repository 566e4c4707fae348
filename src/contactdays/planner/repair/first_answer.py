"""A first answer, at once: everything that can stays, and what is free is given away."""

from collections import defaultdict

from contactdays.planner.search.ground.order import in_order, predecessors
from contactdays.planner.search.model.ledger import Ledger

from .board import Board


def first_answer(board: Board) -> tuple[int, ...] | None:
    """Columns: unaffected meetings where they were; then by weight what was hit and what waits, as near as can be.

    Where that leaves a must without a place, musts choose first and what stands in their way goes elsewhere. None
    when something compulsory finds nothing left even so.
    """
    answer = _given(board, _queue(board, pressing=False))
    return _given(board, _queue(board, pressing=True)) if answer is None else answer


def _given(board: Board, queue: list[int]) -> tuple[int, ...] | None:
    """What is left for each in turn; None when one that is compulsory finds nothing."""
    ledger = Ledger(board.model)
    chosen: list[int] = []
    choices = _choices(board)
    for number in queue:
        column = next((each for each in choices[number] if ledger.takes(each)), None)
        if column is not None:
            ledger.add(column)
            chosen.append(column)
        elif board.grid.compulsory(board.grid.requests[number]):
            return None
    return tuple(sorted(chosen))


def _queue(board: Board, *, pressing: bool) -> list[int]:
    """Who chooses before whom: what stands, then musts (before it when ``pressing``), what was hit, who waits.

    By weight within these. What has to come before a request chooses before it, as if it were the same.
    """
    grid = board.grid
    urgency = []
    for number, request in enumerate(grid.requests):
        pinned, stands = request.id in grid.pins, number in board.unaffected
        must = grid.compulsory(request) and not stands
        first = pinned or (must if pressing else stands)
        urgency.append((not first, not (stands or must), number not in board.affected, -request.weight))
    before, order = predecessors(grid), in_order(grid)
    for number in reversed(order):
        for other in before[number]:
            if other is not None:
                urgency[other] = min(urgency[other], urgency[number])
    rank = {number: place for place, number in enumerate(order)}
    return sorted(range(len(grid.requests)), key=lambda number: (urgency[number], rank[number]))


def _choices(board: Board) -> dict[int, list[int]]:
    """The columns of each request: as it was, then the nearest to that, then the earliest."""
    choices: dict[int, list[int]] = defaultdict(list)
    for column, option in enumerate(board.model.ways.options):
        choices[option.request].append(column)
    for number in (*board.unaffected, *board.affected):
        choices[number].sort(key=lambda column: _distance(board, column))
    return choices


def _distance(board: Board, column: int) -> tuple[bool, int, int]:
    option = board.option(column)
    was = board.before(option.request)
    return not board.at_home[column], abs(option.start - was.start) if was is not None else 0, column
