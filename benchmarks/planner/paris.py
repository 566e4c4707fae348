"""Ambassadors' days in a capital: every head of mission has ten slots, and companies ask for whom they need.

The size is that of the real thing: 170 heads of mission, 700 companies, 5,000 requests, of which some 1,700 were
held, and one post had none. Popular posts are asked by hundreds, others by a handful. All of it is invented.
"""

import random
from dataclasses import dataclass

from contactdays.planner import Interval, Participant, Place, Problem, Request, Slot

ORIGIN = "2026-02-01T23:00:00+00:00"
DAY = 24 * 60
MINUTES = 20


@dataclass(frozen=True)
class ParisSize:
    """How large it is; ``least``: requests that even the least wanted post has."""

    posts: int = 170
    companies: int = 700
    requests: int = 5000
    slots: int = 10
    least: int = 1
    company_cap: int | None = 3


def paris(seed: int, size: ParisSize = ParisSize()) -> Problem:
    """The days of ``seed``: one half-day of ten slots for each post, morning or afternoon, a table for each."""
    dice = random.Random(seed)
    posts = [f"P{number:03}" for number in range(size.posts)]
    companies = [f"C{number:03}" for number in range(size.companies)]
    slots = tuple(
        Slot(start := 9 * 60 + half * 300 + number * MINUTES, start + MINUTES, half)
        for half in range(2)
        for number in range(size.slots)
    )
    halves = [Interval(slots[half * size.slots].start, slots[(half + 1) * size.slots - 1].end) for half in range(2)]
    whole = (Interval(0, DAY),)
    participants = [
        Participant(each, (halves[number % 2],), whole, size.slots, None, "post") for number, each in enumerate(posts)
    ]
    participants += [
        Participant(each, whole if dice.random() < 0.7 else (dice.choice(halves),), whole, size.company_cap, None)
        for each in companies
    ]
    tables = tuple(Place(f"T{n:03}", 2, "palace", whole, True) for n in range((size.posts + 1) // 2))
    return Problem(
        origin=ORIGIN,
        participants=tuple(participants),
        slots=slots,
        places=tables,
        requests=_requests(dice, posts, companies, size),
        days=whole,
    )


def _requests(dice: random.Random, posts: list[str], companies: list[str], size: ParisSize) -> tuple[Request, ...]:
    """Posts by fame, companies by eagerness; a request is worth 1 to 8, and fame makes it no dearer."""
    fame = [1 / (rank + 1) ** 0.8 for rank in range(len(posts))]
    dice.shuffle(fame)
    eager = [dice.choice((1, 1, 2, 3, 6)) for _ in companies]
    pairs: dict[tuple[str, str], None] = {}
    for post in posts:
        for company in dice.choices(companies, eager, k=size.least):
            pairs[post, company] = None
    while len(pairs) < size.requests:
        pairs[dice.choices(posts, fame)[0], dice.choices(companies, eager)[0]] = None
    return tuple(Request(f"Q{number:04}", pair, MINUTES, dice.randint(1, 8)) for number, pair in enumerate(pairs))
