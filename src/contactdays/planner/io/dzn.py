"""Files of the business-to-business meeting scheduling problem (.dzn), read as problems.

The format of the instances of Bofill, Espasa, Garcia, Palahi, Suy and Villaret (CP 2014; JAIR 2022), MiniZinc data.
Everything in such a file counts from 1; in the problem slot k starts at minute k - 1 and lasts one minute, all of them
in one half-day, and participants, meetings and tables bear their numbers as ids.
"""

from contactdays.planner.values import (
    Aim,
    Interval,
    Objective,
    Participant,
    Pin,
    Place,
    Problem,
    Request,
    Slot,
    Wish,
)

from .dzn_data import entries_of
from .dzn_event import Event, event_of
from .dzn_keys import Run
from .dzn_tokens import Tokens

ORIGIN = "2000-01-01T00:00:00+00:00"
BREAKS_APART = 2


def parse_b2bsp(text: str) -> Problem:
    """The problem that a B2BSP file describes; InvalidProblem names line, column and key of what is wrong.

    Demands that no plan can meet are not wrong, precedences in a circle no more than others.
    """
    tokens = Tokens(text.removeprefix("\ufeff"))
    return _problem(event_of(tokens, entries_of(tokens)))


def _problem(event: Event) -> Problem:
    day = (Interval(0, event.slots),)
    return Problem(
        origin=ORIGIN,
        participants=tuple(
            Participant(str(number), _available(event, spans), day) for number, spans in enumerate(event.forbidden, 1)
        ),
        slots=tuple(Slot(number, number + 1, 0) for number in range(event.slots)),
        places=tuple(Place(str(number), 2, "", day, True) for number in range(1, event.tables + 1)),
        requests=tuple(_request(event, number) for number in range(len(event.meetings))),
        pins=tuple(Pin(str(number), slot - 1) for number, slot in enumerate(event.fixed, 1) if slot),
        objectives=((Objective(Aim.BREAKS),),),
        breaks_apart=BREAKS_APART,
        numbered=True,
    )


def _available(event: Event, forbidden: list[Run]) -> tuple[Interval, ...]:
    """What is left of the day without the forbidden slots (first and last of each run, in order)."""
    left, reached = [], 0
    for first, last in forbidden:
        if first - 1 > reached:
            left.append(Interval(reached, first - 1))
        reached = max(reached, last)
    return (*left, Interval(reached, event.slots)) if reached < event.slots else tuple(left)


def _request(event: Event, number: int) -> Request:
    one, other, half = event.meetings[number]
    runs = event.before[number] if event.before else []
    after = tuple(str(each) for first, last in runs for each in range(first, last + 1))
    return Request(str(number + 1), (str(one), str(other)), 1, 1, Wish.MUST, _halves(event)[half], after)


def _halves(event: Event) -> dict[int, Interval | None]:
    """Morning, afternoon, any; a half without slots lies where no slot is, so that nothing can be held in it."""
    noon, end = event.morning, event.slots
    return {
        1: Interval(0, noon) if noon else Interval(-1, 0),
        2: Interval(noon, end) if noon < end else Interval(end, end + 1),
        3: None,
    }
