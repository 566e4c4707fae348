"""How long it takes to get from one place to another."""

from heapq import heappop, heappush

from contactdays.planner.values import Problem


class Distances:
    """Minutes a party needs between places and between buildings, by the quickest way."""

    def __init__(self, problem: Problem) -> None:
        self._change_over = problem.change_over
        self._building = {place.id: place.building for place in problem.places}
        self._legs = _legs(problem)
        self._ways: dict[str, dict[str, int]] = {}

    def between_buildings(self, one: str, other: str) -> int:
        """Minutes from a place in ``one`` to a different place in ``other``."""
        if one == other:
            return self._change_over
        if one not in self._ways:
            self._ways[one] = _from(one, self._legs)
        return max(self._change_over, self._ways[one][other])

    def between_places(self, one: str, other: str) -> int:
        """Minutes from ``one`` to ``other``; none within the same place."""
        return 0 if one == other else self.between_buildings(self._building[one], self._building[other])

    def to_building(self, place: str, building: str) -> int:
        """Minutes from ``place`` to another place in ``building``."""
        return self.between_buildings(self._building[place], building)

    def from_building(self, building: str, place: str) -> int:
        """Minutes from a place in ``building`` to the other place ``place``."""
        return self.between_buildings(building, self._building[place])


def _legs(problem: Problem) -> dict[str, dict[str, int]]:
    legs: dict[str, dict[str, int]] = {place.building: {} for place in problem.places}
    for one, other, minutes in problem.travel:
        legs.setdefault(one, {})[other] = minutes
        legs.setdefault(other, {})
    for one, other, minutes in problem.travel:
        legs[other].setdefault(one, minutes)
    return legs


def _from(start: str, legs: dict[str, dict[str, int]]) -> dict[str, int]:
    """The shortest way to every building (Dijkstra, 1959)."""
    settled: dict[str, int] = {}
    ahead = [(0, start)]
    while ahead:
        minutes, nearest = heappop(ahead)
        if nearest not in settled:
            settled[nearest] = minutes
            for name, leg in legs[nearest].items():
                heappush(ahead, (minutes + leg, name))
    return settled
