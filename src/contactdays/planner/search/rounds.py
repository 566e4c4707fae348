"""Who sits at which table: the least sum of ranks, exactly.

Everybody goes to a table by way of the place that the table has for the region: a flow with bounds, so that the
linear programme is whole (Ahuja, Magnanti and Orlin, Network Flows, 1993).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from contactdays.planner.values import Cause, Infeasible, PlannerError, Problem, Round, Seat

from .linear.highs import Limits, maximise
from .linear.rows import Rows


class Demand(NamedTuple):
    """From ``least`` to ``most`` of the chairs ``columns`` are taken, because of ``cause``."""

    cause: Cause
    columns: tuple[int, ...]
    least: int
    most: int


class Chair(NamedTuple):
    """Somebody at a table (their numbers), and the table's rank with them."""

    person: int
    table: int
    rank: int


@dataclass(frozen=True, slots=True)
class Seating:
    """A round laid out: ``people`` who attend, all ``chairs``, and what is demanded beside one for each."""

    each: Round
    people: tuple[str, ...]
    chairs: tuple[Chair, ...]
    demands: tuple["Demand", ...]


def seats_of(problem: Problem, limits: Limits) -> tuple[Seat, ...]:
    """The seats of all rounds of ``problem``, with the least sum of ranks there is.

    Raises Infeasible when a round cannot be seated, with the causes, none to spare.
    """
    return tuple(seat for each in problem.rounds for seat in _seated(_lay_out(problem, each), limits))


def _lay_out(problem: Problem, each: Round) -> Seating:
    people = next(session.attendees for session in problem.sessions if session.id == each.session)
    wishes = {ranking.participant: ranking.tables for ranking in each.rankings}
    chairs = tuple(
        Chair(person, table, _rank(wishes.get(name, ()), known.id))
        for person, name in enumerate(people)
        for table, known in enumerate(each.tables)
    )
    demands = (*_of_tables(each, chairs), *_of_regions(problem, each, people, chairs))
    return Seating(each, people, chairs, (*demands, *_of_pins(problem, each, people)))


def _rank(wished: tuple[str, ...], table: str) -> int:
    return wished.index(table) if table in wished else len(wished)


def _of_tables(each: Round, chairs: tuple[Chair, ...]) -> Iterator[Demand]:
    for number, table in enumerate(each.tables):
        columns = tuple(range(number, len(chairs), len(each.tables)))
        activities = (each.session, table.id)
        if table.least:
            yield Demand(_cause("table_capacity", activities, least=table.least), columns, table.least, len(columns))
        if table.capacity < len(columns):
            yield Demand(_cause("table_capacity", activities, capacity=table.capacity), columns, 0, table.capacity)


def _of_regions(problem: Problem, each: Round, people: tuple[str, ...], chairs: tuple[Chair, ...]) -> Iterator[Demand]:
    if each.most_of_region is None:
        return
    regions = {participant.id: participant.region for participant in problem.participants}
    gathered: dict[tuple[str, int], list[int]] = defaultdict(list)
    for column, chair in enumerate(chairs):
        gathered[regions[people[chair.person]], chair.table].append(column)
    for (region, number), columns in sorted(gathered.items()):
        if region and len(columns) > each.most_of_region:
            activities = (each.session, each.tables[number].id)
            cause = _cause("table_region", activities, most=each.most_of_region, region=region)
            yield Demand(cause, tuple(columns), 0, each.most_of_region)


def _of_pins(problem: Problem, each: Round, people: tuple[str, ...]) -> Iterator[Demand]:
    number = {table.id: number for number, table in enumerate(each.tables)}
    person = {name: number for number, name in enumerate(people)}
    for pin in problem.pins:
        for name in pin.participants if pin.activity in number else ():
            column = person[name] * len(number) + number[pin.activity]
            yield Demand(Cause("broken_seat", (name,), (each.session, pin.activity)), (column,), 1, 1)


def _cause(rule: str, activities: tuple[str, ...], **facts: int | str) -> Cause:
    return Cause(rule, activities=activities, facts=tuple(sorted(facts.items())))


def _seated(seating: Seating, limits: Limits) -> Iterator[Seat]:
    chosen = _chosen(seating, seating.demands, limits)
    if chosen is None:
        raise _conflict(seating, limits)
    for column in chosen:
        chair = seating.chairs[column]
        yield Seat(seating.each.session, seating.each.tables[chair.table].id, seating.people[chair.person])


def _chosen(seating: Seating, demands: tuple[Demand, ...], limits: Limits) -> tuple[int, ...] | None:
    """The best chairs that meet ``demands``, one for each person; None when there are none."""
    rows, tables = Rows(), len(seating.each.tables)
    for person in range(len(seating.people)):
        rows.add("missing_seat", range(person * tables, (person + 1) * tables), 1, 1)
    for demand in demands:
        rows.add(demand.cause.rule, demand.columns, demand.most, demand.least)
    worst = max((chair.rank for chair in seating.chairs), default=0)
    answer = maximise([worst - chair.rank for chair in seating.chairs], rows, Limits(seed=limits.seed))
    if answer.infeasible:
        return None
    if answer.chosen is None:
        raise PlannerError("no_answer", session=seating.each.session)
    return answer.chosen


def _conflict(seating: Seating, limits: Limits) -> Infeasible:
    """The demands that cannot all be met, none to spare (deletion filter)."""
    kept = seating.demands
    for demand in seating.demands:
        fewer = tuple(each for each in kept if each is not demand)
        if _chosen(seating, fewer, limits) is None:
            kept = fewer
    causes = [demand.cause for demand in kept]
    rules = sorted({"missing_seat", *(cause.rule for cause in causes)})
    activities = sorted({seating.each.session, *(name for cause in causes for name in cause.activities)})
    return Infeasible(rules, activities, causes=causes)
