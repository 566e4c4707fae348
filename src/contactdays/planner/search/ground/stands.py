"""Places that are alike for a half-day, taken together so that the model need not tell them apart."""

from collections import defaultdict
from dataclasses import dataclass

from .grid import Grid
from .stretches import Stretches, contains, intersection


@dataclass(frozen=True, slots=True)
class Stand:
    """Interchangeable places of one half-day.

    ``free``: when they are open, within the half-day. ``single``: one place, known by name, because telling
    it apart matters. ``blocks``: numbers of the stands that are parts of it and so are taken with it. ``kind``:
    what some request asks for, else "".
    """

    half_day: int
    building: str
    capacity: int
    places: tuple[str, ...]
    free: Stretches
    single: bool
    blocks: tuple[int, ...] = ()
    kind: str = ""


def stands_of(grid: Grid, *, apart: bool) -> list[Stand]:
    """All stands, half-day by half-day; with ``apart`` every place is a stand of its own."""
    stands: list[Stand] = []
    for number in range(len(grid.half_days)):
        stands += _of_half_day(grid, number, len(stands), apart)
    return stands


def _of_half_day(grid: Grid, half_day: int, offset: int, apart: bool) -> list[Stand]:
    slots = grid.half_days[half_day]
    span = [(grid.slots[slots[0]].start, grid.slots[slots[-1]].end)]
    free = {place: intersection(grid.open[place], span) for place in grid.open}
    wholes = free.keys() & {whole for part in free for whole in grid.above[part]}
    kept = {place: None for place in free if free[place] and not (place in wholes and _needless(grid, place, free))}
    special = _near_sessions(grid, span[0]) | {each.place for each in grid.pins.values()}
    asked = {each.place_kind for each in grid.requests}
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for place in kept:
        single = apart or place in special or place in wholes
        known = grid.places[place]
        within = tuple(each for each in grid.above[place] if each in kept)
        asked_for = known.kind if known.kind in asked else ""
        kind = known.building, known.capacity, tuple(free[place]), within, place if single else None, asked_for
        groups[kind].append(place)
    numbers = {kind: offset + count for count, kind in enumerate(groups)}
    return [
        Stand(
            half_day=half_day,
            building=grid.places[places[0]].building,
            capacity=grid.places[places[0]].capacity,
            places=tuple(places),
            free=free[places[0]],
            single=kind[4] is not None,
            blocks=tuple(numbers[other] for other, parts in groups.items() if _parts(grid, parts, places[0])),
            kind=str(kind[5]),
        )
        for kind, places in groups.items()
    ]


def _parts(grid: Grid, places: list[str], whole: str) -> bool:
    return whole in grid.above[places[0]]


def _needless(grid: Grid, whole: str, free: dict[str, Stretches]) -> bool:
    """Whether every meeting in ``whole`` could as well be held at one of its parts.

    While the whole is taken its parts are idle, so one part that is open as long and takes as many will do,
    if it is of the same kind or nobody asks for that kind.
    """
    if whole in {*(each.place for each in grid.pins.values()), *(each.place for each in grid.problem.published)}:
        return False
    if any(whole in (each.place, each.destination, *each.places) for each in grid.problem.sessions):
        return False
    most = max((len(each.participants) for each in grid.requests), default=0)
    enough = min(grid.places[whole].capacity, most)
    asked = any(each.place_kind == grid.places[whole].kind for each in grid.requests)
    return any(
        whole in grid.above[part]
        and (grid.places[part].kind == grid.places[whole].kind or not asked)
        and grid.places[part].capacity >= enough
        and all(contains(free[part], start, end) for start, end in free[whole])
        for part in free
    )


def _near_sessions(grid: Grid, span: tuple[int, int]) -> set[str | None]:
    """Places with a session so near that being in the same place saves a party the change-over, or perhaps so near."""
    margin = grid.problem.change_over
    return {
        place
        for each in grid.problem.sessions
        if each.movable or (each.start <= span[1] + margin and span[0] - margin <= each.end)
        for place in (each.place, each.destination, *each.places)
    }
