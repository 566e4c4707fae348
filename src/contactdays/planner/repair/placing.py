"""Places for meetings whose times are settled: whoever stays at its time stays in its place where that can be."""

from collections import defaultdict
from collections.abc import Iterable

from contactdays.planner.search.ground.options import Option
from contactdays.planner.search.linear.highs import Limits, maximise
from contactdays.planner.search.linear.rows import Rows

from .board import Board

Places = dict[int, str]


def places_of(board: Board, chosen: Iterable[int], limits: Limits) -> Places:
    """The place of each meeting, by number of its request; half-day by half-day, as few changed as there can be.

    First everybody stays and the others take what is left; where that does not come out even, an integer
    programme moves as few as it must (the model has made sure that there is room).
    """
    by_half_day: dict[int, list[Option]] = defaultdict(list)
    for column in chosen:
        option = board.option(column)
        by_half_day[board.grid.slots[option.first].half_day].append(option)
    found: Places = {}
    for half_day in sorted(by_half_day):
        options = by_half_day[half_day]
        found |= _simply(board, options) or _exactly(board, options, limits)
    return found


def _stays(board: Board, option: Option) -> bool:
    was = board.before(option.request)
    return was is not None and was.start == option.start and was.place in board.places(option)


def _simply(board: Board, options: list[Option]) -> Places | None:
    """Everybody where they were, then the others, those with least choice first; None when one finds no place."""
    taken: dict[int, set[str]] = defaultdict(set)
    found: Places = {}

    def settle(option: Option, place: str) -> None:
        found[option.request] = place
        for slot in range(option.first, option.last + 1):
            taken[slot] |= _with_kin(board, place)

    staying = [each for each in options if _stays(board, each)]
    for option in staying:
        was = board.before(option.request)
        if was is None or was.place is None or _is_taken(option, was.place, taken):
            return None
        settle(option, was.place)
    others = [each for each in options if each not in staying]
    for option in sorted(others, key=lambda each: (len(board.places(each)), each.first - each.last, each)):
        free = [place for place in board.places(option) if not _is_taken(option, place, taken)]
        if not free:
            return None
        was = board.before(option.request)
        settle(option, was.place if was is not None and was.place in free else free[0])
    return found


def _is_taken(option: Option, place: str, taken: dict[int, set[str]]) -> bool:
    return any(place in taken[slot] for slot in range(option.first, option.last + 1))


def _with_kin(board: Board, place: str) -> set[str]:
    """A place, its parts and what it is part of."""
    above = board.grid.above
    return {place, *above[place], *(part for part, wholes in above.items() if place in wholes)}


def _exactly(board: Board, options: list[Option], limits: Limits) -> Places:
    columns = [(option, place) for option in options for place in board.places(option)]
    rows = Rows()
    mine: dict[int, list[int]] = defaultdict(list)
    used: dict[tuple[int, str], list[int]] = defaultdict(list)
    for column, (option, place) in enumerate(columns):
        mine[option.request].append(column)
        for slot in range(option.first, option.last + 1):
            for one in (place, *_parts(board, place)):
                used[slot, one].append(column)
    for each in mine.values():
        rows.add("missing_must", each, 1, 1)
    for each in used.values():
        rows.add("double_booking", each, 1)
    weights = [_worth(board, option, place, len(options)) for option, place in columns]
    answer = maximise(weights, rows, Limits(seed=limits.seed))
    return {columns[each][0].request: columns[each][1] for each in answer.chosen or ()}


def _parts(board: Board, place: str) -> list[str]:
    return [part for part, wholes in board.grid.above.items() if place in wholes]


def _worth(board: Board, option: Option, place: str, meetings: int) -> int:
    """An unaffected meeting in its place is worth more than all others in theirs."""
    was = board.before(option.request)
    if was is None or was.place != place:
        return 0
    return meetings + 1 if option.request in board.unaffected and was.start == option.start else 1
