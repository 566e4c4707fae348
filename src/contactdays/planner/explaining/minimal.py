"""The causes that together leave no way, none to spare."""

from collections.abc import Iterable

from contactdays.planner.values import Cause

RULES = (
    "held_never",
    "vacancy",
    "cap",
    "precedence",
    "outside_window",
    "unavailable",
    "cap_per_day",
    "double_booking",
    "travel_time",
)


def minimal_causes(ways: Iterable[Iterable[Cause]]) -> tuple[Cause, ...]:
    """Some of the causes, so that every way has one of them and none can be left out; empty when a way has none.

    That is: with these causes alone the request could not be held, and without any one of them it could, on the
    way that it alone bars. Whatever bars most ways comes first (greedy set cover, then pruned), and of equals what
    is told in the fewest words. In the order of the rules and of time.
    """
    sets = _least({frozenset(way) for way in ways})
    if not sets or frozenset() in sets:
        return ()
    bars: dict[Cause, set[int]] = {}
    for number, each in enumerate(sets):
        for cause in each:
            bars.setdefault(cause, set()).add(number)
    chosen: list[Cause] = []
    left = set(range(len(sets)))
    while left:
        best = min(bars, key=lambda cause: (-len(bars[cause] & left), _order(cause)))
        chosen.append(best)
        left -= bars[best]
    for cause in sorted(chosen, key=lambda each: len(bars[each])):
        others = set().union(*(bars[each] for each in chosen if each != cause))
        if len(others) == len(sets):
            chosen.remove(cause)
    return tuple(sorted(chosen, key=_order))


def _least(sets: set[frozenset[Cause]]) -> list[frozenset[Cause]]:
    """Those that contain no other, smallest first: whoever bars them bars the others."""
    kept: list[frozenset[Cause]] = []
    for each in sorted(sets, key=lambda one: (len(one), sorted(map(_order, one)))):
        if not any(other <= each for other in kept):
            kept.append(each)
    return kept


def _order(cause: Cause) -> tuple[int, int, tuple[str, ...], tuple[str, ...], str]:
    rank = RULES.index(cause.rule) if cause.rule in RULES else len(RULES)
    return rank, -1 if cause.start is None else cause.start, cause.participants, cause.activities, repr(cause.facts)
