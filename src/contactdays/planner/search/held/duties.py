"""What a model leaves to decide once it is known which requests are held: the roster of an exact search."""

from collections.abc import Iterable
from dataclasses import dataclass

from contactdays.planner.search.ground.gaps import session_masks
from contactdays.planner.search.ground.order import predecessors
from contactdays.planner.search.model.model import Model

from .fewest import Found
from .roster import Choice, Limit, Precedence, Roster

SAID_OTHERWISE = {"missing_must", "precedence"}
"""Rules that a roster keeps without limits."""


@dataclass(frozen=True, slots=True)
class Duties:
    """``roster``, and what its numbers stand for: the columns of its choices, the requests (numbers) of its
    meetings and the names of its participants."""

    roster: Roster
    columns: tuple[int, ...]
    requests: tuple[int, ...]
    parties: tuple[str, ...]

    def known(self, chosen: Iterable[int], breaks: int) -> Found:
        """A plan of the same requests, given as columns of the model, as something to start from."""
        choice = {column: number for number, column in enumerate(self.columns)}
        return Found(tuple(sorted(choice[column] for column in chosen)), breaks)

    def chosen(self, found: Found) -> tuple[int, ...] | None:
        """The columns of the plan found."""
        return None if found.chosen is None else tuple(self.columns[each] for each in found.chosen)


def duties_of(model: Model, held: Iterable[int] | None = None) -> Duties:
    """All requests ``held`` (numbers; by default every request that may be) have to be held, and no others."""
    grid, options = model.grid, model.ways.options
    requests = tuple(range(len(grid.requests))) if held is None else tuple(sorted(held))
    meeting = {request: number for number, request in enumerate(requests)}
    columns = tuple(column for column, option in enumerate(options) if option.request in meeting)
    parties = tuple(grid.parties)
    number = {name: place for place, name in enumerate(parties)}
    taken = (options[column] for column in columns)
    choices = tuple(Choice(meeting[each.request], each.first, each.last, each.start, each.end) for each in taken)
    masks = session_masks(grid)
    who = tuple(tuple(number[name] for name in grid.requests[each].participants) for each in requests)
    roster = Roster(
        half_days=grid.half_days,
        engaged=tuple(masks[name] for name in parties),
        parties=who,
        choices=choices,
        limits=tuple(_limits(model, columns, choices, who)),
        precedences=tuple(_precedences(model, meeting)),
        breaks_apart=grid.problem.breaks_apart,
    )
    return Duties(roster, columns, requests, parties)


def _precedences(model: Model, meeting: dict[int, int]) -> Iterable[Precedence]:
    """A request whose predecessor is not held precedes itself, which cannot be."""
    before = predecessors(model.grid)
    for request, number in meeting.items():
        for other in before[request]:
            yield Precedence(number if other is None else meeting.get(other, number), number)


def _limits(
    model: Model, columns: tuple[int, ...], choices: tuple[Choice, ...], parties: tuple[tuple[int, ...], ...]
) -> Iterable[Limit]:
    """The rows that can be broken and that say more than that nobody is in two meetings at once."""
    rows = model.rows.among({column: number for number, column in enumerate(columns)})
    for number, rule in enumerate(rows.rules):
        entries = rows.row(number)
        limit = Limit(
            rule, tuple(rows.columns[e] for e in entries), rows.upper[number], tuple(rows.factors[e] for e in entries)
        )
        if rule not in SAID_OTHERWISE and _can_be_broken(limit, choices) and not _is_one_party(limit, choices, parties):
            yield limit


def _can_be_broken(limit: Limit, choices: tuple[Choice, ...]) -> bool:
    """Each meeting counts once, with its greatest factor."""
    most: dict[int, int] = {}
    for number, factor in zip(limit.choices, limit.factors, strict=True):
        meeting = choices[number].meeting
        most[meeting] = max(factor, most.get(meeting, 0))
    return sum(most.values()) > limit.most


def _is_one_party(limit: Limit, choices: tuple[Choice, ...], parties: tuple[tuple[int, ...], ...]) -> bool:
    """Whether ``limit`` only says that a party is in one meeting at a time."""
    if limit.most != 1:
        return False
    touched = (set(range(choices[n].first, choices[n].last + 1)) for n in limit.choices)
    there = (set(parties[choices[n].meeting]) for n in limit.choices)
    return bool(set.intersection(*touched)) and bool(set.intersection(*there))
