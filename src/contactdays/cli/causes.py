"""Causes in words: a sentence each, for whoever planned something that cannot be."""

from collections.abc import Callable

from contactdays.planner import Cause, Problem

from .instants import when


def sentence(problem: Problem, cause: Cause) -> str:
    """What ``cause`` demands, with names as the problem has them; slots by number where it is numbered."""
    return SENTENCES[cause.rule](problem, cause) + "."


def _missing_must(problem: Problem, cause: Cause) -> str:
    return f"{_activity(problem, cause)} ({' with '.join(cause.participants)}) has to be held"


def _broken_pin(problem: Problem, cause: Cause) -> str:
    if cause.start is None:
        return f"{_activity(problem, cause)} is fixed"
    return f"{_activity(problem, cause)} can only be {'in' if problem.numbered else 'at'} {when(problem, cause.start)}"


def _outside_window(problem: Problem, cause: Cause) -> str:
    facts = dict(cause.facts)
    start, end = int(facts["window_start"]), int(facts["window_end"])
    if problem.numbered:
        return f"{_activity(problem, cause)} can only be in {_numbered(max(start, 0), min(end, len(problem.slots)))}"
    return f"{_activity(problem, cause)} can only be between {when(problem, start)} and {when(problem, end)}"


def _numbered(start: int, end: int) -> str:
    """The slots from ``start`` until ``end``, which only a half of the day without any leaves without one."""
    if end <= start:
        return "a half of the day that has no slots"
    return f"slot {end}" if end == start + 1 else f"slots {start + 1} to {end}"


def _absent(problem: Problem, cause: Cause) -> str:
    facts = dict(cause.facts)
    (who,) = cause.participants
    verb = "is there" if cause.rule == "unavailable" else "has somebody in office"
    return f"{_party(problem, who)} {verb} in {facts['slots']} of {facts['slots_in_all']} slots"


def _double_booking(problem: Problem, cause: Cause) -> str:
    facts = dict(cause.facts)
    if cause.participants:
        return f"{_party(problem, cause.participants[0])} can be in one meeting at a time"
    if "places" in facts:
        return f"Places: {facts['places']}, so that no more meetings can be held at a time"
    return "Nobody can be in two meetings at a time, and no place can hold two"


def _precedence(problem: Problem, cause: Cause) -> str:
    if not cause.activities:
        return "What comes first has to be over before what follows"
    before, after = cause.activities
    name = "Meeting " if problem.numbered else ""
    return f"{name}{before} comes before {after}"


def _uneven_breaks(problem: Problem, cause: Cause) -> str:
    return f"Nobody may have over {dict(cause.facts)['most_apart']} breaks more than anybody else"


def _broken_seat(problem: Problem, cause: Cause) -> str:
    return f"{cause.participants[0]} is to sit at {cause.activities[1]} during {cause.activities[0]}"


def _table_capacity(problem: Problem, cause: Cause) -> str:
    facts = dict(cause.facts)
    seats = f"at most {facts['capacity']}" if "capacity" in facts else f"at least {facts['least']}"
    return f"{cause.activities[1]} seats {seats} during {cause.activities[0]}"


def _table_region(problem: Problem, cause: Cause) -> str:
    facts = dict(cause.facts)
    return f"{cause.activities[1]} seats at most {facts['most']} of {facts['region']} during {cause.activities[0]}"


SENTENCES: dict[str, Callable[[Problem, Cause], str]] = {
    "missing_must": _missing_must,
    "broken_pin": _broken_pin,
    "outside_window": _outside_window,
    "unavailable": _absent,
    "vacancy": _absent,
    "double_booking": _double_booking,
    "precedence": _precedence,
    "uneven_breaks": _uneven_breaks,
    "broken_seat": _broken_seat,
    "table_capacity": _table_capacity,
    "table_region": _table_region,
    "cap": lambda problem, cause: "Nobody may have more meetings than its cap",
    "cap_per_day": lambda problem, cause: "Nobody may have more meetings on a day than its cap for a day",
    "travel_time": lambda problem, cause: "Everybody needs time to get from one place to the next",
}


def _activity(problem: Problem, cause: Cause) -> str:
    return ("Meeting " if problem.numbered else "") + ", ".join(cause.activities)


def _party(problem: Problem, name: str) -> str:
    return f"Participant {name}" if problem.numbered else name
