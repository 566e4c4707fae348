"""The plan laid out beside its problem, for the rules to read."""

from collections import defaultdict
from dataclasses import dataclass

from contactdays.planner.values import (
    Assignment,
    Interval,
    Participant,
    Place,
    Plan,
    Problem,
    Request,
    Session,
)


@dataclass(frozen=True, slots=True)
class Week:
    """A plan and its problem by name. Lists keep the plan's order of start."""

    problem: Problem
    plan: Plan
    participants: dict[str, Participant]
    places: dict[str, Place]
    sessions: dict[str, Session]
    requests: dict[str, Request]
    held: dict[str, list[Assignment]]
    of_party: dict[str, list[Assignment]]
    in_place: dict[str, list[Assignment]]

    def meetings(self) -> list[tuple[Request, Assignment]]:
        """Every assignment of a request, with the request."""
        return [
            (self.requests[each.activity], each) for each in self.plan.assignments if each.activity in self.requests
        ]


def lay_out(problem: Problem, plan: Plan) -> Week:
    """Index ``plan`` by activity, party and place; unknown names are kept under their name."""
    held: dict[str, list[Assignment]] = defaultdict(list)
    of_party: dict[str, list[Assignment]] = defaultdict(list)
    in_place: dict[str, list[Assignment]] = defaultdict(list)
    for each in plan.assignments:
        held[each.activity].append(each)
        for party in dict.fromkeys(each.participants):
            of_party[party].append(each)
        if each.place is not None:
            in_place[each.place].append(each)
    return Week(
        problem=problem,
        plan=plan,
        participants={each.id: each for each in problem.participants},
        places={each.id: each for each in problem.places},
        sessions={each.id: each for each in problem.sessions},
        requests={each.id: each for each in problem.requests},
        held=dict(held),
        of_party=dict(of_party),
        in_place=dict(in_place),
    )


def covered(start: int, end: int, stretches: tuple[Interval, ...]) -> bool:
    """Whether the union of ``stretches`` contains every minute from ``start`` to ``end``."""
    reached = start
    for stretch in sorted(stretches):
        if stretch.start > reached:
            break
        reached = max(reached, stretch.end)
    return reached >= end
