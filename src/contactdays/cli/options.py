"""The options of a repair in words."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from contactdays.planner import Assignment, Moved, Problem, Repair, RepairOption, Spared

SPARES = {
    Spared.VALUE: "most value kept",
    Spared.PEOPLE: "fewest people disturbed",
    Spared.SENIORITY: "most value kept, the senior spared",
}


def heading(repair: Repair) -> str:
    """What the change has hit, and what it has not."""
    hit = _count(len(repair.affected), "meeting")
    named = f": {', '.join(repair.affected)}" if repair.affected else ""
    return f"The change leaves {hit} no way to be held as planned{named}. Not affected: {repair.unaffected}."


def lines(number: int, option: RepairOption, problem: Problem) -> Iterator[str]:
    """One option: what it keeps and costs, then every difference, a line each."""
    value = f"value {option.value} of at most {option.bound}" + (", proven best" if option.proven else "")
    disturbed = f"{_count(len(option.disturbed), 'unaffected meeting')} moved or dropped"
    told = f"{_count(len(option.differences.told), 'participant')} to be told"
    yield f"Option {number}, {SPARES[option.spares]}: {value}; {disturbed}; {told}; {_count(option.breaks, 'break')}."
    differences = option.differences
    for each in differences.moved:
        yield f"  moves: {_move(each, problem)}."
    for each in differences.rehoused:
        yield f"  changes place: {_move(each, problem)}."
    for dropped in differences.dropped:
        yield f"  falls away: {_who(dropped)}, was {_where(dropped, problem)}."
    for added in differences.added:
        yield f"  is new: {_who(added)}, {_where(added, problem)}."
    if differences.told:
        yield f"  to be told: {', '.join(differences.told)}."


def _move(move: Moved, problem: Problem) -> str:
    return f"{_who(move.after)} from {_where(move.before, problem)} to {_where(move.after, problem)}"


def _who(assignment: Assignment) -> str:
    return f"{assignment.activity} ({', '.join(assignment.participants)})"


def _where(assignment: Assignment, problem: Problem) -> str:
    place = f" in {assignment.place}" if assignment.place is not None else ""
    if problem.numbered:
        return f"slot {assignment.start + 1}{place}"
    at = datetime.fromisoformat(problem.origin) + timedelta(minutes=assignment.start)
    return f"{at:%Y-%m-%d %H:%M}Z for {assignment.end - assignment.start} min{place}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
