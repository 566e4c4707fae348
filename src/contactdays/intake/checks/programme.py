"""Sessions: in the week, in a room that holds them, with people who can be there."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from contactdays.intake.audience import Key
from contactdays.intake.book import by_code
from contactdays.intake.checks.clocks import report_odd_times
from contactdays.intake.checks.examination import Examination, moment, overlap
from contactdays.intake.rows.parties import AvailabilityRow
from contactdays.intake.rows.places import RoomRow
from contactdays.intake.rows.sessions import SessionRow
from contactdays.people.enums import AvailabilityKind
from contactdays.programme.enums import Marking

Pair = tuple[SessionRow, SessionRow]


def within_the_week(examination: Examination) -> None:
    """A session is held on a day of the edition, at a time that exists."""
    edition = examination.book.edition
    if edition is None:
        return
    for session in examination.book.sessions:
        if not edition.holds(session.day):
            examination.report(
                "day_outside",
                "Sessions",
                session.row,
                "date",
                value=session.day,
                first=edition.first_day,
                last=edition.last_day,
            )
        times = {"from": session.start, "to": session.end}
        report_odd_times(examination, "Sessions", session.row, session.day, times)


def titles_in_required_languages(examination: Examination) -> None:
    """A session has a title; a public one has it in every required language."""
    edition = examination.book.edition
    if edition is None:
        return
    for session in examination.book.sessions:
        public = session.marking == Marking.PUBLIC
        required = edition.required_languages if public else (edition.default_language,)
        if public or not session.title:
            for language in session.title.missing(required):
                column = f"title {language}"
                examination.report("language_missing", "Sessions", session.row, column, language=language)


def words_of_audiences(examination: Examination) -> None:
    """Every word of an audience means somebody."""
    for session, _, bad in examination.resolved:
        for column, word in bad:
            examination.report(word.code, "Sessions", session.row, column, **word.values)


def rooms_used_once(examination: Examination) -> None:
    """A room, with the tables in it, is used by one session at a time."""
    rooms = by_code(examination.book.rooms)
    for one, other in _room_clashes(examination.book.sessions, rooms):
        first, later = sorted((one, other), key=lambda session: session.row)
        shown = rooms[later.room.casefold()].code if later.room.casefold() in rooms else later.room
        examination.report("room_clash", "Sessions", later.row, "room", room=shown, other=first.code)


def _room_clashes(sessions: tuple[SessionRow, ...], rooms: dict[str, RoomRow]) -> Iterator[Pair]:
    """Each session with the one before it that takes its room and ends last, where they overlap.

    A whole room is taken by whoever is in one of its tables, a table by whoever is in the whole room.
    """
    last: dict[tuple[str, str], SessionRow] = {}
    for session in sorted(sessions, key=moment):
        room = session.room.casefold()
        whole = rooms[room].part_of.casefold() if room in rooms and rooms[room].part_of else room
        rivals = (("in", room), ("in", whole)) if whole != room else (("in or within", room),)
        before = [last[rival] for rival in rivals if rival in last and overlap(last[rival], session)]
        if before:
            yield max(before, key=moment), session
        for place in {("in", room), ("in or within", room), ("in or within", whole)}:
            if place not in last or _ends_before(last[place], session):
                last[place] = session


def _ends_before(one: SessionRow, other: SessionRow) -> bool:
    return (one.day, one.end) < (other.day, other.end)


def parties_in_one_place(examination: Examination) -> None:
    """Nobody must be at two sessions at once. Reported once for each two sessions, with the first party concerned."""
    clashes: dict[tuple[int, int], list[Key]] = defaultdict(list)
    for party, sessions in examination.attending.items():
        for one, other in _clashes(sessions):
            first, second = sorted((one.row, other.row))
            clashes[first, second].append(party)
    codes = {session.row: session.code for session in examination.book.sessions}
    for (one_row, other_row), parties in sorted(clashes.items()):
        examination.report(
            "session_clash",
            "Sessions",
            other_row,
            "audience",
            other=codes[one_row],
            who=_named(parties[0]),
            count=len(parties),
        )


def _clashes(sessions: list[SessionRow]) -> Iterator[Pair]:
    """Each of ``sessions``, which come in order of time, with the one before it that ends last, where they overlap."""
    last: SessionRow | None = None
    for session in sessions:
        if last is not None and overlap(last, session):
            yield last, session
        if last is None or _ends_before(last, session):
            last = session


def time_to_get_there(examination: Examination) -> None:
    """Between two sessions everybody has time to change rooms and to travel. Reported once for each two sessions."""
    edition = examination.book.edition
    if edition is None:
        return
    rooms = by_code(examination.book.rooms)
    reported = set()
    for party, sessions in examination.attending.items():
        for before, after in pairwise(sessions):
            gap = _gap(before, after)
            needed = _needed(rooms, examination.ways, edition.change_over, before, after)
            if 0 <= gap < needed and (before.row, after.row) not in reported:
                reported.add((before.row, after.row))
                values = {"other": before.code, "who": _named(party), "gap": gap, "needed": needed}
                examination.report("too_far_apart", "Sessions", after.row, "from", **values)


def _gap(before: SessionRow, after: SessionRow) -> int:
    """Minutes from the end of one to the start of the other; -1 on different days."""
    if before.day != after.day:
        return -1
    return (after.start.hour - before.end.hour) * 60 + after.start.minute - before.end.minute


def _needed(
    rooms: dict[str, RoomRow],
    ways: dict[tuple[str, str], int],
    change_over: int,
    before: SessionRow,
    after: SessionRow,
) -> int:
    left, entered = (before.destination or before.room).casefold(), after.room.casefold()
    if left == entered or left not in rooms or entered not in rooms:
        return 0
    way = rooms[left].venue.casefold(), rooms[entered].venue.casefold()
    return change_over if way[0] == way[1] else max(change_over, ways.get(way, 0))


def room_for_all(examination: Examination) -> None:
    """A room holds the delegations that must be there."""
    rooms = by_code(examination.book.rooms)
    for session, places, _ in examination.resolved:
        room = rooms.get(session.room.casefold())
        expected = sum(examination.is_expected(party, session, places) for party in places)
        if room is not None and expected > room.capacity:
            examination.report(
                "room_too_small",
                "Sessions",
                session.row,
                "room",
                room=room.code,
                capacity=room.capacity,
                expected=expected,
            )


def everybody_there(examination: Examination) -> None:
    """Nobody must be at a session while away. Reported once for each session and row of availability."""
    away = _availability_by_party(examination)
    reported = set()
    for party, sessions in examination.attending.items():
        for session in sessions:
            row = _hindrance(session, away.get(party, []))
            if row is not None and (session.row, row.row) not in reported:
                reported.add((session.row, row.row))
                who = _named(party)
                examination.report("not_available", "Availability", row.row, "date", who=who, session=session.code)


def _availability_by_party(examination: Examination) -> dict[Key, list[AvailabilityRow]]:
    parties = {member.person: member.party.key for member in examination.members}
    found: dict[Key, list[AvailabilityRow]] = defaultdict(list)
    for row in examination.book.availabilities:
        key = row.party.key if row.party else parties.get(row.person.casefold())
        if key is not None:
            found[key].append(row)
    return found


def _hindrance(session: SessionRow, rows: list[AvailabilityRow]) -> AvailabilityRow | None:
    """The row that keeps a party from ``session``: away then, or there only at other times."""
    for row in rows:
        if row.kind != AvailabilityKind.ONLY and row.day == session.day and _meets(row, session):
            return row
    only = [row for row in rows if row.kind == AvailabilityKind.ONLY]
    if not only or any(row.day == session.day and _holds(row, session) for row in only):
        return None
    return next((row for row in only if row.day == session.day), only[0])


def _meets(row: AvailabilityRow, session: SessionRow) -> bool:
    return (row.start is None or row.start < session.end) and (row.end is None or session.start < row.end)


def _holds(row: AvailabilityRow, session: SessionRow) -> bool:
    return (row.start is None or row.start <= session.start) and (row.end is None or session.end <= row.end)


def _named(party: Key) -> str:
    return f"{party[0]}:{party[1].upper()}"
