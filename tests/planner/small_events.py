"""Small random business-to-business events, and their fewest breaks by trying everything."""

from itertools import product

from hypothesis import strategies as st

from contactdays.planner import Assignment, Plan, check, parse_b2bsp
from contactdays.planner.check.objectives import objectives
from contactdays.planner.values import Aim


@st.composite
def small_events(draw, *, slots=5, meetings=4, parties=4):
    """A numbered problem of pairs that must all meet; it need not be feasible."""
    pairs = st.lists(st.integers(1, parties), min_size=2, max_size=2, unique=True)
    wanted = draw(st.lists(st.tuples(pairs, st.sampled_from((3, 3, 3, 1, 2))), min_size=1, max_size=meetings))
    rows = "|".join(f"{one},{other},{half}" for (one, other), half in wanted)
    usually = st.integers(0, 3)
    forbidden = [
        draw(st.sets(st.integers(1, slots), max_size=slots - 2)) if draw(usually) == 0 else () for _ in range(parties)
    ]
    fixed = [draw(st.integers(1, slots)) if draw(usually) == 0 else 0 for _ in wanted]
    before = [
        draw(st.sets(st.integers(1, each), max_size=1)) if each and draw(usually) == 0 else ()
        for each in range(len(wanted))
    ]
    return parse_b2bsp(
        f"nBusiness={parties};nMeetings={len(wanted)};nTables={draw(st.integers(1, 3))};nTotalSlots={slots};"
        f"nMorningSlots={draw(st.integers(1, slots - 1))};requested=[|{rows}|];forbidden={_sets(forbidden)};"
        f"fixed={fixed};precedences={_sets(before)};"
    )


def _sets(sets):
    return "[" + ", ".join("{" + ", ".join(map(str, each)) + "}" for each in sets) + "]"


def plans_of(problem):
    """Every plan that the checker accepts but for who sits at which table."""
    for starts in product(range(len(problem.slots)), repeat=len(problem.requests)):
        plan = _plan(problem, starts)
        if not check(problem, plan):
            yield plan


def _plan(problem, starts):
    taken = {}
    assignments = []
    for request, start in zip(problem.requests, starts, strict=True):
        taken[start] = taken.get(start, 0) + 1
        assignments.append(Assignment(request.id, start, start + 1, str(taken[start]), request.participants))
    return Plan(tuple(assignments), len(assignments))


def fewest_breaks(problem):
    """The fewest breaks of any plan and one that has them; None when there is no plan."""
    counted = ((objectives(problem, plan)[Aim.BREAKS], plan) for plan in plans_of(problem))
    return min(counted, key=lambda pair: pair[0], default=None)
