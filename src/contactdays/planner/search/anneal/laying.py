"""The board of a model, and the position of a selection of its columns."""

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from contactdays.planner.search.ground.gaps import free_masks, session_masks
from contactdays.planner.search.ground.grid import Grid
from contactdays.planner.search.model.model import Model

from .attempting import remember
from .board import (
    AT_SLOT,
    BEGIN,
    BEST_COLUMN,
    BOARD_HEADER,
    BREAKS,
    COLUMN,
    COST,
    ENTRIES,
    ENTRY,
    FIRST,
    FREE,
    GAPS,
    HALF,
    HALF_BEGIN,
    HALVES,
    IDLE,
    IN_SESSION,
    KIND,
    LAST,
    LIMIT,
    NOBODY,
    OPTION_OF,
    PARTED,
    PARTIES,
    PARTIES_AT,
    PARTINGS,
    PARTY,
    PRICE,
    PRICED,
    REQUESTS,
    SITE,
    SLOTS,
    VALUE,
    WEIGHT,
    Longs,
    blank,
    packed,
)
from .compiled import compiled
from .idling import idle
from .listing import relist, resore
from .parting import parted
from .seating import fill, seat

Prices = tuple[int, int, int, int, int]
STRICT: Prices = (1 << 40, 16, 1, 1, 0)


def board_of(model: Model, option_cost: Longs | None = None) -> Longs:
    """The board of ``model``; ``option_cost``: what choosing each option costs, nothing without it."""
    options, grid = model.ways.options, model.grid
    request, first = _longs(each.request for each in options), _longs(each.first for each in options)
    buildings = {name: number for number, name in enumerate(sorted({each.building for each in options}))}
    begins, entries = _entries(model)
    parts = {
        OPTION_OF: request,
        FIRST: first,
        LAST: _longs(each.last for each in options),
        SITE: _longs(buildings[each.building] for each in options),
        PRICE: np.zeros(len(options), np.int64) if option_cost is None else option_cost,
        ENTRIES: begins,
        ENTRY: entries,
        LIMIT: np.stack((_longs(model.rows.lower), _longs(model.rows.upper)), axis=1).ravel(),
        BEGIN: np.searchsorted(request, np.arange(len(grid.requests) + 1)),
        AT_SLOT: first_at(request, first, len(grid.requests), len(grid.slots)),
    }
    return assembled(grid, parts)


def assembled(grid: Grid, of_options: dict[int, Longs]) -> Longs:
    """The board of parts that tell of options, and those that the grid tells."""
    names = {name: number for number, name in enumerate(grid.parties)}
    sizes = {SLOTS: len(grid.slots), HALVES: len(grid.half_days), REQUESTS: len(grid.requests), PARTIES: len(names)}
    parts = {
        PARTIES_AT: np.cumsum([0, *(len(each.participants) for each in grid.requests)]),
        WEIGHT: _longs(each.weight for each in grid.requests),
        PARTY: _longs(names[party] for each in grid.requests for party in each.participants),
        KIND: _kinds(grid),
        HALF: _longs(number for number, slots in enumerate(grid.half_days) for _ in slots),
        HALF_BEGIN: _longs([0, *(slots.stop for slots in grid.half_days)]),
    }
    return packed(BOARD_HEADER, sizes, parts | of_options)


def first_at(request: Longs, first: Longs, requests: int, slots: int) -> Longs:
    """For each request and slot the first option that starts there, or -1."""
    table = np.full(requests * slots, -1)
    backwards = np.arange(len(request) - 1, -1, -1)
    table[request[backwards] * slots + first[backwards]] = backwards
    return table


def place(board: Longs, chosen: Sequence[int], seed: int, prices: Prices = STRICT) -> Longs:
    """The position in which the columns ``chosen`` are held, which no rows forbid.

    ``prices``: of value lost, a break, a gap, option cost, and a parting; by default value is never given away.
    """
    rows = (board[BEGIN] - board[LIMIT]) // 2
    position = blank(board, int(rows), seed, prices)
    hold(board, position, np.array(chosen, np.int64))
    recount(board, position)
    remember(board, position)
    return position


def best_columns(board: Longs, position: Longs) -> tuple[int, ...]:
    """The columns of the best selection met, sorted."""
    best = position[position[BEST_COLUMN] : position[BEST_COLUMN] + board[REQUESTS]]
    return tuple(best[best >= 0].tolist())


@compiled
def hold(board: Longs, position: Longs, chosen: Longs) -> None:
    """Hold the columns ``chosen``."""
    for column in chosen:
        meeting = board[board[OPTION_OF] + column]
        seat(board, position, meeting, column, NOBODY, meeting)
        fill(board, position, column, 1)
        relist(board, position, meeting, board[SLOTS], board[board[FIRST] + column])
        position[position[COLUMN] + meeting] = column


@compiled
def recount(board: Longs, position: Longs) -> None:
    """Work out value, breaks, gaps, cost and partings from the columns."""
    position[VALUE] = position[BREAKS] = position[GAPS] = position[COST] = position[PARTINGS] = 0
    for meeting in range(board[REQUESTS]):
        column = position[position[COLUMN] + meeting]
        if column >= 0:
            position[VALUE] += board[board[WEIGHT] + meeting]
            position[COST] += board[board[PRICE] + column]
            if position[PRICED + PARTINGS]:
                position[position[PARTED] + meeting] = parted(board, position, meeting, column)
                position[PARTINGS] += position[position[PARTED] + meeting]
    for pair in range(board[PARTIES] * board[HALVES]):
        breaks, gaps = idle(board, position, pair // board[HALVES], pair % board[HALVES])
        position[position[IDLE] + 2 * pair], position[position[IDLE] + 2 * pair + 1] = breaks, gaps
        resore(position, pair)
        position[BREAKS] += breaks
        position[GAPS] += gaps


def _entries(model: Model) -> tuple[Longs, Longs]:
    """Where the entries of each column begin (and the end), and row and factor of each."""
    rows = model.rows
    columns = _longs(rows.columns)
    of_entry = np.repeat(np.arange(len(rows.upper)), np.diff(rows.starts))
    order = np.argsort(columns, kind="stable")
    begins = np.searchsorted(columns[order], np.arange(len(model.weights) + 1))
    return begins, np.stack((of_entry[order], _longs(rows.factors)[order]), axis=1).ravel()


def _kinds(grid: Grid) -> Longs:
    """For each party and slot: IN_SESSION, FREE, or 0."""
    sessions, free = session_masks(grid), free_masks(grid)
    width = range(len(grid.slots))
    return _longs(
        chain.from_iterable(
            (IN_SESSION if sessions[name] >> slot & 1 else (free[name] >> slot & 1) * FREE for slot in width)
            for name in grid.parties
        )
    )


def _longs(numbers: Iterable[int]) -> Longs:
    return np.fromiter(numbers, np.int64)
