"""A fair: visitors and exhibitors, far more wishes than days, tables for most of those who could meet at once."""

import random
from dataclasses import dataclass

from contactdays.planner import Interval, Participant, Place, Problem, Request, Slot

ORIGIN = "2026-02-01T23:00:00+00:00"
DAY = 24 * 60
MINUTES = 20


@dataclass(frozen=True)
class FairSize:
    """How large the fair is; five times the default is the larger one of the targets."""

    visitors: int = 1400
    exhibitors: int = 600
    requests: int = 20_000
    tables: int = 300
    days: int = 3
    half_day: int = 10
    cap: int = 12
    away: float = 0.15


LARGER = FairSize(visitors=7000, exhibitors=3000, requests=100_000, tables=1500)


def fair(seed: int, size: FairSize = FairSize()) -> Problem:
    """The fair of ``seed``: two half-days a day with lunch between, some participants away for some of them."""
    dice = random.Random(seed)
    slots = tuple(
        Slot(start := _start(size, half, number), start + MINUTES, half)
        for half in range(2 * size.days)
        for number in range(size.half_day)
    )
    visitors = [f"V{number:04}" for number in range(size.visitors)]
    exhibitors = [f"E{number:04}" for number in range(size.exhibitors)]
    whole = (Interval(0, size.days * DAY),)
    participants = [Participant(each, _there(dice, size), whole, size.cap, None, "visitor") for each in visitors]
    participants += [Participant(each, _there(dice, size), whole, None, None, "exhibitor") for each in exhibitors]
    return Problem(
        origin=ORIGIN,
        participants=tuple(participants),
        slots=slots,
        places=tuple(Place(f"T{number:04}", 2, "hall", whole, True) for number in range(size.tables)),
        requests=_requests(dice, visitors, exhibitors, size.requests),
    )


def _start(size: FairSize, half: int, number: int) -> int:
    lunch = 60 if half % 2 else 0
    return half // 2 * DAY + 9 * 60 + (half % 2 * size.half_day + number) * MINUTES + lunch


def _there(dice: random.Random, size: FairSize) -> tuple[Interval, ...]:
    halves = [each for each in range(2 * size.days) if dice.random() >= size.away] or [0]
    return tuple(Interval(_start(size, each, 0), _start(size, each, size.half_day)) for each in halves)


def _requests(dice: random.Random, visitors: list[str], exhibitors: list[str], count: int) -> tuple[Request, ...]:
    """Exhibitors by fame, visitors by zeal; a request is worth 1 to 8."""
    fame = [1 / (rank + len(exhibitors) / 4) ** 0.8 for rank in range(len(exhibitors))]
    zeal = [dice.choice((1, 1, 2, 3)) for _ in visitors]
    pairs: dict[tuple[str, str], None] = {}
    while len(pairs) < count:
        who, whom = dice.choices(visitors, zeal, k=count), dice.choices(exhibitors, fame, k=count)
        pairs.update(dict.fromkeys(zip(who, whom, strict=True)))
    return tuple(
        Request(f"Q{number:05}", pair, MINUTES, dice.randint(1, 8)) for number, pair in enumerate([*pairs][:count])
    )
