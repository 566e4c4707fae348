"""What meetings compete for, how much of it there is, and how much of it a meeting takes."""

from collections import defaultdict
from collections.abc import Iterator

from contactdays.planner.values import Participant, Problem, Request, Scarce, Wish

from .starts import Starts

Good = tuple[Scarce, str | None, int | None]
"""Something scarce: what, whose (or None), and from which minute (or None)."""


class Market:
    """The scarce goods of ``problem``. ``starts_of``: of each request that may be held its possible starts."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.starts = Starts(problem)
        self.requests = {each.id: each for each in problem.requests if each.wish is not Wish.NEVER}
        self.starts_of = {name: self.starts.of(request) for name, request in self.requests.items()}
        self._parties = {each.id: each for each in problem.participants}
        self._pinned = {pin.activity for pin in problem.pins}
        self._days = sorted(problem.days)
        self._numbers = {slot.start: number for number, slot in enumerate(self.starts.slots)}
        self._slots_of, self._meetings_of = self._demand()

    def is_compulsory(self, request: Request) -> bool:
        """Whether every plan holds ``request``."""
        return request.wish is Wish.MUST or request.id in self._pinned

    def supply(self, good: Good) -> int | None:
        """How much of ``good`` there is at most; None when there is no such good."""
        on, name, start = good
        if on in (Scarce.PLACES, Scarce.PLACE_SLOTS):
            return self._places(on, name, start)
        party = self._parties.get(name or "")
        return None if party is None else self._of_party(on, party, start)

    def takes(self, request: Request, start: int) -> Iterator[tuple[Good, int]]:
        """The goods that ``request`` takes when it starts at ``start``, and how much of each."""
        slots = [self.starts.slots[number].start for number in self.starts.touched(start, start + request.duration)]
        for slot in slots:
            yield (Scarce.PLACES, None, slot), 1
        yield (Scarce.PLACE_SLOTS, None, None), len(slots)
        for name in request.participants:
            yield (Scarce.CAP, name, None), 1
            yield (Scarce.FREE_SLOTS, name, None), len(slots)
            for day in self._days:
                if day.start <= start < day.end:
                    yield (Scarce.CAP_PER_DAY, name, day.start), 1
            for slot in slots:
                yield (Scarce.SLOT, name, slot), 1

    def unlike_starts(self, request: Request) -> list[int]:
        """Possible starts of ``request`` that stand for all: one for each number of slots it may touch."""
        length = request.duration
        starts = {len(self.starts.touched(start, start + length)): start for start in self.starts_of[request.id]}
        return list(starts.values())

    def _demand(self) -> tuple[dict[str, set[int]], dict[str, int]]:
        """Of each participant the slots its meetings might touch, and how many meetings it might have."""
        slots: dict[str, set[int]] = defaultdict(set)
        meetings: dict[str, int] = defaultdict(int)
        for name, request in self.requests.items():
            touched = {
                slot for start in self.starts_of[name] for slot in self.starts.touched(start, start + request.duration)
            }
            for party in request.participants:
                slots[party] |= touched
                meetings[party] += 1
        return slots, meetings

    def _places(self, on: Scarce, name: str | None, start: int | None) -> int | None:
        if name is not None:
            return None
        if on is Scarce.PLACES:
            return self.starts.open_places(self._numbers[start]) if start in self._numbers else None
        return None if start is not None else sum(map(self.starts.open_places, range(len(self.starts.slots))))

    def _of_party(self, on: Scarce, party: Participant, start: int | None) -> int | None:
        if on is Scarce.SLOT:
            return 1 if start in self._numbers else None
        if on is Scarce.CAP_PER_DAY:
            known = any(day.start == start for day in self._days)
            return None if not known else self._at_most(party.cap_per_day, party)
        if start is not None:
            return None
        return self._at_most(party.cap, party) if on is Scarce.CAP else len(self._slots_of[party.id])

    def _at_most(self, cap: int | None, party: Participant) -> int:
        return self._meetings_of[party.id] if cap is None else cap
