"""Polishing: fewer breaks, the value kept, and counters that agree with a plain count."""

from itertools import product

import numpy as np
from hypothesis import HealthCheck, given, settings

from contactdays.planner import Infeasible, Interval, Place, Plan, Problem, Request, Session, Slot, check
from contactdays.planner.search.anneal.board import BEST, BREAKS, COLUMN, FULL, GAPS, PARTINGS, PRICED, REQUESTS
from contactdays.planner.search.anneal.laying import place
from contactdays.planner.search.anneal.polish import TOGETHER, Polisher
from contactdays.planner.search.ground.breaks import breaks_of
from contactdays.planner.search.ground.fixed import require_sessions_hold
from contactdays.planner.search.ground.gaps import free_masks, half_day_masks, idle_slots, session_masks, touched
from contactdays.planner.search.ground.grid import lay_out
from contactdays.planner.search.ground.options import ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.linear.highs import Limits
from contactdays.planner.search.selection.select import select

from .known_week import ALL_DAY, PROBLEM, party
from .small_weeks import small_weeks

CAREFULLY = settings(
    deadline=None,
    derandomize=True,
    max_examples=120,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def polisher_of(problem, *, moves, seed=0, dearer=None, trading=True):
    """A polisher that has tried so many moves, and its model; ``dearer`` tells the cost of an option."""
    require_sessions_hold(problem)
    grid = lay_out(problem)
    selection = select(grid, ways_of(grid, stands_of(grid, apart=False), apart=False), 1 << 30, Limits())
    options = selection.model.ways.options
    costs = None if dearer is None else np.array([dearer(each) for each in options], np.int64)
    polisher = Polisher(selection.model, selection.chosen, seed, costs, trading=trading)
    polisher.anneal(moves, lambda _: False)
    return polisher, selection.model


def counted(model, columns):
    """Breaks and gaps of a selection, counted plainly."""
    options = [model.ways.options[column] for column in columns]
    busy = session_masks(model.grid)
    for option in options:
        for name in model.grid.requests[option.request].participants:
            busy[name] |= touched(option)
    free, halves = free_masks(model.grid), half_day_masks(model.grid)
    gaps = sum(idle_slots(mask, free[name], half) for name, mask in busy.items() for half in halves)
    return sum(breaks_of(model.grid, options).values()), gaps


def sums(model, columns):
    """What each row sums up to."""
    chosen, rows = set(columns), model.rows
    return [
        sum(rows.factors[entry] for entry in rows.row(number) if rows.columns[entry] in chosen)
        for number in range(len(rows.upper))
    ]


@settings(CAREFULLY)
@given(small_weeks())
def test_counters_agree_with_a_plain_count_and_rows_hold(problem):
    try:
        before, _ = polisher_of(problem, moves=0)
    except Infeasible:
        return
    after, model = polisher_of(problem, moves=300)

    assert (after.best.breaks, after.best.gaps) == counted(model, after.columns)
    assert after.value == before.value == sum(model.weights[column] for column in after.columns)
    assert after.best <= before.best
    totals = sums(model, after.columns)
    assert all(low <= each <= high for low, each, high in zip(model.rows.lower, totals, model.rows.upper, strict=True))


@settings(CAREFULLY, max_examples=60)
@given(small_weeks())
def test_the_position_stays_in_step_with_its_columns(problem):
    """What has been added and taken away is what laying the same columns anew would give."""
    try:
        polisher, model = polisher_of(problem, moves=200)
    except Infeasible:
        return
    position = polisher.position
    now = position[position[FULL] : position[FULL] + len(model.rows.upper)]
    columns = columns_now(polisher)

    assert now.tolist() == sums(model, columns)
    assert (int(position[BREAKS]), int(position[GAPS])) == counted(model, columns)
    anew = place(polisher.board, columns, 0, TOGETHER)
    parting = int(position[PRICED + PARTINGS]) > 0
    assert position[PARTINGS] == (anew[PARTINGS] if parting else 0)


def columns_now(polisher):
    """The columns that the position holds, best or not."""
    begin = int(polisher.position[COLUMN])
    now = polisher.position[begin : begin + int(polisher.board[REQUESTS])]
    return tuple(now[now >= 0].tolist())


def day_of(requests, *, sessions=(), starts=range(60, 160, 20), tables=2, caps=None, **fields):
    """One half-day of five slots; ``caps`` of parties that have one."""
    names = sorted({name for each in requests for name in each.participants})
    given = {
        "participants": tuple(party(name, cap=(caps or {}).get(name)) for name in names),
        "slots": tuple(Slot(start, start + 20, 0) for start in starts),
        "places": tuple(Place(f"t{number}", 2, "palace", ALL_DAY, True) for number in range(tables)),
        "requests": tuple(requests),
        "sessions": tuple(sessions),
    }
    return Problem(PROBLEM.origin, **(given | fields))


def fewest_breaks(problem):
    """By trying every request in every slot, at the tables in turn."""
    fewest = None
    grid = lay_out(problem)
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    each = [[o for o in ways.options if o.request == number] for number in range(len(grid.requests))]
    for chosen in product(*each):
        clash = any(
            one.first == other.first
            and set(grid.requests[one.request].participants) & set(grid.requests[other.request].participants)
            for number, one in enumerate(chosen)
            for other in chosen[:number]
        )
        crowded = any(sum(o.first == slot for o in chosen) > len(problem.places) for slot in range(len(grid.slots)))
        if not clash and not crowded:
            breaks = sum(breaks_of(grid, chosen).values())
            fewest = breaks if fewest is None else min(fewest, breaks)
    return fewest


def test_the_fewest_breaks_are_found_on_days_small_enough_to_try_everything():
    ring = [Request(f"r{n}", (f"p{n}", f"p{(n + 1) % 6}"), 15, 1) for n in range(6)]
    star = [Request(f"s{n}", ("p0", f"p{n}"), 15, 1) for n in (2, 3)]
    talks = [Session(f"talk {start}", start, start + 20, None, names) for start, names in TALKS]
    days = [
        day_of(ring),
        day_of(ring, tables=3, sessions=talks[:1]),
        day_of([*ring[:4], *star], sessions=talks, tables=3),
    ]

    found = [polisher_of(day, moves=5_000)[0].best.breaks for day in days]

    assert found == [fewest_breaks(day) for day in days]
    assert max(found) > 0


TALKS = ((100, ("p0", "p2")), (60, ("p3",)), (140, ("p1", "p3")))


def test_another_meeting_of_the_same_worth_is_held_when_that_leaves_no_break():
    """The guest comes only at the end, the neighbour right after the host's talk."""
    late, early = Interval(140, 160), Interval(80, 100)
    requests = [Request("late", ("host", "guest"), 15, 3), Request("next", ("host", "neighbour"), 15, 3)]
    talk = Session("talk", 60, 80, None, ("host",))
    parties = (
        party("host", cap=1),
        party("guest", available=(late,)),
        party("neighbour", available=(early,)),
    )
    problem = day_of(requests, sessions=[talk], participants=parties)

    for seed in range(3):
        polisher, model = polisher_of(problem, moves=500, seed=seed)
        held = {model.grid.requests[model.ways.options[column].request].id for column in polisher.columns}
        assert (held, polisher.value, polisher.best.breaks) == ({"next"}, 3, 0)


def test_without_trading_the_same_meetings_are_held():
    requests = [Request(f"r{n}", ("host", f"p{n}"), 15, 3) for n in range(6)]
    problem = day_of(requests, caps={"host": 3})

    before, model = polisher_of(problem, moves=0)
    after, _ = polisher_of(problem, moves=400, trading=False)

    held = [sorted(model.ways.options[column].request for column in each.columns) for each in (before, after)]
    assert held[0] == held[1]


def test_parties_that_need_not_change_place_do_not_part():
    """Each guest sees both hosts, one in the morning and one in the afternoon if that is arranged well."""
    requests = [Request(f"{host}-{n}", (host, f"p{n}"), 15, 1) for host in ("a", "b") for n in range(3)]
    slots = tuple(Slot(start, start + 20, int(start > 150)) for start in (60, 80, 100, 200, 220, 240))

    polisher, _ = polisher_of(day_of(requests, slots=slots), moves=20_000)

    assert (polisher.best.breaks, int(polisher.position[BEST + PARTINGS])) == (0, 0)


def test_cheaper_options_are_preferred_where_they_make_no_more_breaks():
    requests = [Request("one", ("a", "b"), 15, 1), Request("two", ("a", "c"), 15, 1)]

    polisher, model = polisher_of(day_of(requests), moves=2_000, dearer=lambda option: abs(option.first - 3))

    assert sorted(model.ways.options[column].first for column in polisher.columns) in ([2, 3], [3, 4])
    assert (polisher.best.breaks, polisher.best.cost) == (0, 1)


def test_the_same_seed_moves_the_same_meetings():
    ring = [Request(f"r{n}", (f"p{n}", f"p{(n + 1) % 8}"), 15, 1) for n in range(8)]
    problem = day_of(ring, starts=range(60, 240, 20), tables=2)

    columns = {polisher_of(problem, moves=777, seed=seed)[0].columns for seed in (4, 4)}

    assert len(columns) == 1


def test_nothing_to_polish_is_no_trouble():
    polisher, _ = polisher_of(Problem(PROBLEM.origin), moves=100)

    assert (polisher.columns, polisher.value, check(Problem(PROBLEM.origin), Plan())) == ((), 0, [])
