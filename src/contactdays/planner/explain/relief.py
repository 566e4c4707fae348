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
    for prefer_grants in (True, False):
        dropped: set[str] = set()
        grants: dict[Step, None] = {}
        for obstacle in sorted(way.obstacles, key=lambda each: bool(each.drop_one_of)):
            if not _overcome(standing, obstacle, dropped, grants, prefer_grants=prefer_grants):
                break
        else:
            drops = [Step(Remedy.DROP, activity=each) for each in sorted(dropped)]
            loss = standing.weight(frozenset(dropped)) - request.weight
            yield Relaxation((*sorted(grants), *drops), loss, way.start, way.place)


def _overcome(
    standing: Standing, obstacle: Obstacle, dropped: set[str], grants: dict[Step, None], *, prefer_grants: bool
) -> bool:
    """Add what overcomes ``obstacle``; False when nothing does."""
    if dropped.intersection(obstacle.drop_one_of):
        return True
    if prefer_grants and obstacle.grants:
        grants.update(dict.fromkeys(obstacle.grants))
        return True
    drops = obstacle.drops or _cheapest(standing, obstacle.drop_one_of)
    if drops and all(standing.may_be_dropped(each) for each in drops):
        dropped.update(drops)
        return True
    grants.update(dict.fromkeys(obstacle.grants))
    return bool(obstacle.grants)


def _cheapest(standing: Standing, activities: tuple[str, ...]) -> tuple[str, ...]:
    able = [each for each in activities if standing.may_be_dropped(each)]
    return (min(able, key=lambda each: (standing.requests[each].weight, each)),) if able else ()


def _price(relaxation: Relaxation, way: Way) -> Price:
    steps = relaxation.steps
    minutes = sum(each.end - each.start for each in steps if each.end is not None and each.start is not None)
    effort = sum(EFFORT.get(each.remedy, 0) for each in steps)
    return relaxation.loss, len(steps), effort, minutes, way.start, way.building, way.place or ""
