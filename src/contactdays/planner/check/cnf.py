"""That some meetings can all be held with so few breaks, as clauses of the checker's own.

Every plan that holds these meetings and has no more breaks satisfies the clauses, whatever else it holds of sessions;
so a refutation of them shows that there is no such plan. Rules that a plan may break here (travel, rooms by name,
caps) are left out, which makes the clauses weaker and never wrong. "Busy so far" and the two implied constraints
(everybody's load, an even number busy in a slot) follow Bofill et al., JAIR 2022.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from contactdays.planner.values import Problem, Request

from .counters import Count, Gathering
from .starts import Starts, are_too_many


def clauses_of(problem: Problem, held: Iterable[str], most: int) -> list[tuple[int, ...]] | None:
    """Clauses for "all requests of ``held`` are held, with ``most`` breaks in all or fewer".

    The same arguments give the same clauses. None when sessions may move, for then breaks cannot be counted so, and
    when there would be far too many.
    """
    if any(session.movable for session in problem.sessions) or are_too_many(problem):
        return None
    wanted = set(held)
    encoder = _Encoder(problem, [each for each in problem.requests if each.id in wanted])
    encoder.encode(most)
    return encoder.gathering.clauses


class _Encoder:
    def __init__(self, problem: Problem, requests: list[Request]) -> None:
        self.problem = problem
        self.starts = Starts(problem)
        self.requests = requests
        self.gathering = Gathering()
        self.covering: dict[tuple[str, int], list[int]] = defaultdict(list)
        self.meeting: dict[int, list[int]] = defaultdict(list)
        self.begun: dict[str, tuple[list[int], list[int]]] = {}
        self.load: dict[str, int] = defaultdict(int)
        self.short = True
        self.half_days: dict[int, list[int]] = defaultdict(list)
        for number, slot in enumerate(self.starts.slots):
            self.half_days[slot.half_day].append(number)

    def encode(self, most: int) -> None:
        for request in self.requests:
            self._hold(request)
        for request in self.requests:
            self._order(request)
        engaged = self._engaged()
        busy = {each.id: self._busy(each.id, engaged[each.id]) for each in self.problem.participants}
        self._room(busy, bool(self.problem.sessions))
        breaks = [self._breaks(each.id, busy[each.id], engaged[each.id]) for each in self.problem.participants]
        if self.problem.breaks_apart is not None:
            self._even(breaks, self.problem.breaks_apart)
        total = self.gathering.sum(breaks, most + 1)
        if len(total) > most:
            self.gathering.add(-total[most])

    def _hold(self, request: Request) -> None:
        """Exactly one of its possible starts."""
        starts = self.starts.of(request)
        literals = [self.gathering.new() for _ in starts]
        self.gathering.add(*literals)
        self.begun[request.id] = starts, self.gathering.one_at_most(literals)
        for party in request.participants:
            self.load[party] += 1
        for start, literal in zip(starts, literals, strict=True):
            touched = self.starts.touched(start, start + request.duration)
            self.short = self.short and len(touched) == 1 and len(request.participants) == 2
            for number in touched:
                self.meeting[number].append(literal)
                for party in request.participants:
                    self.covering[party, number].append(literal)

    def _order(self, request: Request) -> None:
        """It starts after the end of those before it."""
        starts, begun = self.begun[request.id]
        lengths = {each.id: each.duration for each in self.requests}
        for before in request.after:
            if before not in self.begun:
                self.gathering.add(-self.gathering.true)
                return
            others, passed = self.begun[before]
            for start, literal in zip(starts, begun, strict=True):
                ended = bisect_right(others, start - lengths[before])
                self.gathering.add(-literal, *passed[:ended][-1:])

    def _engaged(self) -> dict[str, set[int]]:
        """Of each participant the slots that its sessions touch."""
        engaged: dict[str, set[int]] = defaultdict(set)
        for session in self.problem.sessions:
            touched = {
                number
                for number, slot in enumerate(self.starts.slots)
                if slot.start < session.end and session.start < slot.end
            }
            for party in session.attendees:
                engaged[party] |= touched
        return engaged

    def _busy(self, party: str, engaged: set[int]) -> list[int]:
        row = []
        for number in range(len(self.starts.slots)):
            literals = self.covering[party, number]
            self.gathering.one_at_most(literals)
            row.append(self.gathering.true if number in engaged else self.gathering.any_of(literals))
        return row

    def _room(self, busy: dict[str, list[int]], sessions: bool) -> None:
        """No more meetings at once than places; of pairs alone, twice as many are busy: an even number."""
        for number in range(len(self.starts.slots)):
            places = self.starts.open_places(number)
            if not self.short or sessions:
                count = self.gathering.count(self.meeting[number], places + 1)
                if len(count) > places:
                    self.gathering.add(-count[places])
                continue
            there = [row[number] for row in busy.values() if row[number] != -self.gathering.true]
            count = self.gathering.count(there, 2 * places + 1)
            if len(count) > 2 * places:
                self.gathering.add(-count[2 * places])
            for odd, even in zip(count[::2], count[1::2], strict=False):
                self.gathering.add(-odd, even)

    def _breaks(self, party: str, busy: list[int], engaged: set[int]) -> Count:
        load = self.load[party]
        single = self.short and not engaged and len(self.half_days) == 1
        ends: list[int] = []
        for numbers in self.half_days.values():
            row = [busy[number] for number in numbers]
            met = self._counted(row, load) if single and load else self._met(row)
            ends += [self.gathering.all_of([row[at], -row[at - 1], met[at - 2]]) for at in range(2, len(row))]
        return self.gathering.count(ends, max(0, load - 1) if single else len(ends))

    def _met(self, row: list[int]) -> list[int]:
        met: list[int] = []
        for literal in row:
            met.append(self.gathering.any_of([*met[-1:], literal]))
        return met

    def _counted(self, row: list[int], load: int) -> list[int]:
        """As ``_met``, and that ``load`` slots are busy in all."""
        count: Count = []
        met = []
        for literal in row:
            count = self.gathering.sum([count, [literal]], load)
            met.append(count[0])
        if len(count) >= load:
            self.gathering.add(count[load - 1])
        return met

    def _even(self, breaks: list[Count], apart: int) -> None:
        """When somebody has ``apart`` breaks more than k, everybody has more than k."""
        for number in range(max(map(len, breaks), default=0) - apart):
            more = self.gathering.any_of([count[number + apart] for count in breaks if len(count) > number + apart])
            for count in breaks:
                self.gathering.add(-more, *count[number : number + 1])
