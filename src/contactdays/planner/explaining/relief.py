"""What could give way so that a request is held, cheapest first, the other meetings staying where they are."""

from collections.abc import Iterable, Iterator

from contactdays.planner.values import Relaxation, Remedy, Request, Step

from .obstacle import Obstacle, Way
from .standing import Standing

EFFORT = {
    Remedy.ALLOW: 0,
    Remedy.RAISE_CAP: 1,
    Remedy.RAISE_CAP_PER_DAY: 1,
    Remedy.ADD_PLACE: 2,
    Remedy.WIDEN_WINDOW: 3,
    Remedy.EXTEND: 4,
    Remedy.FILL_POST: 5,
    Remedy.RELEASE: 6,
}
Price = tuple[int, int, int, int, int, str, str]


def relaxations(standing: Standing, request: Request, ways: Iterable[Way]) -> tuple[Relaxation, ...]:
    """The least loss if things may be granted, and the least if meetings may only be dropped; cheapest first.

    At equal loss, the fewest steps win, then the easiest to grant, then the fewest minutes.
    """
    granted: tuple[Price, Relaxation] | None = None
    given_up: tuple[Price, Relaxation] | None = None
    for way in ways:
        for found in _candidates(standing, request, way):
            price = _price(found, way)
            if granted is None or price < granted[0]:
                granted = price, found
            only_drops = all(each.remedy is Remedy.DROP for each in found.steps)
            if only_drops and (given_up is None or price < given_up[0]):
                given_up = price, found
    both = [each[1] for each in (granted, given_up) if each is not None]
    return tuple(dict.fromkeys(both))


def _candidates(standing: Standing, request: Request, way: Way) -> Iterator[Relaxation]:
    """The way with all granted that can be, and with all dropped that can be."""
    ordered = sorted(way.obstacles, key=lambda each: bool(each.drop_one_of))
    either = any(each.grants and (each.drops or each.drop_one_of) for each in way.obstacles)
    for prefer_grants in (True, False) if either else (True,):
        bargain = _Bargain(standing, request, prefer_grants=prefer_grants)
        if all(bargain.overcomes(each) for each in ordered):
            yield bargain.relaxation(way)


class _Bargain:
    """What is granted and dropped so far."""

    def __init__(self, standing: Standing, request: Request, *, prefer_grants: bool) -> None:
        self.standing = standing
        self.request = request
        self.prefer_grants = prefer_grants
        self.dropped: set[str] = set()
        self.granted: dict[Step, None] = {}

    def overcomes(self, obstacle: Obstacle) -> bool:
        """Add what overcomes ``obstacle``; False when nothing does."""
        if self.dropped.intersection(obstacle.drop_one_of):
            return True
        drops = obstacle.drops or self._cheapest(obstacle.drop_one_of)
        droppable = bool(drops) and all(map(self._may_be_dropped, drops))
        if droppable and not (self.prefer_grants and obstacle.grants):
            self.dropped.update(drops)
            return True
        self.granted.update(dict.fromkeys(obstacle.grants))
        return bool(obstacle.grants)

    def relaxation(self, way: Way) -> Relaxation:
        """All of it, as what lets the request be held on ``way``."""
        drops = [Step(Remedy.DROP, activity=each) for each in sorted(self.dropped)]
        loss = self.standing.weight(self.dropped) - self.request.weight
        granted = sorted(self.granted, key=_order) if len(self.granted) > 1 else self.granted
        return Relaxation((*granted, *drops), loss, way.start, way.place)

    def _may_be_dropped(self, activity: str) -> bool:
        return activity in self.standing.droppable and activity not in self.request.after

    def _cheapest(self, activities: tuple[str, ...]) -> tuple[str, ...]:
        if self.request.after:
            activities = tuple(each for each in activities if each not in self.request.after)
        found = self.standing.cheapest(activities)
        return (found,) if found is not None else ()


def _order(step: Step) -> tuple[str, str, str, int]:
    return step.remedy, step.participant or "", step.activity or "", step.start or 0


def _price(relaxation: Relaxation, way: Way) -> Price:
    steps = relaxation.steps
    minutes = sum(each.end - each.start for each in steps if each.end is not None and each.start is not None)
    effort = sum(EFFORT.get(each.remedy, 0) for each in steps)
    return relaxation.loss, len(steps), effort, minutes, way.start, way.building, way.place or ""
