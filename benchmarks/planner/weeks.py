"""Seeded weeks of the size and skew of a contact week; everything in them is invented."""

import random
from dataclasses import dataclass

from contactdays.planner import Interval, Participant, Place, Problem, Request, Session, Slot, Wish

ORIGIN = "2026-02-01T23:00:00+00:00"
DAY = 24 * 60
WINDOWS = (
    (0, 14 * 60, 16 * 60),
    (1, 8 * 60, 9 * 60),
    (1, 12 * 60, 14 * 60),
    (2, 13 * 60 + 30, 18 * 60 + 30),
    (3, 9 * 60, 10 * 60),
    (3, 14 * 60, 18 * 60),
    (4, 9 * 60, 12 * 60),
)
PLENARIES = ((0, 9, 12), (1, 9, 12), (2, 9, 12), (3, 10, 12))


@dataclass(frozen=True)
class Size:
    """How large a week is and how tight."""

    posts: int = 115
    organisations: int = 300
    requests: int = 3000
    tables: int = 20
    rooms: int = 5
    vacant: int = 5
    post_cap: int = 10
    organisation_cap: int = 5
    mutual: float = 0.12
    musts: int = 25
    nevers: int = 15
    busy: float = 0.6


def week(seed: int, size: Size = Size()) -> Problem:
    """The contact week of ``seed``: same seed and size, same problem."""
    dice = random.Random(seed)
    slots = tuple(
        Slot(day * DAY + minute, day * DAY + minute + 20, number)
        for number, (day, start, end) in enumerate(WINDOWS)
        for minute in range(start, end, 20)
    )
    posts = [f"P{number:03}" for number in range(size.posts)]
    organisations = [f"O{number:03}" for number in range(size.organisations)]
    attendance = _attendance(dice, posts[size.vacant :])
    places = _places(size)
    participants = [_party(dice, each, size.post_cap, "post", size.busy) for each in posts[size.vacant :]]
    participants += [Participant(each, (Interval(0, 5 * DAY),), (), size.post_cap) for each in posts[: size.vacant]]
    participants += [_party(dice, each, size.organisation_cap, "organisation", size.busy) for each in organisations]
    free = {each.id: each for each in participants}
    sessions = tuple(
        Session(name, start, end, place, tuple(each for each in attendees if _there(free[each], start, end)))
        for name, start, end, place, attendees in attendance
    )
    return Problem(
        origin=ORIGIN,
        participants=tuple(participants),
        slots=slots,
        places=places,
        change_over=5,
        sessions=sessions,
        requests=_requests(dice, posts, organisations, size),
        days=tuple(Interval(day * DAY, (day + 1) * DAY) for day in range(5)),
    )


def _there(party: Participant, start: int, end: int) -> bool:
    return any(each.start <= start and end <= each.end for each in party.available)


def _places(size: Size) -> tuple[Place, ...]:
    always = (Interval(0, 5 * DAY),)
    hall = Place("hall", 400, "palace", always)
    tables = [Place(f"T{n:02}", 4, "palace", always, True, "hall") for n in range(size.tables)]
    rooms = [Place(f"R{n}", 60, "palace", always, True) for n in range(size.rooms)]
    return (hall, *tables, *rooms, Place("forum", 500, "palace", always))


def _party(dice: random.Random, name: str, cap: int, kind: str, busy: float) -> Participant:
    """Organisations come for some windows only; posts are kept from some by business of their own."""
    stretches = []
    for day, start, end in WINDOWS:
        kept = dice.random() < busy
        if kind == "organisation" and kept:
            continue
        late = dice.choice((0, 0, 20, 40)) if kept else 0
        stretches.append(Interval(day * DAY + start + late, day * DAY + end))
    stretches += [Interval(day * DAY + 9 * 60, day * DAY + 12 * 60) for day, *_ in PLENARIES]
    if not stretches:
        stretches = [Interval(2 * DAY + 13 * 60 + 30, 2 * DAY + 18 * 60 + 30)]
    return Participant(name, tuple(stretches), (Interval(0, 5 * DAY),), cap, None, kind)


def _attendance(dice: random.Random, posts: list[str]) -> list[tuple[str, int, int, str, list[str]]]:
    """Plenaries for all, and round tables within the windows that each hold about half of the posts."""
    held = [
        (f"plenary-{day}", day * DAY + start * 60 + 10, day * DAY + end * 60 - 10, "forum", list(posts))
        for day, start, end in PLENARIES
    ]
    for number, (day, start, end) in enumerate(WINDOWS):
        middle = start + (end - start) // 2 // 20 * 20
        mixed = dice.sample(posts, len(posts))
        held.append((f"table-{number}-a", day * DAY + start, day * DAY + middle - 10, "R0", mixed[:55]))
        held.append((f"table-{number}-b", day * DAY + middle, day * DAY + end, "R1", mixed[50:]))
    return held


def _requests(dice: random.Random, posts: list[str], organisations: list[str], size: Size) -> tuple[Request, ...]:
    fame = [1 / (rank + 2) ** 0.9 for rank in range(len(posts))]
    dice.shuffle(fame)
    eager = [dice.choice((1, 1, 2, 3, 6)) for _ in organisations]
    pairs: dict[tuple[str, str], None] = {}
    while len(pairs) < size.requests:
        post = dice.choices(posts, fame)[0]
        pairs[post, dice.choices(organisations, eager)[0]] = None
    wishes = [Wish.MUST] * size.musts + [Wish.NEVER] * size.nevers
    chosen = dict(zip(dice.sample(sorted(pairs), len(wishes)), wishes, strict=True)) if wishes else {}
    vacant = set(posts[: size.vacant])
    return tuple(
        Request(
            f"Q{number:04}",
            pair,
            15,
            dice.randint(1, 5) + (3 if dice.random() < size.mutual else 0),
            Wish.WANT if pair[0] in vacant else chosen.get(pair, Wish.WANT),
        )
        for number, pair in enumerate(pairs)
    )
