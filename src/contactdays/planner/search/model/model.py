"""The time-indexed integer model: one 0-1 variable an option, and rows that say what excludes what."""

from collections import defaultdict
from dataclasses import dataclass

from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.options import Option, Ways
from contactdays.planner.search.ground.order import keep_order
from contactdays.planner.search.linear.rows import Rows

from .crowding import limit_crowding


@dataclass(frozen=True, slots=True)
class Model:
    """Maximise the sum of ``weights`` over the options chosen, within ``rows``."""

    grid: Grid
    ways: Ways
    weights: list[int]
    rows: Rows


def build(grid: Grid, ways: Ways, *, linger: bool, apart: bool) -> Model:
    """The model over ``ways``.

    ``linger``: a party needs the change-over time after every meeting (safe, perhaps too strict).
    ``apart``: options know their place, and exactly the moves that leave too little time are excluded.
    With neither, change-over within a building is not looked at (a bound).
    """
    rows = Rows()
    of_request: dict[int, list[int]] = defaultdict(list)
    of_party: dict[str, list[int]] = defaultdict(list)
    for column, option in enumerate(ways.options):
        of_request[option.request].append(column)
        for party in grid.requests[option.request].participants:
            of_party[party].append(column)
    for number, request in enumerate(grid.requests):
        if of_request[number] or grid.compulsory(request):
            rows.add("missing_must", of_request[number], 1, 1 if grid.compulsory(request) else 0)
    keep_order(rows, grid, ways, of_request)
    for party, columns in of_party.items():
        _caps(rows, grid, ways, party, columns)
        _one_at_a_time(rows, grid, ways, columns, grid.problem.change_over if linger else 0)
        _time_to_travel(rows, grid, ways, party, columns, apart)
    limit_crowding(rows, grid, ways)
    weights = [grid.requests[option.request].weight for option in ways.options]
    return Model(grid, ways, weights, rows)


def lingering(grid: Grid, ways: Ways) -> bool:
    """Whether some option ends so late that the next slot starts before the change-over is done."""
    margin = grid.problem.change_over
    return any(_touched(grid, each, margin).stop - 1 > each.last for each in ways.options)


def _touched(grid: Grid, option: Option, margin: int) -> range:
    last = option.last
    while last + 1 < len(grid.starts) and grid.starts[last + 1] < option.end + margin:
        last += 1
    return range(option.first, last + 1)


def _caps(rows: Rows, grid: Grid, ways: Ways, name: str, columns: list[int]) -> None:
    party = grid.parties[name]
    if party.cap is not None and party.cap < len({ways.options[each].request for each in columns}):
        rows.add("cap", columns, party.cap)
    if party.cap_per_day is not None:
        for day in grid.problem.days:
            within = [each for each in columns if day.start <= ways.options[each].start < day.end]
            if len(within) > party.cap_per_day:
                rows.add("cap_per_day", within, party.cap_per_day)


def _one_at_a_time(rows: Rows, grid: Grid, ways: Ways, columns: list[int], margin: int) -> None:
    in_slot: dict[int, list[int]] = defaultdict(list)
    for column in columns:
        for slot in _touched(grid, ways.options[column], margin):
            in_slot[slot].append(column)
    for within in in_slot.values():
        if len({ways.options[each].request for each in within}) > 1:
            rows.add("double_booking", within, 1)


Whereabouts = tuple[int, int, str, str | None]


def _time_to_travel(rows: Rows, grid: Grid, ways: Ways, name: str, columns: list[int], apart: bool) -> None:
    """Exclude a second meeting elsewhere that starts before the party can be there."""
    at: dict[Whereabouts, list[int]] = defaultdict(list)
    for column in columns:
        option = ways.options[column]
        place = ways.stands[option.stand].places[0] if apart else None
        at[option.start, option.end, option.building, place].append(column)
    ordered = sorted(at, key=lambda key: (key[0], key[1], key[2], key[3] or ""))
    if not apart and len({key[2] for key in ordered}) < 2:
        return
    for before in ordered:
        late: dict[int, list[int]] = defaultdict(list)
        for after in ordered:
            if after[0] >= before[1] and _too_near(grid, name, before, after):
                late[after[0]] += at[after]
        for start in late:
            rows.add("travel_time", at[before] + late[start], 1)


def _too_near(grid: Grid, name: str, before: Whereabouts, after: Whereabouts) -> bool:
    if before[3] is not None and after[3] is not None:
        needed = grid.distances.between_places(before[3], after[3])
    elif before[2] == after[2]:
        return False
    else:
        needed = grid.distances.between_buildings(before[2], after[2])
    return after[0] - before[1] < needed and not grid.parties[name].has_session_between(before[1], after[0])
