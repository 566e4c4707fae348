"""Conflicts that can be seen without searching: circles, and too many meetings for too few slots."""

from collections.abc import Container, Iterable, Iterator

from .matching import too_many
from .rules import Mask, Rules

Order = tuple[int, int, int]
Narrowed = dict[int, Order]
"""The order that narrowed each meeting's slots last."""
Crowd = tuple[list[int], set[int]]
"""Meetings that are too many for their slots, and the causes for which they compete."""


def refute(rules: Rules, active: Container[int]) -> set[int] | None:
    """Some of the causes ``active`` that contradict each other, few but perhaps not fewest; None if none is seen."""
    held = {meeting for meeting, cause in enumerate(rules.hold) if cause in active}
    orders = [each for each in rules.orders if each[0] in active and each[1] in held and each[2] in held]
    circle = _circle(orders)
    if circle:
        return {cause for cause, *_ in circle} | {rules.hold[after] for _, _, after in circle}
    domains = {meeting: _domain(rules, meeting, active) for meeting in held}
    plain = _crowded(rules, active, domains)
    if plain is not None or not orders:
        return None if plain is None else _grounds(rules, active, *plain)
    left, raised, lowered = _in_order(domains, orders)
    found = _crowded(rules, active, left)
    if found is None:
        return None
    meetings, shared = found
    narrowing = [*_narrowing(meetings, raised, 1), *_narrowing(meetings, lowered, 2)]
    narrowed = {*meetings, *(meeting for _, *ends in narrowing for meeting in ends)}
    return _grounds(rules, active, narrowed, shared) | {cause for cause, *_ in narrowing}


def _domain(rules: Rules, meeting: int, active: Container[int]) -> Mask:
    domain = rules.every_slot
    for cause, slots in rules.confine[meeting]:
        if cause in active:
            domain &= slots
    return domain


def _crowded(rules: Rules, active: Container[int], domains: dict[int, Mask]) -> Crowd | None:
    """The fewest meetings seen that are too many for their slots, and the causes for which they compete."""
    found = [(bad, shared) for bad, shared in _crowds(rules, active, domains) if bad]
    return min(found, key=lambda pair: (len(pair[0]), pair[0]), default=None)


def _crowds(rules: Rules, active: Container[int], domains: dict[int, Mask]) -> Iterator[tuple[list[int], set[int]]]:
    for meeting, domain in domains.items():
        yield ([] if domain else [meeting]), set()
    of_party: dict[int, list[int]] = {}
    for meeting in domains:
        for party in rules.parties[meeting]:
            of_party.setdefault(party, []).append(meeting)
    for party, meetings in of_party.items():
        if rules.alone[party] in active:
            yield _too_many(meetings, domains, 1), {rules.alone[party]}
    if rules.room in active:
        yield _too_many(list(domains), domains, rules.places), {rules.room}


def _too_many(meetings: list[int], domains: dict[int, Mask], room: int) -> list[int]:
    return [meetings[item] for item in too_many([domains[each] for each in meetings], room)]


def _grounds(rules: Rules, active: Container[int], meetings: Iterable[int], shared: set[int]) -> set[int]:
    """The causes that ``meetings`` must be held, and where they may, with those for which they compete."""
    confined = {cause for meeting in meetings for cause, _ in rules.confine[meeting] if cause in active}
    return confined | {rules.hold[meeting] for meeting in meetings} | shared


def _in_order(domains: dict[int, Mask], orders: list[Order]) -> tuple[dict[int, Mask], Narrowed, Narrowed]:
    """The slots left when nothing starts before what precedes it can, nor after what follows it can.

    With the orders that took each meeting's first slots last, and its last slots. Ends as soon as a meeting has no
    slot left: nothing that follows from that would say why. Till then first slots depend on what comes before alone,
    and last slots on what comes after.
    """
    left = dict(domains)
    raised: Narrowed = {}
    lowered: Narrowed = {}
    changed = True
    while changed:
        changed = False
        for order in orders:
            _, before, after = order
            first = left[before] & -left[before]
            for meeting, allowed, narrowed in (
                (after, -2 * first, raised),
                (before, _below_last(left[after]), lowered),
            ):
                if left[meeting] & ~allowed:
                    left[meeting] &= allowed
                    narrowed[meeting] = order
                    changed = True
                if not left[meeting]:
                    return left, raised, lowered
    return left, raised, lowered


def _below_last(domain: Mask) -> Mask:
    return (1 << (domain.bit_length() - 1)) - 1


def _narrowing(meetings: Iterable[int], narrowed: Narrowed, end: int) -> set[Order]:
    """The orders that narrowed ``meetings``, or what they depend on: at the ``end`` of each order lies the next."""
    found: set[Order] = set()
    for meeting in meetings:
        order = narrowed.get(meeting)
        while order is not None and order not in found:
            found.add(order)
            order = narrowed.get(order[end])
    return found


def _circle(orders: list[Order]) -> list[Order]:
    """The shortest circle; nothing when there is none."""
    following: dict[int, list[Order]] = {}
    for order in orders:
        following.setdefault(order[1], []).append(order)
    found = (_way_back(start, following) for start in sorted(_within_circles(orders)))
    return min((each for each in found if each), key=len, default=[])


def _within_circles(orders: list[Order]) -> set[int]:
    """Meetings with something before and something after them, once those without are struck out."""
    left = orders
    while True:
        firsts, lasts = {each[1] for each in left}, {each[2] for each in left}
        kept = [each for each in left if each[1] in lasts and each[2] in firsts]
        if len(kept) == len(left):
            return firsts & lasts
        left = kept


def _way_back(start: int, following: dict[int, list[Order]]) -> list[Order]:
    came: dict[int, Order] = {}
    frontier = [start]
    for meeting in frontier:
        for order in following.get(meeting, ()):
            if order[2] not in came:
                came[order[2]] = order
                frontier.append(order[2])
        if start in came:
            break
    way: list[Order] = []
    while start in came and (not way or way[-1][1] != start):
        way.append(came[way[-1][1] if way else start])
    return way
