"""What must hold between the parts of a problem; each function raises InvalidProblem where it does not."""

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import datetime, timedelta
from itertools import pairwise

from .errors import InvalidProblem
from .interval import Interval
from .objective import Aim, Tier
from .participant import Participant
from .pin import Pin
from .place import Place
from .request import Request, Wish
from .round import Round
from .session import Session
from .slot import Slot

LONGEST_ID = 200


def origin_is_an_instant(origin: str) -> None:
    """An ISO 8601 text with the offset of UTC."""
    try:
        instant = datetime.fromisoformat(origin)
    except ValueError as error:
        raise InvalidProblem("not_an_instant", "origin", value=origin) from error
    if instant.utcoffset() != timedelta(0):
        raise InvalidProblem("not_utc", "origin", value=origin)


def ids_are_distinct(kind: str, ids: Iterable[str]) -> None:
    """No id twice within a kind; each of 1 to 200 printable characters."""
    seen: set[str] = set()
    for each in ids:
        if not 0 < len(each) <= LONGEST_ID or not each.isprintable():
            raise InvalidProblem("bad_id", kind, id=each[:LONGEST_ID])
        if each in seen:
            raise InvalidProblem("duplicate_id", f"{kind} {each}", id=each)
        seen.add(each)


def sessions_know(sessions: Iterable[Session], participants: set[str], places: set[str]) -> None:
    """Sessions name participants and places that exist."""
    for session in sessions:
        _known(session.attendees, participants, f"session {session.id}")
        _known(_given(session.place, session.destination, *session.places), places, f"session {session.id}")


def requests_know(requests: Iterable[Request], participants: set[str]) -> None:
    """Requests name participants that exist."""
    for request in requests:
        _known(request.participants, participants, f"request {request.id}")


def pins_know(pins: Iterable[Pin], activities: set[str], places: set[str], participants: set[str]) -> None:
    """Pins name activities, places and participants that exist."""
    for pin in pins:
        _known((pin.activity,), activities, f"pin {pin.activity}")
        _known(_given(pin.place), places, f"pin {pin.activity}")
        _known(pin.participants, participants, f"pin {pin.activity}")


def aims_stand_once(tiers: Sequence[Tier]) -> None:
    """There is something to aim at, no aim is stated twice, and what no weight can measure stands alone."""
    aims = [each.aim for tier in tiers for each in tier]
    if not aims:
        raise InvalidProblem("no_objective", "objectives")
    for aim in aims:
        if aims.count(aim) > 1:
            raise InvalidProblem("named_twice", "objectives", field=aim)
    if any(len(tier) > 1 and any(each.aim is Aim.LEXIMIN for each in tier) for tier in tiers):
        raise InvalidProblem("not_weighable", "objectives", field=Aim.LEXIMIN)


def precedence_is_known(requests: Iterable[Request]) -> None:
    """What comes before exists."""
    before = {each.id: each.after for each in requests}
    for name, after in before.items():
        _known(after, before.keys(), f"request {name}")


def precedence_forms_no_circle(requests: Iterable[Request]) -> None:
    """Nothing comes before itself, not even over others."""
    before = {each.id: each.after for each in requests}
    left = _in_or_after_a_circle(before)
    if left:
        name = _in_a_circle(min(left), before, left)
        after = tuple(sorted(set(before[name]) & left))
        raise InvalidProblem("after_itself", f"request {name}", after=after)


def _in_or_after_a_circle(before: dict[str, tuple[str, ...]]) -> set[str]:
    """Those that no order puts after all that is before them; in time linear in the pairs."""
    followers: dict[str, list[str]] = {}
    for name, after in before.items():
        for each in after:
            followers.setdefault(each, []).append(name)
    waiting = {name: len(after) for name, after in before.items()}
    ready = [name for name, count in waiting.items() if not count]
    while ready:
        done = ready.pop()
        del waiting[done]
        for name in followers.get(done, ()):
            waiting[name] -= 1
            if not waiting[name]:
                ready.append(name)
    return set(waiting)


def _in_a_circle(name: str, before: dict[str, tuple[str, ...]], left: set[str]) -> str:
    passed: set[str] = set()
    while name not in passed:
        passed.add(name)
        name = next(each for each in before[name] if each in left)
    return name


def rounds_know(rounds: Iterable[Round], sessions: Iterable[Session]) -> None:
    """Rounds name sessions that exist, each once; rankings name who attends and tables of the round."""
    attended = {each.id: set(each.attendees) for each in sessions}
    ids_are_distinct("round", [each.session for each in rounds])
    for each in rounds:
        where = f"round {each.session}"
        _known((each.session,), set(attended), where)
        ids_are_distinct(f"ranking of {where}", [ranking.participant for ranking in each.rankings])
        tables = {table.id for table in each.tables}
        for ranking in each.rankings:
            _known((ranking.participant,), attended[each.session], where)
            _known(ranking.tables, tables, where)


def _given(*ids: str | None) -> Iterator[str]:
    return (each for each in ids if each is not None)


def _known(ids: Iterable[str], known: Set[str], where: str) -> None:
    for each in ids:
        if each not in known:
            raise InvalidProblem("unknown_id", where, id=each)


def slots_fit_together(slots: Iterable[Slot]) -> None:
    """No two overlap, and those of a half-day follow each other without a break."""
    closed: set[int] = set()
    for slot, following in pairwise(sorted(slots)):
        if following.start < slot.end:
            raise InvalidProblem("slots_overlap", f"slot {following.start}", start=following.start)
        if following.half_day == slot.half_day:
            if following.start != slot.end:
                raise InvalidProblem("half_day_broken", f"slot {following.start}", half_day=slot.half_day)
            continue
        closed.add(slot.half_day)
        if following.half_day in closed:
            raise InvalidProblem("half_day_broken", f"slot {following.start}", half_day=following.half_day)


def days_do_not_overlap(days: Iterable[Interval]) -> None:
    """Each minute belongs to one day at most."""
    for day, following in pairwise(sorted(days)):
        if following.start < day.end:
            raise InvalidProblem("days_overlap", f"day {following.start}", start=following.start)


def caps_have_days(participants: Iterable[Participant], days: tuple[Interval, ...]) -> None:
    """A cap per day needs days."""
    for participant in participants:
        if participant.cap_per_day is not None and not days:
            raise InvalidProblem("no_days", f"participant {participant.id}", field="cap_per_day")


def parts_form_no_circle(places: tuple[Place, ...]) -> None:
    """A place is part of one in the same building, and never of itself, not even over others."""
    whole = {each.id: each.part_of for each in places}
    building = {each.id: each.building for each in places}
    for place in places:
        _known(_given(place.part_of), whole.keys(), f"place {place.id}")
        if place.part_of is not None and building[place.part_of] != place.building:
            facts = {"building": place.building, "part_of": place.part_of}
            raise InvalidProblem("part_elsewhere", f"place {place.id}", **facts)
    sound: set[str | None] = {None}
    for place in places:
        seen: set[str] = set()
        above: str | None = place.id
        while above not in sound and above is not None:
            if above in seen:
                raise InvalidProblem("part_of_itself", f"place {place.id}", part_of=above)
            seen.add(above)
            above = whole[above]
        sound |= seen


def travel_is_known(travel: tuple[tuple[str, str, int], ...], places: Iterable[Place]) -> None:
    """From every building with a place one can get to every other."""
    legs: dict[str, set[str]] = {}
    given: set[tuple[str, str]] = set()
    for one, other, minutes in travel:
        if minutes < 0:
            raise InvalidProblem("negative", f"travel {one} {other}", field="minutes", value=minutes)
        if (one, other) in given:
            raise InvalidProblem("given_twice", f"travel {one} {other}")
        given.add((one, other))
        legs.setdefault(one, set()).add(other)
        legs.setdefault(other, set()).add(one)
    buildings = sorted({place.building for place in places})
    reached = _reached(buildings[0], legs) if buildings else set()
    for building in buildings:
        if building not in reached:
            raise InvalidProblem("travel_unknown", "travel", origin=buildings[0], destination=building)


def _reached(start: str, legs: dict[str, set[str]]) -> set[str]:
    found, frontier = {start}, [start]
    while frontier:
        new = legs.get(frontier.pop(), set()) - found
        found |= new
        frontier.extend(new)
    return found


def pins_contradict_nothing(pins: Iterable[Pin], sessions: Iterable[Session], requests: Iterable[Request]) -> None:
    """A session is pinned where it is fixed, and what is never held is not pinned."""
    fixed = {session.id: session for session in sessions}
    never = {request.id for request in requests if request.wish is Wish.NEVER}
    for pin in pins:
        if pin.activity in never:
            raise InvalidProblem("pin_contradicts_never", f"pin {pin.activity}")
        session = fixed.get(pin.activity)
        if session is None:
            continue
        starts, places = (None, session.start, *session.starts), (None, session.place, *session.places)
        if pin.start not in starts or pin.place not in places:
            raise InvalidProblem("pin_contradicts_session", f"pin {pin.activity}")
