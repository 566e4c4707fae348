"""Plans of numbered problems: everything in them counts from 1, as in the problem's file.

An assignment is ``{"activity": 17, "start": 3, "place": 5}``: meeting, slot and table by their numbers. How long it
lasts and who takes part stands in the problem.
"""

from typing import Any

from contactdays.planner.values import Assignment, InvalidPlan, Plan, Problem

from .decoding import GREATEST
from .encoding import encode

FIELDS = ("activity", "start", "place")


def in_numbers(problem: Problem, plan: Plan) -> dict[str, Any]:
    """The fields of ``plan`` as its file holds them."""
    number = {slot.start: place for place, slot in enumerate(sorted(problem.slots), 1)}
    fields: dict[str, Any] = encode(plan)
    fields["assignments"] = [
        {"activity": int(each.activity), "start": number[each.start], "place": int(each.place or 0)}
        for each in plan.assignments
    ]
    return fields


def is_in_numbers(raw: dict[str, Any]) -> bool:
    """Whether a plan file's assignments are in numbers; the other form has participants in each."""
    assignments = raw.get("assignments")
    first = assignments[0] if isinstance(assignments, list) and assignments else None
    return isinstance(first, dict) and not first.keys() - set(FIELDS)


def from_numbers(problem: Problem, raw: dict[str, Any]) -> dict[str, Any]:
    """``raw`` with assignments as in every other plan file; without a claim to value, it claims what it is worth.

    What the problem does not know stays in the plan, for the checker to name. Raises InvalidPlan for what is no
    number.
    """
    slots = sorted(problem.slots)
    requests = {each.id: each for each in problem.requests}
    assignments, value = [], 0
    for place, each in enumerate(raw["assignments"]):
        activity, start, table = _numbers(each, f"assignments[{place}]")
        request = requests.get(str(activity))
        begin = slots[start - 1].start if 0 < start <= len(slots) else slots[-1].end + abs(start)
        end = begin + (request.duration if request else 1)
        assignments.append(Assignment(str(activity), begin, end, str(table), request.participants if request else ()))
        value += request.weight if request else 0
    return {"value": value, **raw, "assignments": encode(tuple(assignments))}


def _numbers(each: object, where: str) -> tuple[int, ...]:
    if not isinstance(each, dict):
        raise InvalidPlan("wrong_type", where, expected="object")
    for name in each:
        if name not in FIELDS:
            raise InvalidPlan("unknown_field", f"{where}.{str(name)[:40]}")
    for name in FIELDS:
        if name not in each:
            raise InvalidPlan("missing_field", f"{where}.{name}")
        if not isinstance(each[name], int) or isinstance(each[name], bool):
            raise InvalidPlan("wrong_type", f"{where}.{name}", expected="whole number")
        if abs(each[name]) > GREATEST // 2:
            raise InvalidPlan("too_great", f"{where}.{name}", most=GREATEST // 2)
    return tuple(each[name] for name in FIELDS)
