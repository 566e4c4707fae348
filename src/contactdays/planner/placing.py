"""From options to a plan."""

from .search.ground.breaks import breaks_of
from .search.ground.grid import Grid
from .search.ground.options import Option, Ways
from .search.rooms.rooms import SWEEPS, Rooms
from .values import Assignment, Plan, Seat


def placed(
    grid: Grid, ways: Ways, held: list[Option], value: int, seats: tuple[Seat, ...], *, sweeps: int = SWEEPS
) -> Plan:
    """The plan that holds ``held`` beside the sessions, with what it claims; places are chosen here, in sweeps."""
    rooms = Rooms(grid, ways, held)
    places = rooms.assign(sweeps)
    meetings = [
        Assignment(
            grid.requests[each.request].id,
            each.start,
            each.end,
            places[each.request],
            grid.requests[each.request].participants,
        )
        for each in held
    ]
    sessions = [Assignment(each.id, each.start, each.end, each.place, each.attendees) for each in grid.problem.sessions]
    breaks = sum(breaks_of(grid, held).values())
    return Plan((*sessions, *meetings), value, breaks=breaks, room_moves=rooms.moves(), seats=seats)
