"""Seeded instances like the published ones of the business-to-business meeting scheduling problem.

Sizes are those of the public set (Bofill et al., "Constraint Solving Approaches to the Business-to-Business Meeting
Scheduling Problem", JAIR 2022); everything else is invented. Slots, meetings and participants count from 1.
"""

import random
from dataclasses import dataclass, replace

from benchmarks.planner.b2bsp_event import Pair, drawn_event, hidden_event

MORNING, AFTERNOON, ANY = 1, 2, 3
Sets = tuple[frozenset[int], ...]


@dataclass(frozen=True)
class Instance:
    """One instance: ``meetings`` are (participant, participant, half of the day)."""

    participants: int
    slots: int
    morning: int
    tables: int
    meetings: tuple[tuple[int, int, int], ...]
    forbidden: Sets
    fixed: tuple[int, ...] = ()
    precedences: Sets = ()


@dataclass(frozen=True)
class Size:
    """Figures of one published original; ``halves``: share of meetings wished for one half of the day."""

    participants: int
    meetings: int
    slots: int
    tables: int
    morning: int
    halves: float = 0.1


SIZES = {
    "tic-12": Size(42, 125, 8, 21, 4, 0.0),
    "tic-12-crafc": Size(42, 125, 8, 16, 4, 0.0),
    "tic-13": Size(47, 180, 10, 21, 5, 0.0),
    "tic-13-crafb": Size(46, 184, 10, 21, 5, 0.0),
    "tic-13-crafc": Size(47, 180, 10, 19, 5, 0.0),
    "tic-14-crafa": Size(60, 237, 10, 27, 5, 0.05),
    "tic-14-crafc": Size(60, 237, 10, 25, 5, 0.05),
    "forumt-14-crafe": Size(60, 236, 10, 24, 5, 0.05),
    "forum-13": Size(70, 154, 21, 14, 11, 0.3),
    "forum-13-crafb": Size(76, 195, 22, 14, 11, 0.3),
    "forum-13-crafc": Size(70, 154, 21, 12, 11, 0.3),
    "forum-14": Size(78, 302, 22, 22, 11, 0.2),
}
VARIANTS = ("original", "prec15", "prec25", "forb0003", "forb0007", "fixed020", "fixed040")


def instance(size: Size, variant: str = "original", seed: int = 1, kind: str = "hidden") -> Instance:
    """The instance of ``seed``: same arguments, same instance.

    ``kind``: ``hidden`` is built around a plan with few breaks, so its original is feasible; ``drawn`` takes pairs
    by popularity alone. Variants are added at random, as the published ones are: some are infeasible.
    """
    dice = random.Random(f"{seed} {size} {kind}")
    make = hidden_event if kind == "hidden" else drawn_event
    pairs = make(dice, size.participants, size.meetings, size.slots, size.tables)
    meetings = tuple((one, other, _half(dice, slot, size)) for one, other, slot in pairs)
    blank = Instance(
        size.participants, size.slots, size.morning, size.tables, meetings, (frozenset(),) * size.participants
    )
    return _varied(random.Random(f"{seed} {variant}"), blank, pairs, variant)


def _half(dice: random.Random, slot: int, size: Size) -> int:
    if dice.random() >= size.halves:
        return ANY
    return MORNING if slot <= size.morning else AFTERNOON


def _varied(dice: random.Random, blank: Instance, pairs: list[Pair], variant: str) -> Instance:
    share = int(variant[-2:] or 0) / 100 if variant != "original" else 0.0
    if variant.startswith("prec"):
        return replace(blank, precedences=_precedences(dice, len(blank.meetings), share))
    if variant.startswith("forb"):
        return replace(blank, forbidden=_forbidden(dice, blank, share))
    if variant.startswith("fixed"):
        later = _moved(dice, blank, pairs)
        partly = replace(blank, forbidden=_forbidden(dice, blank, 0.01))
        return _fixed(dice, partly, later, share)
    return blank


def _moved(dice: random.Random, blank: Instance, pairs: list[Pair]) -> list[int]:
    """The slots of the plan behind ``pairs`` with the slots of each half mixed up: as lawful, with many breaks."""
    morning, afternoon = list(range(1, blank.morning + 1)), list(range(blank.morning + 1, blank.slots + 1))
    dice.shuffle(morning)
    dice.shuffle(afternoon)
    return [[*morning, *afternoon][slot - 1] for *_, slot in pairs]


def _precedences(dice: random.Random, meetings: int, share: float) -> Sets:
    chosen = set(dice.sample(range(meetings), round(share * meetings)))
    sets = []
    for meeting in range(meetings):
        count = dice.choice((1, 1, 1, 2)) if meeting in chosen else 0
        others = dice.sample([each + 1 for each in range(meetings) if each != meeting], count)
        sets.append(frozenset(others))
    return tuple(sets)


def _forbidden(dice: random.Random, blank: Instance, share: float) -> Sets:
    slots = range(1, blank.slots + 1)
    return tuple(frozenset(t for t in slots if dice.random() < share) for _ in range(blank.participants))


def _fixed(dice: random.Random, event: Instance, slots: list[int], share: float) -> Instance:
    """Some meetings fixed where ``slots`` has them; up to a fifth can be, the more makes it a matter of chance.

    While no more than a fifth is fixed, what is forbidden leaves ``slots`` possible.
    """
    chosen = set(dice.sample(range(len(slots)), round(share * len(slots))))
    fixed = tuple(slot if meeting in chosen else 0 for meeting, slot in enumerate(slots))
    busy: list[set[int]] = [set() for _ in range(event.participants)]
    for meeting, slot in enumerate(slots):
        if share <= 0.2 or meeting in chosen:
            for who in event.meetings[meeting][:2]:
                busy[who - 1].add(slot)
    forbidden = tuple(each - taken for each, taken in zip(event.forbidden, busy, strict=True))
    return replace(event, fixed=fixed, forbidden=forbidden)


def dzn(event: Instance) -> str:
    """The text of ``event`` in the published format (MiniZinc data)."""
    of: list[list[int]] = [[] for _ in range(event.participants)]
    for number, (one, other, _) in enumerate(event.meetings, 1):
        of[one - 1].append(number)
        of[other - 1].append(number)
    lines = [
        f"nBusiness = {event.participants};",
        f"nMeetings = {len(event.meetings)};",
        f"nTables = {event.tables};",
        f"nTotalSlots = {event.slots};",
        f"nMorningSlots = {event.morning};",
        f"requested = [|{'|'.join(', '.join(map(str, row)) for row in event.meetings)}|];",
        f"meetingsxBusiness = [{', '.join(_set(each) for each in of)}];",
        f"nMeetingsBusiness = [{', '.join(str(len(each)) for each in of)}];",
        f"forbidden = [{', '.join(_set(each or {0}) for each in event.forbidden)}];",
    ]
    if event.fixed:
        lines.append(f"fixed = [{', '.join(map(str, event.fixed))}];")
    if event.precedences:
        lines.append(f"precedences = [{', '.join(_set(each) for each in event.precedences)}];")
    return "\n".join(lines) + "\n"


def _set(numbers: frozenset[int] | set[int] | list[int]) -> str:
    return "{" + ", ".join(map(str, sorted(numbers))) + "}"
