"""Whom and what a placement takes: its people, its room, and the tables that stand in the room."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contactdays.editions.models import Edition, Room
from contactdays.people.queries import Presence, presence_in
from contactdays.planning.models import Occupancy, Placement
from contactdays.planning.moments import day_of
from contactdays.programme.enums import Duty
from contactdays.programme.models import Attendance


@dataclass(frozen=True, slots=True)
class Occupation:
    """What is needed to tell whom a placement of ``edition`` takes."""

    edition: Edition
    presence: Presence
    expected: dict[int, list[tuple[int, int | None]]]
    tables: dict[int, list[int]]

    def rows(self, placements: Iterable[Placement]) -> Iterator[Occupancy]:
        """The occupancies of saved ``placements``; their meeting must have been selected along."""
        for placement in placements:
            for room in (placement.room_id, *self.tables.get(placement.room_id, [])):
                yield self._row(placement, room_id=room)
            for participant in self.participants(placement):
                yield self._row(placement, participant_id=participant)

    def participants(self, placement: Placement) -> list[int]:
        """Primary keys of the participants that ``placement`` takes, each once."""
        day = day_of(self.edition, placement.start)
        taken: dict[int, None] = {}
        for delegation, alone in self._delegations(placement):
            present = self.presence.on(delegation, day)
            taken.update(dict.fromkeys((alone,) if alone in present else present))
        return [participant for participant in taken if participant is not None]

    def _delegations(self, placement: Placement) -> list[tuple[int, int | None]]:
        if placement.session_id is not None:
            return self.expected.get(placement.session_id, [])
        meeting = placement.meeting
        return [(meeting.first_id, None), (meeting.second_id, None)] if meeting else []

    def _row(self, placement: Placement, **taken: int) -> Occupancy:
        return Occupancy(
            edition_id=placement.edition_id,
            plan_id=placement.plan_id,
            placement=placement,
            start=placement.start,
            end=placement.end,
            **taken,
        )


def occupation_of(edition: Edition) -> Occupation:
    """Read what an ``Occupation`` needs, in four queries."""
    expected: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    attendances = Attendance.objects.exclude(duty=Duty.MAY).order_by("session_id", "delegation_id")
    for session, delegation, participant in attendances.values_list("session_id", "delegation_id", "participant_id"):
        expected[session].append((delegation, participant))
    tables: dict[int, list[int]] = defaultdict(list)
    for table, room in Room.objects.filter(part_of__isnull=False).order_by("code").values_list("pk", "part_of_id"):
        tables[room].append(table)
    return Occupation(edition, presence_in(edition), expected, tables)
