"""Why a request is not held, in words."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from contactdays.planner import Cause, Problem, Reason, ReasonCode

from .instants import when
from .remedies import remedy

HEADINGS = {
    ReasonCode.NEVER: "ruled out",
    ReasonCode.VACANT: "a post is vacant",
    ReasonCode.NO_COMMON_FREE_SLOT: "no common free slot",
    ReasonCode.CAP_REACHED: "no meetings left to have",
    ReasonCode.NO_FREE_SLOT_LEFT: "no common free slot left",
    ReasonCode.NO_PLACE_LEFT: "no place left",
    ReasonCode.OUTVALUED: "others come first",
}


def summary(problem: Problem, reason: Reason) -> str:
    """One line: the request, with whom, the heading, and all that bars it."""
    bars = ", ".join(phrases(problem, reason.causes)) or "nothing bars it in this plan"
    return f"{_request(problem, reason.request)}: {HEADINGS[reason.code]}: {bars}."


def full(problem: Problem, reason: Reason) -> Iterator[str]:
    """A line for each thing that bars it, and for each way to let it be held."""
    yield f"{_request(problem, reason.request)}: {HEADINGS[reason.code]}."
    yield "What bars it, none to spare:" if reason.causes else "Nothing bars it in this plan."
    yield from (f"  {each}" for each in phrases(problem, reason.causes))
    yield "What would let it be held, cheapest first:" if reason.relaxations else "Nothing would let it be held."
    yield from (f"  {remedy(problem, each)}" for each in reason.relaxations)


def phrases(problem: Problem, causes: Iterable[Cause]) -> Iterator[str]:
    """The causes, those of a kind about the same party in one phrase."""
    sessions = {each.id for each in problem.sessions}

    def kind(cause: Cause) -> tuple[int, bool, tuple[str, ...], bool]:
        meeting = cause.activities[:1] != () and cause.activities[0] not in sessions
        return list(PHRASES).index(cause.rule), not cause.participants, cause.participants, meeting

    for _, alike in groupby(sorted(causes, key=kind), kind):
        together = list(alike)
        yield PHRASES[together[0].rule](problem, together)


def _absent(problem: Problem, causes: list[Cause]) -> str:
    (who,) = causes[0].participants
    state = "away" if causes[0].rule == "unavailable" else "vacant"
    return f"{who} {state} " + " and ".join(_stretch(problem, each) for each in causes)


def _stretch(problem: Problem, cause: Cause) -> str:
    until = dict(cause.facts).get("until")
    since = "" if cause.start is None else f"from {when(problem, cause.start)}"
    if until is None:
        return since or "all the time"
    return f"{since} until {when(problem, int(until))}".strip()


def _busy(problem: Problem, causes: list[Cause]) -> str:
    if not causes[0].participants:
        return _no_room(problem, causes)
    (who,) = causes[0].participants
    sessions = {each.id for each in problem.sessions}
    if causes[0].activities[0] in sessions:
        until = [f"{each.activities[0]} until {when(problem, _until(each))}" for each in causes]
        return f"{who} at {' and '.join(until)}"
    at = [f"{each.activities[0]} at {when(problem, each.start or 0)}" for each in causes]
    return f"{who} meeting others ({', '.join(at)})"


def _no_room(problem: Problem, causes: list[Cause]) -> str:
    buildings = sorted({str(dict(each.facts)["building"]) for each in causes})
    starts = sorted({each.start or 0 for each in causes})
    state = {"double_booking": "free", "closed_place": "open", "capacity": "large enough"}.get(causes[0].rule, "fit")
    return f"no place {state} in {' or '.join(buildings)} at {', '.join(when(problem, each) for each in starts)}"


def _unfit(problem: Problem, causes: list[Cause]) -> str:
    if causes[0].activities:
        return "there is no place for meetings"
    return _no_room(problem, causes)


def _full(problem: Problem, causes: list[Cause]) -> str:
    (who,) = causes[0].participants
    count = dict(causes[0].facts)["meetings"]
    had = f"{who} has had its {count} meetings" if count != 1 else f"{who} has had its one meeting"
    if causes[0].rule == "cap":
        return had
    return f"{had} of " + " and ".join(f"the day from {when(problem, each.start or 0)}" for each in causes)


def _far(problem: Problem, causes: list[Cause]) -> str:
    (who,) = causes[0].participants
    ways = dict.fromkeys(
        f"{each.activities[0]} ({dict(each.facts)['needed']} min from {dict(each.facts)['building']})"
        for each in causes
    )
    return f"{who} cannot come in time between it and {', '.join(ways)}"


def _window(problem: Problem, causes: list[Cause]) -> str:
    facts = dict(causes[0].facts)
    if "longest" in facts:
        return f"it takes {facts['duration']} min, and the longest half-day has {facts['longest']}"
    return f"it may only lie between {when(problem, causes[0].start or 0)} and {when(problem, _until(causes[0]))}"


def _after(problem: Problem, causes: list[Cause]) -> str:
    told = []
    for each in causes:
        until = dict(each.facts).get("until")
        state = "is not held" if until is None else f"ends at {when(problem, int(until))}"
        told.append(f"{each.activities[0]}, which comes first, {state}")
    return " and ".join(told)


PHRASES: dict[str, Callable[[Problem, list[Cause]], str]] = {
    "held_never": lambda problem, causes: "it is never to be held",
    "vacancy": _absent,
    "unavailable": _absent,
    "double_booking": _busy,
    "closed_place": _unfit,
    "capacity": _unfit,
    "wrong_place": _unfit,
    "cap": _full,
    "cap_per_day": _full,
    "travel_time": _far,
    "outside_window": _window,
    "precedence": _after,
}


def _until(cause: Cause) -> int:
    return int(dict(cause.facts)["until"])


def _request(problem: Problem, name: str) -> str:
    request = next(each for each in problem.requests if each.id == name)
    return f"{name} ({', '.join(request.participants)})"
