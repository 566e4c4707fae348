"""Who meets whom at an invented business-to-business event, and when it could be."""

import random

Pair = tuple[int, int, int]
"""(participant, participant, slot), each from 1."""


def hidden_event(dice: random.Random, people: int, meetings: int, slots: int, tables: int) -> list[Pair]:
    """Meetings taken from a plan that uses no more than ``tables`` and has no or few breaks; in random order."""
    while True:
        loads = _loads(dice, people, 2 * meetings, slots)
        spans = _level(dice, loads, slots, 2 * tables)
        plan = None if spans is None else _matched(dice, spans, slots)
        if plan is not None:
            dice.shuffle(plan)
            return plan


def drawn_event(dice: random.Random, people: int, meetings: int, slots: int, tables: int) -> list[Pair]:
    """Distinct pairs by popularity, nobody in more meetings than slots; the slot is drawn too and means little."""
    fame = [dice.lognormvariate(0, 0.5) for _ in range(people)]
    loads = [0] * people
    pairs: dict[tuple[int, int], int] = {}
    while len(pairs) < meetings:
        one, other = sorted(dice.choices(range(people), fame, k=2))
        if one == other or (one, other) in pairs or max(loads[one], loads[other]) >= slots - (dice.random() < 0.8):
            continue
        pairs[one, other] = dice.randint(1, slots)
        loads[one] += 1
        loads[other] += 1
    return [(one + 1, other + 1, slot) for (one, other), slot in pairs.items()]


def _loads(dice: random.Random, people: int, total: int, slots: int) -> list[int]:
    """How many meetings each has: skewed, few busy in every slot, some with no or one meeting."""
    fame = [dice.lognormvariate(0, 0.6) for _ in range(people)]
    most = [slots - dice.choice((0, 0, 0, 1)) for _ in range(people)]
    loads = [0] * people
    while sum(loads) < total:
        each = dice.choices(range(people), fame)[0]
        loads[each] += loads[each] < most[each]
    return loads


def _level(dice: random.Random, loads: list[int], slots: int, most: int) -> list[list[int]] | None:
    """Busy slots of each, in one run (or, rarely, two), so that each slot has an even number of at most ``most``."""
    spans = [_run(dice, load, slots) for load in loads]
    count = [sum(slot in span for span in spans) for slot in range(slots)]
    for step in range(30_000):
        amiss = sum(_amiss(each, most) for each in count)
        if amiss == 0:
            return spans
        who = dice.randrange(len(loads))
        other = _run(dice, loads[who], slots, broken=step > 10_000 and dice.random() < 0.02)
        changed = list(count)
        for slot in spans[who]:
            changed[slot] -= 1
        for slot in other:
            changed[slot] += 1
        if sum(_amiss(each, most) for each in changed) <= amiss + (dice.random() < 0.01):
            spans[who], count = other, changed
    return None


def _amiss(count: int, most: int) -> int:
    return 2 * max(0, count - most) + count % 2


def _run(dice: random.Random, load: int, slots: int, *, broken: bool = False) -> list[int]:
    if broken and 2 <= load < slots:
        skipped = dice.randint(1, load - 1)
        start = dice.randint(0, slots - load - 1)
        return [start + each + (each >= skipped) for each in range(load)]
    start = dice.randint(0, slots - load)
    return list(range(start, start + load))


def _matched(dice: random.Random, spans: list[list[int]], slots: int) -> list[Pair] | None:
    """Everybody busy in a slot paired with another, no pair twice; None when that does not come about."""
    met: set[tuple[int, int]] = set()
    plan: list[Pair] = []
    for slot in range(slots):
        pairs = _paired(dice, [who for who, span in enumerate(spans) if slot in span], met)
        if pairs is None:
            return None
        met.update(pairs)
        plan += [(one + 1, other + 1, slot + 1) for one, other in pairs]
    return plan


def _paired(dice: random.Random, busy: list[int], met: set[tuple[int, int]]) -> list[tuple[int, int]] | None:
    dice.shuffle(busy)
    for _ in range(3_000):
        pairs = [(min(two), max(two)) for two in zip(busy[::2], busy[1::2], strict=True)]
        again = [place for place, pair in enumerate(pairs) if pair in met]
        if not again:
            return pairs
        one, other = 2 * again[0], dice.randrange(len(busy))
        busy[one], busy[other] = busy[other], busy[one]
    return None
