"""Which place each meeting gets, so that parties change place as little as may be."""

from collections import Counter, defaultdict

from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.options import ANYWHERE, Need, Option, Ways, need_of
from contactdays.planner.search.ground.stands import Stand
from contactdays.planner.search.ground.stretches import contains
from contactdays.planner.values import PlannerError

from .matching import FORBIDDEN, cheapest
from .staying import stay

SWEEPS, SLIGHT = 12, 2_000


class Rooms:
    """Places of the meetings ``held``; every sweep gives each slot's meetings the best places in turn.

    A party that has two meetings of one half-day, one after the other, at different places, moves once.
    """

    def __init__(self, grid: Grid, ways: Ways, held: list[Option]) -> None:
        self.grid, self.ways = grid, ways
        self.held = sorted(held, key=lambda each: (each.start, each.request))
        self.place: dict[int, str] = {}
        self.by_slot: dict[int, list[int]] = defaultdict(list)
        for number, option in enumerate(self.held):
            self.by_slot[option.first].append(number)
        self.neighbours = self._neighbours()
        self.at: dict[int, list[int]] = defaultdict(list)
        for number, option in enumerate(self.held):
            for slot in range(option.first, option.last + 1):
                self.at[slot].append(number)

    def assign(self, sweeps: int = SWEEPS) -> dict[int, str]:
        """The place of each meeting, by request, after so many sweeps at most beside the first."""
        for slot in sorted(self.by_slot):
            self._settle(slot)
        fewest = self.moves()
        for sweep in range(sweeps):
            for slot in sorted(self.by_slot, reverse=sweep % 2 == 0):
                self._settle(slot)
            moves = self.moves()
            if fewest - moves <= len(self.held) // SLIGHT:
                break
            fewest = moves
        return {self.held[number].request: place for number, place in self.place.items()}

    def moves(self) -> int:
        """How often a party changes place between two meetings of one half-day."""
        pairs = ((number, other) for number, others in self.neighbours.items() for other in others)
        return sum(self.place[number] != self.place[other] for number, other in pairs) // 2

    def fewest(self) -> int:
        """At these times no places whatever make fewer moves.

        Of meetings that all start together, and the next ones of their parties that all start together, no two
        can go on at one place: at most as many stay as a matching allows.
        """
        after: dict[tuple[int, int], dict[int, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for number, others in self.neighbours.items():
            for other in others:
                if number < other:
                    after[self.held[number].first, self.held[other].first][other][str(number)] += 1
        return sum(_partings(list(longing.values())) for longing in after.values())

    def _neighbours(self) -> dict[int, list[int]]:
        """The meetings right before and right after each, for each of its parties, in the half-day."""
        after: dict[tuple[str, int], int] = {}
        found: dict[int, list[int]] = defaultdict(list)
        for number, option in enumerate(self.held):
            half_day = self.grid.slots[option.first].half_day
            for party in self.grid.requests[option.request].participants:
                before = after.get((party, half_day))
                if before is not None:
                    found[before].append(number)
                    found[number].append(before)
                after[party, half_day] = number
        return found

    def _settle(self, slot: int) -> None:
        """Give the meetings that start in ``slot`` places anew: those bound to a stand first."""
        numbers = self.by_slot[slot]
        for number in numbers:
            self.place.pop(number, None)
        bound: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            bound[self.held[number].stand].append(number)
        for stand in sorted(bound, reverse=True):
            self._match(bound[stand])

    def _match(self, numbers: list[int]) -> None:
        """Give places to meetings of one slot that are bound alike; if any place suits all, each stays if it can."""
        allowed = self._allowed(numbers)
        sets = set(allowed)
        if len(sets) > 1:
            self._match_apart(numbers, allowed)
            return
        places = sorted(sets.pop())
        free = set(places)
        longing = [Counter(place for place in self._known(number) if place in free) for number in numbers]
        if len(places) < len(numbers):
            raise PlannerError("more_meetings_than_places")
        self.place.update(zip(numbers, stay(longing, places), strict=True))

    def _match_apart(self, numbers: list[int], allowed: list[frozenset[str]]) -> None:
        """Give places to meetings that may not have the same ones."""
        places = sorted(frozenset().union(*allowed))
        costs = [
            [self._moves_at(number, place) if place in free else FORBIDDEN for place in places]
            for number, free in zip(numbers, allowed, strict=True)
        ]
        for number, column in zip(numbers, cheapest(costs), strict=True):
            self.place[number] = places[column]

    def _known(self, number: int) -> list[str]:
        """Where the parties are right before and after, so far as that is known."""
        return [self.place[each] for each in self.neighbours[number] if each in self.place]

    def _moves_at(self, number: int, place: str) -> int:
        return sum(other != place for other in self._known(number))

    def _allowed(self, numbers: list[int]) -> list[frozenset[str]]:
        """Places that each meeting may have, beside those given to others meanwhile."""
        found: dict[tuple[int, Need], frozenset[str]] = {}
        allowed = []
        for number in numbers:
            option = self.held[number]
            key = option.last, need_of(option, self.grid.requests[option.request])
            if key not in found:
                places = {place for stand in self._stands(option) for place in stand.places}
                found[key] = frozenset(places - self._taken(option))
            allowed.append(found[key])
        return allowed

    def _stands(self, option: Option) -> list[Stand]:
        if option.stand != ANYWHERE:
            return [self.ways.stands[option.stand]]
        need = need_of(option, self.grid.requests[option.request])
        stands = [self.ways.stands[each] for each in sorted(self.ways.takes[need])]
        return [each for each in stands if contains(each.free, option.start, option.end)]

    def _taken(self, option: Option) -> set[str]:
        """Places in use while the meeting lasts, with their parts and what they are part of."""
        used = {
            self.place[each]
            for slot in range(option.first, option.last + 1)
            for each in self.at[slot]
            if each in self.place
        }
        wholes = {whole for place in used for whole in self.grid.above[place]}
        parts = {place for place, above in self.grid.above.items() if above and not used.isdisjoint(above)}
        return used | wholes | parts


def _partings(longing: list[Counter[str]]) -> int:
    """How much of what meetings long for cannot be granted when no two get the same."""
    places = sorted({place for wishes in longing for place in wishes}) + [""] * len(longing)
    granted = stay(longing, places)
    wished = sum(sum(wishes.values()) for wishes in longing)
    return wished - sum(wishes[place] for wishes, place in zip(longing, granted, strict=True))
