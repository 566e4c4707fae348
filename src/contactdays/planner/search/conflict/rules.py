"""Rules one by one, as causes that can be taken or left, where every meeting takes one slot."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.stretches import Stretches, contains, union
from contactdays.planner.values import Cause, Interval, Participant, Place, Request, Slot

MOST_CHOICES = 300_000
Mask = int
"""Slots, as the bits of a number: bit k for the k-th."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The compulsory requests of a problem (numbers) and all rules about them: ``causes``, by their numbers.

    ``hold``: of each meeting the cause that it must be held, and ``parties`` its participants (numbers).
    ``confine``: of each meeting causes, and the slots that each leaves. ``alone``: of each participant the cause that
    it is in one meeting at a time. ``room``: the cause that there are ``places`` places. ``orders``: (cause, meeting
    before, meeting after). ``even``: the cause that breaks differ by ``apart`` at most, None without that rule.
    """

    causes: tuple[Cause, ...]
    half_days: tuple[range, ...]
    parties: tuple[tuple[int, ...], ...]
    hold: tuple[int, ...]
    confine: tuple[tuple[tuple[int, Mask], ...], ...]
    alone: tuple[int, ...]
    room: int
    places: int
    orders: tuple[tuple[int, int, int], ...]
    even: int | None
    apart: int | None

    @property
    def every_slot(self) -> Mask:
        """All slots."""
        return (1 << self.half_days[-1].stop) - 1


def rules_of(grid: Grid) -> Rules | None:
    """The rules of ``grid``; None where they are not so simple.

    Simple: not huge, no sessions, no caps, no pinned places, places all alike and always open, meetings that touch
    one slot and come after compulsory ones only.
    """
    return _Gatherer(grid).rules() if _is_simple(grid) else None


def _is_simple(grid: Grid) -> bool:
    problem = grid.problem
    capped = any(each.cap is not None or each.cap_per_day is not None for each in problem.participants)
    if not problem.slots or problem.sessions or capped or any(pin.start is None or pin.place for pin in problem.pins):
        return False
    compulsory = {each.id for each in grid.requests if grid.compulsory(each)}
    if any(each not in compulsory for request in grid.requests if request.id in compulsory for each in request.after):
        return False
    if len(compulsory) * len(grid.slots) > MOST_CHOICES:
        return False
    shortest = min(slot.end - slot.start for slot in grid.slots)
    short = all(each.duration + problem.change_over <= shortest for each in grid.requests)
    return short and _places_are_alike(grid)


def _places_are_alike(grid: Grid) -> bool:
    places = [each for each in grid.problem.places if each.meetings]
    most = max((len(each.participants) for each in grid.requests), default=0)
    return (
        len({each.building for each in places}) <= 1
        and all(each.part_of is None and each.capacity >= most for each in places)
        and all(each.place_kind is None for each in grid.requests)
        and all(contains(there, slot.start, slot.end) for there in _opening(places) for slot in grid.slots)
    )


def _opening(places: list[Place]) -> list[Stretches]:
    return [union(each) for each in {place.open for place in places}]


class _Gatherer:
    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.requests = [each for each in grid.requests if grid.compulsory(each)]
        self.causes: list[Cause] = []

    def rules(self) -> Rules:
        problem = self.grid.problem
        number = {each.id: place for place, each in enumerate(problem.participants)}
        mine = [
            tuple(each.id for each in self.requests if party.id in each.participants) for party in problem.participants
        ]
        meeting = {each.id: place for place, each in enumerate(self.requests)}
        places = sum(each.meetings for each in problem.places)
        absent = {party.id: list(self._absences(party)) for party in problem.participants}
        apart = problem.breaks_apart
        return Rules(
            half_days=self.grid.half_days,
            parties=tuple(tuple(number[name] for name in each.participants) for each in self.requests),
            hold=tuple(self._add(Cause("missing_must", each.participants, (each.id,))) for each in self.requests),
            confine=tuple((*self._own(each), *self._of_all(each, absent)) for each in self.requests),
            alone=tuple(
                self._add(Cause("double_booking", (party.id,), held))
                for party, held in zip(problem.participants, mine, strict=True)
            ),
            room=self._add(Cause("double_booking", facts=(("places", places),))),
            places=places,
            orders=tuple(
                (self._add(Cause("precedence", (), (before, each.id))), meeting[before], meeting[each.id])
                for each in self.requests
                for before in each.after
            ),
            even=None if apart is None else self._add(Cause("uneven_breaks", facts=(("most_apart", apart),))),
            apart=apart,
            causes=tuple(self.causes),
        )

    def _add(self, cause: Cause) -> int:
        self.causes.append(cause)
        return len(self.causes) - 1

    def _absences(self, party: Participant) -> Iterator[tuple[int, tuple[Interval, ...]]]:
        for rule, stretches in (("unavailable", party.available), ("vacancy", party.in_office)):
            if not all(contains(union(stretches), slot.start, slot.end) for slot in self.grid.slots):
                slots = sum(contains(union(stretches), slot.start, slot.end) for slot in self.grid.slots)
                facts = (("slots", slots), ("slots_in_all", len(self.grid.slots)))
                yield self._add(Cause(rule, (party.id,), facts=facts)), stretches

    def _own(self, request: Request) -> Iterator[tuple[int, Mask]]:
        """Its window and its pin."""
        pin, window = self.grid.pins.get(request.id), request.window
        if pin is not None:
            there = self._mask(lambda slot: slot.start == pin.start)
            yield self._add(Cause("broken_pin", (), (request.id,), None, pin.start)), there
        if window is not None:
            inside = self._mask(lambda slot: window.start <= slot.start <= window.end - request.duration)
            facts = (("window_start", window.start), ("window_end", window.end))
            yield self._add(Cause("outside_window", (), (request.id,), facts=facts)), inside

    def _of_all(
        self, request: Request, absent: dict[str, list[tuple[int, tuple[Interval, ...]]]]
    ) -> Iterator[tuple[int, Mask]]:
        """When its participants are there."""
        for name in request.participants:
            for cause, stretches in absent[name]:
                yield cause, self._within(union(stretches), request.duration)

    def _within(self, there: Stretches, duration: int) -> Mask:
        return self._mask(lambda slot: contains(there, slot.start, slot.start + duration))

    def _mask(self, holds: Callable[[Slot], bool]) -> Mask:
        return sum(1 << number for number, slot in enumerate(self.grid.slots) if holds(slot))
