"""Small random problems, and their best value by trying everything."""

from hypothesis import strategies as st

from contactdays.planner import (
    Assignment,
    Interval,
    Participant,
    Pin,
    Place,
    Plan,
    Problem,
    Request,
    Session,
    Slot,
    Wish,
    check,
)

ORIGIN = "2026-02-01T23:00:00+00:00"
DAY = Interval(0, 400)
MORNING, AFTERNOON = (60, 80, 100), (200, 220)


def slots(morning=MORNING, afternoon=AFTERNOON):
    return tuple(Slot(start, start + 20, half) for half, starts in enumerate((morning, afternoon)) for start in starts)


@st.composite
def stretches(draw, *, whole=3):
    """Mostly the whole day, sometimes one or two parts of it."""
    if draw(st.integers(0, whole)):
        return (DAY,)
    start = draw(st.sampled_from((0, 60, 80, 100, 110, 205)))
    return (Interval(start, start + draw(st.sampled_from((20, 45, 120, 195)))),)


@st.composite
def places(draw):
    """A hall with tables, and perhaps a room in the other building."""
    kind = st.sampled_from(("table", "table", "room"))
    hall = Place("hall", 9, "palace", (DAY,), draw(st.booleans()), kind=draw(kind))
    tables = [
        Place(f"t{number}", draw(st.sampled_from((2, 2, 3))), "palace", draw(stretches()), True, "hall", draw(kind))
        for number in range(draw(st.integers(0, 2)))
    ]
    away = [Place("away", 5, "tower", draw(stretches()), draw(st.booleans()))]
    return (hall, *tables, *away[: draw(st.integers(0, 1))])


@st.composite
def sessions(draw, names, where):
    """At most two, short, with or without a place; a transfer now and then."""
    found = []
    for number in range(draw(st.integers(0, 2))):
        start = draw(st.sampled_from((30, 60, 80, 95, 120, 150, 200, 240)))
        place = draw(st.sampled_from((None, *where)))
        destination = draw(st.sampled_from((None, None, *where))) if place else None
        attendees = tuple(draw(st.lists(st.sampled_from(names), unique=True, max_size=2)))
        end = start + draw(st.sampled_from((15, 20, 40)))
        found.append(Session(f"s{number}", start, end, place, attendees, destination))
    return tuple(found)


@st.composite
def requests(draw, names, most):
    """One to ``most``, of two or three people, mixed lengths, wishes, windows, kinds of place and orders."""
    durations = draw(st.sampled_from(((15,), (15, 15, 35), (10, 20, 40))))
    found = []
    for number in range(draw(st.integers(1, most))):
        people = draw(st.lists(st.sampled_from(names), unique=True, min_size=2, max_size=3))
        wish = draw(st.sampled_from((Wish.WANT,) * 6 + (Wish.MUST, Wish.NEVER)))
        window = draw(st.sampled_from((None, None, None, Interval(70, 215))))
        weight = draw(st.integers(0, 8))
        duration = draw(st.sampled_from(durations))
        kind = draw(st.sampled_from((None,) * 5 + ("table", "room")))
        after = draw(st.lists(st.sampled_from([each.id for each in found]), unique=True, max_size=1)) if found else ()
        found.append(Request(f"r{number}", tuple(people), duration, weight, wish, window, tuple(after), kind))
    return tuple(draw(st.permutations(found)))


@st.composite
def pins(draw, held, where):
    """At most one pin, on a request that may be held."""
    able = [each.id for each in held if each.wish is not Wish.NEVER]
    if not able or draw(st.integers(0, 4)):
        return ()
    start = draw(st.sampled_from((None, 60, 80, 200)))
    place = draw(st.sampled_from(where if start is None else (None, *where)))
    return (Pin(draw(st.sampled_from(able)), start, place),)


@st.composite
def small_weeks(draw, *, parties=5, most=8):
    """A consistent problem; it need not be feasible."""
    names = [f"p{number}" for number in range(draw(st.integers(3, parties)))]
    cap = st.sampled_from((None, None, 1, 2))
    participants = tuple(
        Participant(name, draw(stretches()), draw(stretches(whole=6)), draw(cap), draw(cap)) for name in names
    )
    where = draw(places())
    wanted = draw(requests(names, most))
    identities = [each.id for each in where]
    return Problem(
        origin=ORIGIN,
        participants=participants,
        slots=slots(),
        places=where,
        travel=(("palace", "tower", draw(st.sampled_from((0, 5, 25)))),),
        change_over=draw(st.sampled_from((0, 0, 5, 10))),
        sessions=draw(sessions(names, identities)),
        requests=wanted,
        pins=draw(pins(wanted, identities)),
        days=(Interval(0, 110), Interval(110, 400)),
    )


NOT_HELD = {"missing_must", "broken_pin", "precedence"}
SETTLED_AT_THE_END = {*NOT_HELD, "wrong_value"}


def best_value(problem):
    """The greatest value of a plan that ``check`` accepts, or None: every request tried everywhere."""
    fixed = tuple(Assignment(s.id, s.start, s.end, s.place, s.attendees) for s in problem.sessions)
    values = [sum(r.weight for r in held) for held in _ways(problem, problem.requests, fixed, ())]
    return max(values, default=None)


def _ways(problem, left, placed, held):
    broken = {violation.rule for violation in check(problem, Plan(placed, 0))}
    if broken - SETTLED_AT_THE_END:
        return
    if not left:
        if not broken & NOT_HELD:
            yield held
        return
    request, *others = left
    yield from _ways(problem, others, placed, held)
    for slot in problem.slots:
        for place in problem.places:
            end = slot.start + request.duration
            meeting = Assignment(request.id, slot.start, end, place.id, request.participants)
            yield from _ways(problem, others, (*placed, meeting), (*held, request))
