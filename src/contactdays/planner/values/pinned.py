"""People who are pinned to tables, before anybody is seated."""

from collections.abc import Iterable

from .errors import InvalidProblem
from .pin import Pin
from .round import Round, Table
from .session import Session


def people_fit_their_tables(pins: Iterable[Pin], rounds: Iterable[Round], sessions: Iterable[Session]) -> None:
    """People are pinned to tables only, tables to people only, each to one table of a round that they attend."""
    attended = {each.id: set(each.attendees) for each in sessions}
    tables = {table.id: (each.session, table) for each in rounds for table in each.tables}
    seated: dict[tuple[str, str], str] = {}
    for pin in pins:
        where = f"pin {pin.activity}"
        if pin.activity not in tables:
            if pin.participants:
                raise InvalidProblem("not_a_table", where, id=pin.activity)
            continue
        session, table = tables[pin.activity]
        _is_one_for_people(pin, table, where)
        for each in pin.participants:
            if each not in attended[session]:
                raise InvalidProblem("not_attending", where, id=each, session=session)
            if (session, each) in seated:
                raise InvalidProblem("seated_twice", where, id=each, table=seated[session, each])
            seated[session, each] = pin.activity


def _is_one_for_people(pin: Pin, table: Table, where: str) -> None:
    if pin.start is not None or pin.place is not None:
        raise InvalidProblem("table_is_no_activity", where, id=table.id)
    if len(pin.participants) > table.capacity:
        raise InvalidProblem("too_many_pinned", where, capacity=table.capacity, pinned=len(pin.participants))
