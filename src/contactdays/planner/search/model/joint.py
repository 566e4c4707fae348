"""Meetings and movable sessions in one model, somewhat too generous: what it says cannot be had, cannot be had.

A column for each candidate of a movable session follows the columns of the meetings. Left out is only what
depends on a party's whole way (who stays at a table, whom a transfer takes along); a selection with the sessions
fixed says what of it is true.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from contactdays.planner.search.ground.candidates import Candidate
from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.options import ANYWHERE, Option, Ways
from contactdays.planner.search.linear.rows import Rows
from contactdays.planner.values import Session

from .crowding import crowds
from .model import Model, build


@dataclass(frozen=True, slots=True)
class Joint:
    """``model``: its columns from ``offset`` on are the ``candidates``.

    Its weights are those of the meetings times ``scale``, and one for each session that stays where it was given.
    """

    model: Model
    candidates: list[Candidate]
    offset: int
    scale: int

    @property
    def columns(self) -> range:
        """The columns of the candidates."""
        return range(self.offset, self.offset + len(self.candidates))


def join(grid: Grid, ways: Ways, candidates: list[Candidate]) -> Joint:
    """The joint model; ``grid`` and ``ways`` leave the movable sessions out."""
    alone = build(grid, ways, linger=False, apart=False)
    offset, scale = len(ways.options), len({each.session for each in candidates}) + 1
    weights = [weight * scale for weight in alone.weights] + [int(each.stays) for each in candidates]
    joint = Joint(Model(grid, ways, weights, alone.rows), candidates, offset, scale)
    of_session: dict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(candidates):
        of_session[each.session].append(offset + number)
    for columns in of_session.values():
        alone.rows.add("missing_session", columns, 1, 1)
    _sessions_apart(alone.rows, grid, candidates, offset)
    _meetings_beside(alone.rows, grid, ways, candidates)
    _places_taken(alone.rows, grid, ways, candidates)
    return joint


def _sessions_apart(rows: Rows, grid: Grid, candidates: list[Candidate], offset: int) -> None:
    """No two sessions at once with the same people or in the same place, nor too near each other."""
    for number, one in enumerate(candidates):
        clashes: dict[tuple[str, int], list[int]] = defaultdict(list)
        for other in range(number + 1, len(candidates)):
            rule = _clash(grid, one.held, candidates[other].held)
            if rule and candidates[other].session != one.session:
                clashes[rule, candidates[other].session].append(offset + other)
        for (rule, _), columns in clashes.items():
            rows.add(rule, [offset + number, *columns], 1)


def _clash(grid: Grid, one: Session, other: Session) -> str | None:
    both = set(one.attendees) & set(other.attendees)
    if one.start < other.end and other.start < one.end:
        return "double_booking" if both or _kin(grid, one.place) & _kin_of(other.place) else None
    before, after = (one, other) if one.end <= other.start else (other, one)
    left, there = before.destination or before.place, after.place
    if before.place is None or left is None or there is None:
        return None
    needed = grid.distances.between_places(left, there)
    if after.start - before.end >= needed:
        return None
    rushed = any(not grid.parties[each].has_session_between(before.end, after.start) for each in both)
    return "travel_time" if rushed else None


def _kin(grid: Grid, place: str | None) -> set[str]:
    """The place, its parts, and what it is part of."""
    if place is None:
        return set()
    return {place, *grid.above[place]} | {part for part, wholes in grid.above.items() if place in wholes}


def _kin_of(place: str | None) -> set[str]:
    return set() if place is None else {place}


def _meetings_beside(rows: Rows, grid: Grid, ways: Ways, candidates: list[Candidate]) -> None:
    """No meeting of somebody who attends a session at the time, nor so near that there is no way."""
    of_party: dict[str, list[int]] = defaultdict(list)
    for column, option in enumerate(ways.options):
        for party in grid.requests[option.request].participants:
            of_party[party].append(column)
    alike: dict[tuple[str, int, tuple[int, ...]], set[int]] = defaultdict(set)
    for number, each in enumerate(candidates):
        for attendee in each.held.attendees:
            for rule, columns in _kept_out(grid, ways, each.held, attendee, of_party[attendee]):
                alike[rule, each.session, columns].add(len(ways.options) + number)
    for (rule, _, columns), sessions in alike.items():
        rows.add(rule, [*columns, *sorted(sessions)], 1)


def _kept_out(
    grid: Grid, ways: Ways, session: Session, party: str, columns: list[int]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """By slot, and so at most one of them held: the columns of ``party`` that ``session`` rules out."""
    out: dict[tuple[str, int], list[int]] = defaultdict(list)
    for column in columns:
        option = ways.options[column]
        if option.start < session.end and session.start < option.end:
            for slot in range(option.first, option.last + 1):
                out["double_booking", slot].append(column)
        elif _too_near(grid, ways, session, party, option):
            out["travel_time", option.first].append(column)
    for (rule, _), found in out.items():
        yield rule, tuple(found)


def _too_near(grid: Grid, ways: Ways, session: Session, party: str, option: Option) -> bool:
    if session.place is None:
        return False
    first = session.end <= option.start
    place = (session.destination or session.place) if first else session.place
    begin, end = (session.end, option.start) if first else (option.end, session.start)
    needed = _way(grid, ways, place, option)
    return end - begin < needed and not grid.parties[party].has_session_between(begin, end)


def _way(grid: Grid, ways: Ways, place: str, option: Option) -> int:
    """The least minutes between ``place`` and the places where the option may be held."""
    there = grid.places.keys() if option.stand == ANYWHERE else ways.stands[option.stand].places
    if place in there and grid.places[place].building == option.building:
        return 0
    return grid.distances.to_building(place, option.building)


def _places_taken(rows: Rows, grid: Grid, ways: Ways, candidates: list[Candidate]) -> None:
    """Meetings at the time of a session have the places that it leaves."""
    kin = [_kin(grid, each.held.place) for each in candidates]
    for crowd in crowds(grid, ways):
        places = [place for each in sorted(crowd.stands) for place in ways.stands[each].places]
        for number, each in enumerate(candidates):
            taken = sum(place in kin[number] for place in places)
            entries = [
                (column, factor)
                for column, factor in zip(crowd.columns, crowd.factors, strict=True)
                if taken and ways.options[column].start < each.held.end and each.held.start < ways.options[column].end
            ]
            if sum(factor for _, factor in entries) + taken > len(places) and entries:
                columns = [*(column for column, _ in entries), len(ways.options) + number]
                rows.add("double_booking", columns, len(places), factors=[*(factor for _, factor in entries), taken])
