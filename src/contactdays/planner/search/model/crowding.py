"""No more meetings at once than there are places that take them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.options import ANYWHERE, Ways, need_of
from contactdays.planner.search.linear.rows import Rows

AtStand = dict[tuple[int, int], list[int]]


class Crowd(NamedTuple):
    """``columns`` that compete in ``slot`` for the places of ``stands``, and how many of these each takes."""

    slot: int
    stands: frozenset[int]
    columns: list[int]
    factors: list[int]


def limit_crowding(rows: Rows, grid: Grid, ways: Ways) -> None:
    """Rows for every slot: by stand where options name it, else by the set of stands a meeting may take."""
    for crowd in crowds(grid, ways):
        size = sum(len(ways.stands[each].places) for each in crowd.stands)
        if sum(crowd.factors) > size:
            rows.add("double_booking", crowd.columns, size, factors=crowd.factors)


def crowds(grid: Grid, ways: Ways) -> Iterator[Crowd]:
    """All columns that may meet in a slot, stand by stand and set of stands by set of stands."""
    at_stand = _at_stand(ways)
    wholes = [number for number, stand in enumerate(ways.stands) if stand.blocks]
    for slot, stand in sorted(at_stand):
        yield _crowd(ways, slot, frozenset({stand}), [], wholes, at_stand)
    for slot, by_set in _anywhere(grid, ways).items():
        for taken in by_set:
            within = [each for other, columns in by_set.items() if other <= taken for each in columns]
            yield _crowd(ways, slot, taken, within, wholes, at_stand)


def _at_stand(ways: Ways) -> AtStand:
    at_stand: AtStand = defaultdict(list)
    for column, option in enumerate(ways.options):
        if option.stand != ANYWHERE:
            for slot in range(option.first, option.last + 1):
                at_stand[slot, option.stand].append(column)
    return at_stand


def _anywhere(grid: Grid, ways: Ways) -> dict[int, dict[frozenset[int], list[int]]]:
    """Columns held just anywhere, by slot and by the set of stands they may take (of one building)."""
    found: dict[int, dict[frozenset[int], list[int]]] = defaultdict(lambda: defaultdict(list))
    for column, option in enumerate(ways.options):
        if option.stand == ANYWHERE:
            need = need_of(option, grid.requests[option.request])
            found[option.first][ways.takes[need]].append(column)
    return found


def _crowd(
    ways: Ways,
    slot: int,
    stands: frozenset[int],
    columns: list[int],
    wholes: list[int],
    at_stand: AtStand,
) -> Crowd:
    """The meetings that take places of ``stands``; a whole that is taken takes its parts with it."""
    columns = columns + [each for stand in sorted(stands) for each in at_stand.get((slot, stand), ())]
    factors = [1] * len(columns)
    for whole in wholes:
        parts = sum(len(ways.stands[each].places) for each in stands & set(ways.stands[whole].blocks))
        above = at_stand.get((slot, whole), []) if parts else []
        columns += above
        factors += [parts] * len(above)
    return Crowd(slot, stands, columns, factors)
