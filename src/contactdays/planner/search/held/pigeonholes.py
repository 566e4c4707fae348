"""Plain reasons why not everything can be held, seen without a search.

Clauses are bad at counting pigeons: a solver may take for ever to see that nine meetings do not fit in eight slots.
"""

from .clauses import Label
from .roster import Limit, Roster


def without_room(roster: Roster) -> Label | None:
    """A participant whose meetings do not fit into its slots, or slots that do not hold all meetings; else None."""
    for party, meetings in enumerate(roster.meetings_of()):
        short = _Placing(roster, meetings, {}).squeezed()
        if short:
            return Label("double_booking", short, (party,))
    short = _Placing(roster, list(range(len(roster.parties))), _places(roster)).squeezed()
    return Label("double_booking", short) if short else None


def _places(roster: Roster) -> dict[int, int]:
    """How many meetings each slot takes, where every choice that starts in it is counted against one limit."""
    there = [0] * roster.slots
    for choice in roster.choices:
        there[choice.first] += 1
    places = dict(enumerate(there))
    for limit in roster.limits:
        slot = _only_slot(roster, limit)
        if slot is not None:
            starting = sum(roster.choices[each].first == slot for each in limit.choices)
            if starting == there[slot]:
                places[slot] = min(places[slot], limit.most)
    return places


def _only_slot(roster: Roster, limit: Limit) -> int | None:
    common = set.intersection(*(set(range(c.first, c.last + 1)) for c in (roster.choices[n] for n in limit.choices)))
    return min(common) if len(common) == 1 else None


class _Placing:
    """A largest matching of meetings with the slots they start in (augmenting paths), ``places`` or one a slot."""

    def __init__(self, roster: Roster, meetings: list[int], places: dict[int, int]) -> None:
        wanted = set(meetings)
        self.starts: dict[int, set[int]] = {meeting: set() for meeting in meetings}
        for choice in roster.choices:
            if choice.meeting in wanted:
                self.starts[choice.meeting].add(choice.first)
        self.places = places
        self.held: dict[int, list[int]] = {}

    def squeezed(self) -> tuple[int, ...]:
        """Meetings of which there are more than their slots together take; empty when all can be placed."""
        for meeting in self.starts:
            seen: set[int] = set()
            if not self._place(meeting, seen):
                return tuple(sorted({meeting, *(each for slot in seen for each in self.held.get(slot, ()))}))
        return ()

    def _place(self, meeting: int, seen: set[int]) -> bool:
        for slot in sorted(self.starts[meeting] - seen):
            if slot in seen:
                continue
            seen.add(slot)
            held = self.held.setdefault(slot, [])
            if len(held) < self.places.get(slot, 1):
                held.append(meeting)
                return True
            for other in list(held):
                if self._place(other, seen):
                    held[held.index(other)] = meeting
                    return True
        return False
