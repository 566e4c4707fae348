"""Limits of a roster in clauses: no more meetings at once than there are places, and whatever else is counted."""

from .clauses import Clauses, Label
from .counting import at_most_one, totalled
from .roster import Limit, Roster


def bind(clauses: Clauses, roster: Roster, limit: Limit, taken: list[int], busy: list[list[int]] | None) -> None:
    """Bind ``limit`` over the literals ``taken`` of the choices.

    With ``busy`` (by participant and slot) a limit on all meetings of a slot counts participants instead, who are
    far fewer than choices.
    """
    slot = _whole_slot(roster, limit)
    if busy is None or slot is None:
        _limit_choices(clauses, roster, taken, limit)
    else:
        _limit_pairs(clauses, [row[slot] for row in busy], limit, slot)


def _limit_choices(clauses: Clauses, roster: Roster, taken: list[int], limit: Limit) -> None:
    literals = [taken[each] for each, factor in zip(limit.choices, limit.factors, strict=True) for _ in range(factor)]
    meetings = tuple(sorted({roster.choices[each].meeting for each in limit.choices}))
    slots = {slot for each in limit.choices for slot in roster.choices[each].slots}
    label = Label(limit.rule, meetings, (), min(slots) if len(slots) == 1 else None)
    if limit.most == 1 and max(limit.factors) == 1:
        at_most_one(clauses, literals, label)
    elif limit.most < len(literals):
        clauses.add([-totalled(clauses, literals, limit.most + 1)[limit.most]], label)


def _whole_slot(roster: Roster, limit: Limit) -> int | None:
    """The slot of which ``limit`` counts all there is, if it holds nothing but pairs for one slot each."""
    slot = roster.choices[limit.choices[0]].first
    counted = [roster.choices[number] for number in limit.choices]
    plain = all(each.first == each.last == slot and len(roster.parties[each.meeting]) == 2 for each in counted)
    if not plain or set(limit.factors) != {1} or any(engaged >> slot & 1 for engaged in roster.engaged):
        return None
    there = {number for number, choice in enumerate(roster.choices) if slot in choice.slots}
    return slot if set(limit.choices) == there else None


def _limit_pairs(clauses: Clauses, busy: list[int], limit: Limit, slot: int) -> None:
    """Twice as many are busy as there are meetings: an even number, and so at most twice the places."""
    count = totalled(clauses, busy, 2 * limit.most + 1)
    if len(count) > 2 * limit.most:
        clauses.add([-count[2 * limit.most]], Label(limit.rule, (), (), slot))
    for odd, even in zip(count[::2], count[1::2], strict=False):
        clauses.add([-odd, even])
