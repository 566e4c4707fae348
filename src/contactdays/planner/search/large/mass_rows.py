"""The board of a great many options: rows are numbered by party and rule, never listed option by option.

The rows of party number p are p x width and those after it: its cap, its cap on each day, its slots where
meetings may need the time after them too, and the ways it cannot make between buildings. After those of all
parties come the rows of the stands of each slot. This is the model with ``linger``: where a party is to change
places, it has the change-over after every meeting; a session between two meetings is no help on the way.
"""

from collections import defaultdict
from itertools import chain

import numpy as np

from contactdays.planner.search.anneal.board import (
    AT_SLOT,
    BEGIN,
    ENTRIES,
    ENTRY,
    FIRST,
    LAST,
    LIMIT,
    OPTION_OF,
    PRICE,
    SITE,
    WEIGHT,
    Longs,
)
from contactdays.planner.search.anneal.compiled import compiled
from contactdays.planner.search.anneal.laying import assembled, first_at
from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.ground.openings import Opening

from .mass import Mass

BOUNDLESS = 1 << 40


def board_of_mass(mass: Mass, weights: Longs) -> Longs:
    """The board of all options of ``mass``, where requests are worth ``weights``."""
    grid, request = mass.grid, mass.request
    caps, of_party = _party_rows(grid, mass.openings)
    of_stand, sizes = _stand_rows(mass, len(grid.parties) * caps.shape[1])
    parties = np.fromiter((len(each.participants) for each in grid.requests), np.int64)
    begins, entries = _entries(mass, parties, caps.shape[1], of_party, of_stand)
    buildings = {name: number for number, name in enumerate(sorted({each.building for each in mass.openings}))}
    first = _each(mass, [each.first for each in mass.openings])
    limits = np.concatenate([caps.ravel(), np.array(sizes, np.int64)])
    return assembled(
        grid,
        {
            OPTION_OF: request,
            FIRST: first,
            LAST: _each(mass, [each.last for each in mass.openings]),
            SITE: _each(mass, [buildings[each.building] for each in mass.openings]),
            PRICE: np.zeros(len(request), np.int64),
            ENTRIES: begins,
            ENTRY: entries,
            LIMIT: np.stack((np.zeros_like(limits), limits), axis=1).ravel(),
            BEGIN: np.searchsorted(request, np.arange(len(grid.requests) + 1)),
            AT_SLOT: first_at(request, first, len(grid.requests), len(grid.slots)),
            WEIGHT: weights,
        },
    )


def _each(mass: Mass, of_opening: list[int]) -> Longs:
    return np.array(of_opening, np.int64)[mass.opening]


Lists = list[list[int]]


def _party_rows(grid: Grid, openings: list[Opening]) -> tuple[Longs, Lists]:
    """The most that each row of each party may sum up to, and the rows that each opening is in."""
    days = grid.problem.days if any(each.cap_per_day is not None for each in grid.parties.values()) else ()
    rows: Lists = [[0] for _ in openings]
    width = 1 + len(days)
    for number, opening in enumerate(openings):
        rows[number] += [1 + day for day, each in enumerate(days) if each.start <= opening.start < each.end]
    width = _lingering(grid, openings, rows, width)
    width = _travelling(grid, openings, rows, width)
    caps = np.ones((len(grid.parties), width), np.int64)
    for number, party in enumerate(grid.parties.values()):
        caps[number, 0] = BOUNDLESS if party.cap is None else party.cap
        caps[number, 1 : 1 + len(days)] = BOUNDLESS if party.cap_per_day is None else party.cap_per_day
    return caps, rows


def _lingering(grid: Grid, openings: list[Opening], rows: Lists, width: int) -> int:
    """A row for each slot where a meeting may keep its parties from the slot after; the rows there are then."""
    margin = grid.problem.change_over
    touched = [_touched(grid, each, margin) for each in openings]
    if all(slots.stop - 1 <= each.last for slots, each in zip(touched, openings, strict=True)):
        return width
    for number, slots in enumerate(touched):
        rows[number] += [width + slot for slot in slots]
    return width + len(grid.slots)


def _touched(grid: Grid, opening: Opening, margin: int) -> range:
    last = opening.last
    while last + 1 < len(grid.starts) and grid.starts[last + 1] < opening.end + margin:
        last += 1
    return range(opening.first, last + 1)


def _travelling(grid: Grid, openings: list[Opening], rows: Lists, width: int) -> int:
    """A row for each opening and later start elsewhere that is too near; the rows there are then."""
    at: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    for number, each in enumerate(openings):
        at[each.start, each.end, each.building].append(number)
    ordered = sorted(at)
    for before in ordered:
        late: dict[int, list[int]] = defaultdict(list)
        for after in ordered:
            if before[2] != after[2] and 0 <= after[0] - before[1] < _way(grid, before[2], after[2]):
                late[after[0]] += at[after]
        for numbers in late.values():
            for number in chain(at[before], numbers):
                rows[number].append(width)
            width += 1
    return width


def _way(grid: Grid, one: str, other: str) -> int:
    return grid.distances.between_buildings(one, other)


def _stand_rows(mass: Mass, begin: int) -> tuple[Lists, list[int]]:
    """The rows of stands that each opening is in, the first numbered ``begin``, and how many places each has."""
    families: dict[int, set[frozenset[int]]] = defaultdict(set)
    for each in mass.openings:
        for slot in range(each.first, each.last + 1):
            families[slot].add(each.takes)
    numbers: dict[tuple[int, frozenset[int]], int] = {}
    for slot in sorted(families):
        for family in sorted(families[slot], key=sorted):
            numbers[slot, family] = begin + len(numbers)
    rows = [
        [
            numbers[slot, family]
            for slot in range(each.first, each.last + 1)
            for family in sorted(families[slot], key=sorted)
            if each.takes <= family
        ]
        for each in mass.openings
    ]
    return rows, [sum(len(mass.ways.stands[stand].places) for stand in family) for _, family in numbers]


def _entries(mass: Mass, parties: Longs, width: int, of_party: Lists, of_stand: Lists) -> tuple[Longs, Longs]:
    """Where the entries of each option begin (and the end), and row and factor of each."""
    names = {name: number for number, name in enumerate(mass.grid.parties)}
    party = np.fromiter((names[name] for each in mass.grid.requests for name in each.participants), np.int64)
    party_begin = np.concatenate([[0], np.cumsum(parties)])
    by_party, by_stand = (np.array([len(each) for each in lists], np.int64) for lists in (of_party, of_stand))
    sizes = parties[mass.request] * by_party[mass.opening] + by_stand[mass.opening]
    begins = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    entries = np.ones(2 * begins[-1], np.int64)
    flat = _flat(of_party), _flat(of_stand)
    _write(entries, begins, mass.request, mass.opening, party, party_begin, width, *flat[0], *flat[1])
    return begins, entries


def _flat(lists: Lists) -> tuple[Longs, Longs]:
    ends = np.cumsum([0, *map(len, lists)])
    return ends, np.fromiter(chain.from_iterable(lists), np.int64)


@compiled
def _write(
    entries: Longs,
    begins: Longs,
    request: Longs,
    opening: Longs,
    party: Longs,
    party_begin: Longs,
    width: int,
    party_ends: Longs,
    party_rows: Longs,
    stand_ends: Longs,
    stand_rows: Longs,
) -> None:
    """Write down the rows of every option; all factors are 1 already."""
    for option in range(len(request)):
        where, at = 2 * begins[option], opening[option]
        for each in range(party_begin[request[option]], party_begin[request[option] + 1]):
            for number in range(party_ends[at], party_ends[at + 1]):
                entries[where] = party[each] * width + party_rows[number]
                where += 2
        for number in range(stand_ends[at], stand_ends[at + 1]):
            entries[where] = stand_rows[number]
            where += 2
