"""Round tables: who sits where."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from contactdays.planner.values import Round, Seat, Violation

from .week import Week


def unknown_seat(week: Week) -> Iterator[Violation]:
    """Hard: seats are at tables of a round, and for those who attend its session."""
    tables = {each.session: {table.id for table in each.tables} for each in week.problem.rounds}
    for seat in week.plan.seats:
        attendees = week.sessions[seat.session].attendees if seat.session in tables else ()
        if seat.table not in tables.get(seat.session, ()) or seat.participant not in attendees:
            yield Violation("unknown_seat", (seat.session, seat.table), (seat.participant,))


def missing_seat(week: Week) -> Iterator[Violation]:
    """Hard: everybody who attends the session of a round has a seat."""
    for each, seats in _rounds(week):
        seated = {seat.participant for seat in seats}
        for attendee in week.sessions[each.session].attendees:
            if attendee not in seated:
                yield Violation("missing_seat", (each.session,), (attendee,))


def double_seat(week: Week) -> Iterator[Violation]:
    """Hard: nobody has two seats in a round."""
    for each, seats in _rounds(week):
        for participant, count in Counter(seat.participant for seat in seats).items():
            if count > 1:
                yield Violation("double_seat", (each.session,), (participant,), facts=(("seats", count),))


def table_capacity(week: Week) -> Iterator[Violation]:
    """Hard: no more people at a table than it takes, and no fewer than it needs."""
    for each, seats in _rounds(week):
        seated = Counter(seat.table for seat in seats)
        for table in each.tables:
            if not table.least <= seated[table.id] <= table.capacity:
                facts = (("capacity", table.capacity), ("least", table.least), ("present", seated[table.id]))
                yield Violation("table_capacity", (each.session, table.id), facts=facts)


def table_region(week: Week) -> Iterator[Violation]:
    """Hard: no more people of one region at a table than the round allows; those without a region do not count."""
    for each, seats in _rounds(week):
        gathered: dict[tuple[str, str], list[str]] = defaultdict(list)
        for seat in seats:
            known = week.participants.get(seat.participant)
            if known is not None and known.region:
                gathered[seat.table, known.region].append(seat.participant)
        for (table, region), people in gathered.items():
            if each.most_of_region is not None and len(people) > each.most_of_region:
                facts: tuple[tuple[str, int | str], ...] = (("most", each.most_of_region), ("region", region))
                yield Violation("table_region", (each.session, table), tuple(people), facts=facts)


def broken_seat(week: Week) -> Iterator[Violation]:
    """Hard: who is pinned to a table sits there."""
    seats = {(seat.table, seat.participant) for seat in week.plan.seats}
    for pin in week.problem.pins:
        for participant in pin.participants:
            if (pin.activity, participant) not in seats:
                yield Violation("broken_seat", (pin.activity,), (participant,))


def _rounds(week: Week) -> Iterator[tuple[Round, list[Seat]]]:
    seats: dict[str, list[Seat]] = defaultdict(list)
    for seat in week.plan.seats:
        seats[seat.session].append(seat)
    for each in week.problem.rounds:
        yield each, seats[each.session]
