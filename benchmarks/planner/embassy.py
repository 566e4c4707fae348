"""An embassy week: heads of mission, counterparts of whom some are hardly ever there, rooms nearly all in use."""

import random
from dataclasses import dataclass

from contactdays.planner import Interval, Participant, Place, Problem, Request, Session, Slot

ORIGIN = "2026-02-01T23:00:00+00:00"
DAY = 24 * 60
MINUTES = 30
PLENARIES = ((0, 0, 2), (1, 12, 14), (3, 0, 2))


@dataclass(frozen=True)
class EmbassySize:
    """How large the week is: the size of the field report by default."""

    heads: int = 120
    counterparts: int = 60
    requests: int = 900
    rooms: int = 14
    days: int = 5
    slots: int = 14
    vips: int = 12


def embassy(seed: int, size: EmbassySize = EmbassySize()) -> Problem:
    """The embassy week of ``seed``: half of a day's slots before lunch, half after it, with none in between."""
    dice = random.Random(seed)
    slots = tuple(
        Slot(start := _start(size, day, number), start + MINUTES, 2 * day + (number >= size.slots // 2))
        for day in range(size.days)
        for number in range(size.slots)
    )
    heads = [f"H{number:03}" for number in range(size.heads)]
    counterparts = [f"C{number:02}" for number in range(size.counterparts)]
    whole = (Interval(0, size.days * DAY),)
    participants = [Participant(each, whole, whole, None, None, "post") for each in heads]
    participants += [
        Participant(each, _presence(dice, size, slots, vip=number < size.vips), whole, None, None, "counterpart")
        for number, each in enumerate(counterparts)
    ]
    rooms = tuple(Place(f"R{number:02}", 8, "palace", whole, True) for number in range(size.rooms))
    return Problem(
        origin=ORIGIN,
        participants=tuple(participants),
        slots=slots,
        places=(*rooms, Place("hall", 500, "palace", whole)),
        sessions=tuple(_plenary(size, heads, *each) for each in PLENARIES if each[0] < size.days),
        requests=_requests(dice, heads, counterparts, size),
        days=tuple(Interval(day * DAY, (day + 1) * DAY) for day in range(size.days)),
    )


def _start(size: EmbassySize, day: int, number: int) -> int:
    lunch = 90 if number >= size.slots // 2 else 0
    return day * DAY + 9 * 60 + number * MINUTES + lunch


def _presence(dice: random.Random, size: EmbassySize, slots: tuple[Slot, ...], *, vip: bool) -> tuple[Interval, ...]:
    """VIPs come for two or three half-days, the others stay away from some."""
    halves = range(2 * size.days)
    there = dice.sample(halves, dice.randint(2, 3)) if vip else [each for each in halves if dice.random() < 0.75]
    stretches = []
    for half in sorted(there or [0]):
        mine = [each for each in slots if each.half_day == half]
        stretches.append(Interval(mine[0].start, mine[-1].end))
    return tuple(stretches)


def _plenary(size: EmbassySize, heads: list[str], day: int, first: int, stop: int) -> Session:
    start, end = _start(size, day, first), _start(size, day, stop - 1) + MINUTES
    return Session(f"plenary-{day}", start, end, "hall", tuple(heads))


def _requests(dice: random.Random, heads: list[str], counterparts: list[str], size: EmbassySize) -> tuple[Request, ...]:
    """Counterparts by fame, VIPs first; a request is worth 1 to 8."""
    fame = [1 / (rank + 8) ** 0.7 for rank in range(len(counterparts))]
    pairs: dict[tuple[str, str], None] = {}
    while len(pairs) < size.requests:
        pairs[dice.choice(heads), dice.choices(counterparts, fame)[0]] = None
    return tuple(Request(f"Q{number:03}", pair, MINUTES, dice.randint(1, 8)) for number, pair in enumerate(pairs))
