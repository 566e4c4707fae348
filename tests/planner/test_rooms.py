"""Places: no fewer moves than times allow, and no more where that is easy to see."""

from hypothesis import HealthCheck, given, settings

from contactdays.planner import Infeasible, Place, Request, Slot
from contactdays.planner.search.anneal.polish import Polisher
from contactdays.planner.search.ground.fixed import require_sessions_hold
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.options import ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.linear.highs import Limits
from contactdays.planner.search.rooms.rooms import Rooms
from contactdays.planner.search.selection.select import select

from .known_week import ALL_DAY, party
from .small_weeks import small_weeks
from .test_solve import crossroads

CAREFULLY = settings(
    deadline=None,
    derandomize=True,
    max_examples=80,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def rooms_of(problem, moves=300):
    """The places of a plan that has been polished a little."""
    require_sessions_hold(problem)
    grid = lay_out(problem)
    selection = select(grid, ways_of(grid, stands_of(grid, apart=False), apart=False), 1 << 30, Limits())
    polisher = Polisher(selection.model, selection.chosen, 0)
    polisher.anneal(moves, lambda _: False)
    ways = selection.model.ways
    rooms = Rooms(grid, ways, [ways.options[column] for column in polisher.columns])
    rooms.assign()
    return rooms


@settings(CAREFULLY)
@given(small_weeks())
def test_no_plan_moves_less_than_its_times_allow(problem):
    try:
        rooms = rooms_of(problem)
    except Infeasible:
        return
    assert rooms.fewest() <= rooms.moves()


def test_of_two_that_part_one_has_to_move():
    """Both have another guest right after they met, at one of two tables."""
    requests = [
        Request("first", ("a", "b"), 15, 1),
        Request("a-c", ("a", "c"), 15, 1),
        Request("b-d", ("b", "d"), 15, 1),
    ]
    problem = crossroads(
        requests=tuple(requests),
        participants=(party("a"), party("b"), party("c"), party("d")),
        starts=(60, 80),
        tables=2,
    )

    rooms = rooms_of(problem)

    assert (rooms.fewest(), rooms.moves()) == (1, 1)


def test_places_are_as_good_as_can_be_where_all_are_alike():
    """Everybody meets five of the others, one after the other."""
    tables = tuple(Place(f"t{number}", 2, "palace", ALL_DAY, True) for number in range(4))
    slots = tuple(Slot(start, start + 20, 0) for start in range(60, 180, 20))
    parties = tuple(party(f"p{number}", cap=5) for number in range(8))

    rooms = rooms_of(crossroads(parties=8, places=tables, slots=slots, participants=parties), moves=5_000)

    assert rooms.fewest() == rooms.moves() > 0
