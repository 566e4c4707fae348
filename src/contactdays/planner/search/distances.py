"""How long it takes to get from one place to another."""

from contactdays.planner.values import Problem

FAR = 1 << 40


class Distances:
    """Minutes a party needs between places and between buildings, by the quickest way."""

    def __init__(self, problem: Problem) -> None:
        self._change_over = problem.change_over
        self._building = {place.id: place.building for place in problem.places}
        self._ways = _quickest(problem)

    def between_buildings(self, one: str, other: str) -> int:
        """Minutes from a place in ``one`` to a different place in ``other``."""
        if one == other:
            return self._change_over
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


def _quickest(problem: Problem) -> dict[str, dict[str, int]]:
    """All shortest ways (Dijkstra without a heap: buildings are few)."""
    legs: dict[str, dict[str, int]] = {place.building: {} for place in problem.places}
    for one, other, minutes in problem.travel:
        legs.setdefault(one, {})[other] = minutes
        legs.setdefault(other, {})
    for one, other, minutes in problem.travel:
        legs[other].setdefault(one, minutes)
    return {start: _from(start, legs) for start in legs}


def _from(start: str, legs: dict[str, dict[str, int]]) -> dict[str, int]:
    settled: dict[str, int] = {}
    open_: dict[str, int] = {start: 0}
    while open_:
        nearest = min(open_, key=lambda name: (open_[name], name))
        settled[nearest] = open_.pop(nearest)
        for name, minutes in legs[nearest].items():
            if name not in settled:
                open_[name] = min(open_.get(name, FAR), settled[nearest] + minutes)
    return settled
