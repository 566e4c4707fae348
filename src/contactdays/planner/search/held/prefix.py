"""All meetings of a roster held, in clauses, and the breaks that this leaves.

The prefix model: "busy by slot t" closes the past, so that a break ends exactly where somebody is busy who was not
in the slot before, yet had been earlier. The implied constraints follow Bofill et al., "Constraint Solving
Approaches to the Business-to-Business Meeting Scheduling Problem", JAIR 2022.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from .clauses import Clauses, Label
from .counting import Count, at_most_one, totalled
from .limiting import bind
from .roster import Limit, Roster


@dataclass(frozen=True, slots=True)
class Encoding:
    """``taken``: the literal of each choice. ``busy``: by participant and slot. ``breaks``: a count of each
    participant's breaks. The clauses bind all rules of the roster; how many breaks there may be is left open."""

    clauses: Clauses
    taken: list[int]
    busy: list[list[int]]
    breaks: list[Count]


def encode(roster: Roster, *, implied: bool = True, limits: Iterable[Limit] | None = None) -> Encoding:
    """The clauses of ``roster``, with all of its limits or only those given (``add_limit`` adds another).

    ``implied``: with clauses that follow from the others and help a search. Without them every clause that
    stands for a rule bears its label, and leaving out those of a rule leaves out that rule and no more.
    """
    clauses = Clauses()
    taken = [clauses.variable() for _ in roster.choices]
    started = _hold_all(clauses, roster, taken)
    _keep_order(clauses, roster, started)
    busy = _busy(clauses, roster, taken)
    breaks = [_breaks(clauses, roster, row) for row in busy]
    if implied and all(choice.first == choice.last for choice in roster.choices):
        _keep_load(clauses, roster, busy)
    if roster.breaks_apart is not None:
        _keep_even(clauses, breaks, roster.breaks_apart)
    encoding = Encoding(clauses, taken, busy, breaks)
    for limit in roster.limits if limits is None else limits:
        add_limit(encoding, roster, limit, implied=implied)
    return encoding


Started = list[dict[int, int]]


def _hold_all(clauses: Clauses, roster: Roster, taken: list[int]) -> Started:
    """Each meeting once. Gives, for each meeting, by every start it may have: whether it starts by then."""
    started: Started = []
    for meeting, numbers in enumerate(roster.choices_of()):
        at: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            at[roster.choices[number].start].append(taken[number])
        by: dict[int, int] = {}
        before = -clauses.true
        for start, literals in at.items():
            at_most_one(clauses, literals, None)
            for literal in literals:
                clauses.add([-literal, -before])
            before = by[start] = clauses.either([before, *literals])
        clauses.add([before], Label("missing_must", (meeting,), roster.parties[meeting]))
        started.append(by)
    return started


def _keep_order(clauses: Clauses, roster: Roster, started: Started) -> None:
    """No meeting starts before those that precede it have ended."""
    lengths = {choice.meeting: choice.end - choice.start for choice in roster.choices}
    for before, after in roster.precedences:
        label = Label("precedence", (before, after))
        for start, begun in started[after].items():
            ended = [literal for first, literal in started[before].items() if first + lengths[before] <= start]
            clauses.add([-begun, *ended[-1:]], label)


def _busy(clauses: Clauses, roster: Roster, taken: list[int]) -> list[list[int]]:
    covering = _covering(roster)
    busy = []
    for party, engaged in enumerate(roster.engaged):
        row = []
        for slot in range(roster.slots):
            numbers = covering.get((party, slot), [])
            literals = [taken[number] for number in numbers]
            meetings = tuple(sorted({roster.choices[number].meeting for number in numbers}))
            at_most_one(clauses, literals, Label("double_booking", meetings, (party,), slot))
            row.append(clauses.true if engaged >> slot & 1 else clauses.either(literals))
        busy.append(row)
    return busy


def _covering(roster: Roster) -> dict[tuple[int, int], list[int]]:
    covering: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, choice in enumerate(roster.choices):
        for party in roster.parties[choice.meeting]:
            for slot in choice.slots:
                covering[party, slot].append(number)
    return covering


def add_limit(encoding: Encoding, roster: Roster, limit: Limit, *, implied: bool = True) -> None:
    """Bind ``limit`` as well; ``implied`` as for ``encode``."""
    bind(encoding.clauses, roster, limit, encoding.taken, encoding.busy if implied else None)


def _breaks(clauses: Clauses, roster: Roster, busy: list[int]) -> Count:
    """A break ends in a slot that is busy, after one that is not, when there was a busy one before."""
    ends: list[int] = []
    for half_day in roster.half_days:
        row = busy[half_day.start : half_day.stop]
        met = list(accumulate(row, lambda before, now: clauses.either([before, now])))
        ends += [clauses.both([row[slot], -row[slot - 1], met[slot - 2]]) for slot in range(2, len(row))]
    return totalled(clauses, ends)


def _keep_load(clauses: Clauses, roster: Roster, busy: list[list[int]]) -> None:
    """Implied while every meeting takes one slot: everybody is busy in as many slots as it has meetings.

    Not where a session and a meeting may share a slot, one after the other.
    """
    shared = {
        party
        for choice in roster.choices
        for party in roster.parties[choice.meeting]
        if roster.engaged[party] >> choice.first & 1
    }
    for party, (row, meetings) in enumerate(zip(busy, roster.meetings_of(), strict=True)):
        if party in shared:
            continue
        load = len(meetings) + roster.engaged[party].bit_count()
        count = totalled(clauses, row, load + 1)
        if load > len(count):
            clauses.add([-clauses.true])
        elif load:
            clauses.add([count[load - 1]])
        if len(count) > load:
            clauses.add([-count[load]])


def _keep_even(clauses: Clauses, breaks: list[Count], apart: int) -> None:
    """Whoever has ``apart`` breaks more than k has company: everybody has more than k."""
    everybody: list[int] = []
    for number in range(max(map(len, breaks), default=0) - apart):
        more = clauses.variable()
        everybody.append(more)
        for party, count in enumerate(breaks):
            label = Label("uneven_breaks", (), (party,))
            if len(count) > number + apart:
                clauses.add([-count[number + apart], more], label)
            clauses.add([-more, *count[number : number + 1]], label)
