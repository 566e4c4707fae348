"""Whether the fixed sessions can be held at all."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from contactdays.planner.values import Infeasible, Problem, Session, Violation

from .distances import Distances
from .stretches import contains, union


def require_sessions_hold(problem: Problem) -> None:
    """Raise Infeasible, with every breach, when the sessions break a hard rule among themselves."""
    found = breaches(problem)
    if found:
        rules = sorted({each.rule for each in found})
        activities = sorted({activity for each in found for activity in each.activities})
        raise Infeasible(rules, activities, found)


def breaches(problem: Problem) -> list[Violation]:
    """Every hard rule that the sessions, held where they are given, break among themselves."""
    return sorted(
        {
            *_clashes_of_parties(problem),
            *_clashes_of_places(problem),
            *_absences(problem),
            *_unfit_places(problem),
            *_rushes(problem),
        },
        key=repr,
    )


def _of_parties(problem: Problem) -> dict[str, list[Session]]:
    found: dict[str, list[Session]] = defaultdict(list)
    for session in sorted(problem.sessions, key=lambda each: (each.start, each.end, each.id)):
        for attendee in session.attendees:
            found[attendee].append(session)
    return found


def _overlapping(sessions: list[Session]) -> Iterator[tuple[Session, Session]]:
    """Pairs of a list in order of start: each with the one before it that ends last."""
    latest: Session | None = None
    for session in sessions:
        if latest is not None and latest.end > session.start:
            yield latest, session
        if latest is None or session.end > latest.end:
            latest = session


def _clashes_of_parties(problem: Problem) -> Iterator[Violation]:
    for party, sessions in _of_parties(problem).items():
        for one, other in _overlapping(sessions):
            yield Violation("double_booking", (one.id, other.id), (party,), None, other.start)


def _clashes_of_places(problem: Problem) -> Iterator[Violation]:
    whole = {place.id: place.part_of for place in problem.places}
    placed = sorted(
        (each for each in problem.sessions if each.place is not None),
        key=lambda each: (each.start, each.end, each.id),
    )
    for number, one in enumerate(placed):
        for other in placed[number + 1 :]:
            if other.start >= one.end:
                break
            if other.place in set(_upwards(one.place, whole)) or one.place in set(_upwards(other.place, whole)):
                yield Violation("double_booking", (one.id, other.id), (), other.place, other.start)


def _upwards(place: str | None, whole: dict[str, str | None]) -> Iterator[str]:
    while place is not None:
        yield place
        place = whole[place]


def _absences(problem: Problem) -> Iterator[Violation]:
    sessions = _of_parties(problem)
    for participant in problem.participants:
        present = (("unavailable", union(participant.available)), ("vacancy", union(participant.in_office)))
        for rule, stretches in present:
            for each in sessions.get(participant.id, ()):
                if not contains(stretches, each.start, each.end):
                    yield Violation(rule, (each.id,), (participant.id,), each.place, each.start)


def _unfit_places(problem: Problem) -> Iterator[Violation]:
    places = {place.id: place for place in problem.places}
    for each in problem.sessions:
        if each.place is None:
            continue
        place, present = places[each.place], len(each.attendees)
        if present > place.capacity:
            facts = (("capacity", place.capacity), ("present", present))
            yield Violation("capacity", (each.id,), (), place.id, each.start, facts)
        if not contains(union(place.open), each.start, each.end):
            yield Violation("closed_place", (each.id,), (), place.id, each.start)


def _rushes(problem: Problem) -> Iterator[Violation]:
    distances = Distances(problem)
    for party, sessions in _of_parties(problem).items():
        for before, after in pairwise([each for each in sessions if each.place is not None]):
            left, gap = before.destination or before.place, after.start - before.end
            if left is None or after.place is None or gap < 0:
                continue
            needed = distances.between_places(left, after.place)
            if gap < needed:
                facts = (("gap", gap), ("needed", needed))
                yield Violation("travel_time", (before.id, after.id), (party,), after.place, after.start, facts)
