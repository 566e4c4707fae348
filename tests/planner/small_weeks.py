"""Small random problems, and their best value by trying everything."""

from itertools import product

from hypothesis import strategies as st

from contactdays.planner import (
    Assignment,
    Interval,
    Participant,
    Pin,
    Place,
    Plan,
    Problem,
    Ranking,
    Request,
    Round,
    Session,
    Slot,
    Table,
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


PAIRS = (("p0", "p1"), ("p0", "p2"), ("p1", "p2"))
TIMES = (30, 60, 80, 95, 120, 150, 200, 240)


@st.composite
def sessions(draw, names, where, movable):
    """At most two, short, with or without a place; a transfer now and then; ``movable``: some of them."""
    found = []
    for number in range(draw(st.integers(0, 2))):
        start = draw(st.sampled_from(TIMES))
        place = draw(st.sampled_from((None, *where)))
        destination = draw(st.sampled_from((None, None, *where))) if place else None
        attendees = tuple(draw(st.lists(st.sampled_from(names), unique=True, max_size=2)))
        end = start + draw(st.sampled_from((15, 20, 40)))
        free = movable and draw(st.booleans())
        starts = tuple(draw(st.lists(st.sampled_from(TIMES), unique=True, max_size=2))) if free else ()
        others = tuple(draw(st.lists(st.sampled_from(where), unique=True, max_size=1))) if free and place else ()
        found.append(Session(f"s{number}", start, end, place, attendees, destination, starts, others))
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
def rounds(draw, given):
    """Two tables for those of a session, which always take everybody and mix two of one region."""
    able = [each for each in given if each.attendees]
    if not able or draw(st.booleans()):
        return ()
    session = draw(st.sampled_from(able))
    ranked = st.lists(st.sampled_from(("a", "b")), unique=True)
    rankings = tuple(Ranking(name, tuple(draw(ranked))) for name in session.attendees)
    return (Round(session.id, (Table("a", 2), Table("b", 1)), rankings, draw(st.sampled_from((None, 1)))),)


@st.composite
def small_weeks(draw, *, parties=5, most=8, movable=True):
    """A consistent problem; it need not be feasible. ``movable``: with sessions that have several ways."""
    names = [f"p{number}" for number in range(draw(st.integers(3, parties)))]
    cap = st.sampled_from((None, None, 1, 2))
    region = st.sampled_from(("", "east"))
    participants = tuple(
        Participant(name, draw(stretches()), draw(stretches(whole=6)), draw(cap), draw(cap), region=draw(region))
        for name in names
    )
    where = draw(places())
    wanted = draw(requests(names, most))
    identities = [each.id for each in where]
    programme = draw(sessions(names, identities, movable))
    return Problem(
        origin=ORIGIN,
        participants=participants,
        slots=slots(),
        places=where,
        travel=(("palace", "tower", draw(st.sampled_from((0, 5, 25)))),),
        change_over=draw(st.sampled_from((0, 0, 5, 10))),
        sessions=programme,
        requests=wanted,
        pins=draw(pins(wanted, identities)),
        days=(Interval(0, 110), Interval(110, 400)),
        rounds=draw(rounds(programme)),
    )


@st.composite
def movable_weeks(draw):
    """A problem whose sessions stand in the way of its meetings unless they move."""
    names = [f"p{number}" for number in range(3)]
    where = (
        Place("hall", 9, "palace", (DAY,), draw(st.booleans())),
        Place("t0", 3, "palace", (DAY,), True, "hall"),
        Place("away", 5, "tower", (DAY,), True),
    )
    identities = [each.id for each in where]
    found = []
    for number in range(draw(st.integers(1, 2))):
        start, *starts = draw(st.lists(st.sampled_from(TIMES[1:]), unique=True, min_size=2, max_size=3))
        place, *others = draw(st.lists(st.sampled_from(identities), unique=True, min_size=1, max_size=2))
        destination = draw(st.sampled_from((None, None, None, *identities)))
        attendees = tuple(draw(st.lists(st.sampled_from(names), unique=True, max_size=2)))
        end = start + draw(st.sampled_from((15, 40, 60)))
        found.append(Session(f"s{number}", start, end, place, attendees, destination, tuple(starts), tuple(others)))
    pairs = draw(st.lists(st.sampled_from(PAIRS), min_size=2, max_size=3))
    window = st.sampled_from((None, Interval(60, 120), Interval(200, 240)))
    return Problem(
        origin=ORIGIN,
        participants=tuple(Participant(name, (DAY,), (DAY,)) for name in names),
        slots=slots((60, 80), (200, 220)),
        places=where,
        travel=(("palace", "tower", draw(st.sampled_from((5, 25)))),),
        change_over=draw(st.sampled_from((0, 5, 10))),
        sessions=tuple(found),
        requests=tuple(
            Request(f"r{number}", pair, 15, draw(st.integers(0, 4)), window=draw(window))
            for number, pair in enumerate(pairs)
        ),
    )


NOT_HELD = {"missing_must", "broken_pin", "precedence"}
SETTLED_AT_THE_END = {*NOT_HELD, "wrong_value", "missing_seat"}


def best_value(problem):
    """The greatest value of a plan that ``check`` accepts, or None: every session and request tried everywhere."""
    best = best_worth(problem)
    return None if best is None else best[0]


def best_worth(problem):
    """The same, and how many sessions at most can then be where they were given."""
    programmes = product(*(list(ways_to_hold(session)) for session in problem.sessions))
    worths = [
        (sum(request.weight for request in held), in_place(problem, programme))
        for programme in programmes
        for held in _ways(problem, problem.requests, programme, ())
    ]
    return max(worths, default=None)


def in_place(problem, assignments):
    """How many sessions are held where they were given."""
    at = {each.activity: (each.start, each.place) for each in assignments}
    return sum(at[each.id] == (each.start, each.place) for each in problem.sessions)


def ways_to_hold(session):
    """The session as it may be held."""
    length = session.end - session.start
    for start in (session.start, *session.starts):
        for place in (session.place, *session.places):
            yield Assignment(session.id, start, start + length, place, session.attendees)


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
