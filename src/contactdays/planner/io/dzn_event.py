"""The business-to-business event in a B2BSP file, in the file's own numbers."""

from dataclasses import dataclass
from itertools import pairwise

from .dzn_data import Entry
from .dzn_keys import Keys, Run, size_of
from .dzn_tokens import Tokens

NEEDED = ("nBusiness", "nMeetings", "nTables", "nTotalSlots", "nMorningSlots", "requested", "forbidden")
OPTIONAL = ("meetingsxBusiness", "nMeetingsBusiness", "fixed", "precedences")
MOST_PARTICIPANTS = MOST_TABLES = MOST_SLOTS = 10_000
MOST_MEETINGS = 100_000
MOST_PRECEDENCES = 1_000_000
ANY_HALF = 3


@dataclass(frozen=True, slots=True)
class Event:
    """What a B2BSP file says; everything counts from 1.

    ``meetings``: participant, participant, half of the day (1 morning, 2 afternoon, 3 any) of each. ``forbidden``:
    of each participant the runs of slots (first, last), in order. ``fixed``: of each meeting its slot, 0 for none.
    ``before``: of each meeting the runs of meetings before it. The last two are empty when the file has no such key.
    """

    slots: int
    morning: int
    tables: int
    meetings: tuple[tuple[int, int, int], ...]
    forbidden: tuple[list[Run], ...]
    fixed: tuple[int, ...]
    before: tuple[list[Run], ...]


def event_of(tokens: Tokens, entries: dict[str, Entry]) -> Event:
    """The event in ``entries``; InvalidProblem names what is missing, unknown, out of range or contradictory."""
    keys = Keys(tokens, entries, NEEDED, OPTIONAL)
    participants, count = keys.number("nBusiness", MOST_PARTICIPANTS), keys.number("nMeetings", MOST_MEETINGS)
    slots = keys.number("nTotalSlots", MOST_SLOTS, least=1)
    meetings = _meetings(keys, participants, count)
    _require_agreement(keys, participants, meetings)
    forbidden = enumerate(keys.groups("forbidden", participants), 1)
    return Event(
        slots=slots,
        morning=keys.number("nMorningSlots", slots),
        tables=keys.number("nTables", MOST_TABLES),
        meetings=meetings,
        forbidden=tuple(keys.runs("forbidden", row, group, slots) for row, group in forbidden),
        fixed=tuple(keys.numbers("fixed", count, 0, slots).values) if "fixed" in keys else (),
        before=_before(keys, count) if "precedences" in keys else (),
    )


def _meetings(keys: Keys, participants: int, count: int) -> tuple[tuple[int, int, int], ...]:
    numbers = keys.rows("requested", count, (participants, participants, ANY_HALF))
    values = iter(numbers.values)
    meetings = tuple(zip(values, values, values, strict=True))
    for row, (one, other, _) in enumerate(meetings):
        if one == other:
            raise keys.tokens.error("named_twice", numbers.places[3 * row], f"requested[{row + 1}]", field="requested")
    return meetings


def _before(keys: Keys, count: int) -> tuple[list[Run], ...]:
    groups = enumerate(keys.groups("precedences", count), 1)
    before = tuple(keys.runs("precedences", row, group, count) for row, group in groups)
    if sum(map(size_of, before)) > MOST_PRECEDENCES:
        raise keys.error("too_many", "precedences", most=MOST_PRECEDENCES)
    return before


def _require_agreement(keys: Keys, participants: int, meetings: tuple[tuple[int, int, int], ...]) -> None:
    """What the file says of its meetings a second time, by participant, it says alike."""
    of: list[list[int]] = [[] for _ in range(participants)]
    for number, (one, other, _) in enumerate(meetings, 1):
        of[one - 1].append(number)
        of[other - 1].append(number)
    if "nMeetingsBusiness" in keys:
        _counts_agree(keys, of)
    if "meetingsxBusiness" in keys:
        _lists_agree(keys, of, len(meetings))


def _counts_agree(keys: Keys, of: list[list[int]]) -> None:
    name = "nMeetingsBusiness"
    numbers = keys.numbers(name, len(of), 0, MOST_MEETINGS)
    for row, mine in enumerate(of):
        found, requested = numbers.values[row], len(mine)
        if found != requested:
            entry = f"{name}[{row + 1}]"
            raise keys.tokens.error("counts_differ", numbers.places[row], entry, found=found, requested=requested)


def _lists_agree(keys: Keys, of: list[list[int]], meetings: int) -> None:
    name = "meetingsxBusiness"
    for row, (group, mine) in enumerate(zip(keys.groups(name, len(of)), of, strict=True), 1):
        if keys.runs(name, row, group, meetings) != _runs_of(mine):
            raise keys.tokens.error("meetings_differ", group.at, f"{name}[{row}]", requested=tuple(map(str, mine[:20])))


def _runs_of(numbers: list[int]) -> list[Run]:
    """The runs of numbers in rising order."""
    breaks = [place for place, (one, other) in enumerate(pairwise(numbers), 1) if other != one + 1]
    return [(numbers[first], numbers[stop - 1]) for first, stop in pairwise([0, *breaks, len(numbers)]) if first < stop]
