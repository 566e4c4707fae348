"""What of a plan can stand after a change, and what cannot."""

from dataclasses import dataclass

from contactdays.planner.check import check
from contactdays.planner.search.ground.candidates import candidates
from contactdays.planner.values import Assignment, Infeasible, Plan, Problem, Session, Violation, Wish


@dataclass(frozen=True, slots=True)
class Standing:
    """The meetings of a plan after a change: ``settled`` (past or frozen), ``unaffected`` and ``affected``.

    Affected is what breaks a hard rule of the changed problem where it is, beside its sessions. What nobody wants
    held any more is in none of the three. ``sessions``: as they are held from now on.
    """

    settled: dict[str, Assignment]
    unaffected: dict[str, Assignment]
    affected: dict[str, Assignment]
    sessions: tuple[Session, ...]


def standing_of(changed: Problem, settled: frozenset[str]) -> Standing:
    """How the plan that is published in ``changed`` stands; ``settled`` names what of it is past or frozen.

    Raises Infeasible when something settled cannot stand, with the rules it breaks.
    """
    sessions = _sessions(changed)
    wanted = {each.id for each in changed.requests if each.wish is not Wish.NEVER}
    meetings = {each.activity: each for each in changed.published if each.activity in wanted}
    held = tuple(Assignment(each.id, each.start, each.end, each.place, each.attendees) for each in sessions)
    broken = check(changed, Plan((*held, *meetings.values())))
    _require_settled(broken, settled, meetings)
    hit = {name for each in broken for name in each.activities} & meetings.keys() - settled
    return Standing(
        settled={name: each for name, each in meetings.items() if name in settled},
        unaffected={name: each for name, each in meetings.items() if name not in settled and name not in hit},
        affected={name: each for name, each in meetings.items() if name in hit},
        sessions=sessions,
    )


def _sessions(changed: Problem) -> tuple[Session, ...]:
    """Fixed ones, and movable ones where they are published or, if they may not be there, as near as can be."""
    published = {each.activity: each for each in changed.published}
    ways: dict[str, list[Session]] = {}
    for candidate in candidates(changed):
        ways.setdefault(candidate.held.id, []).append(candidate.held)

    def nearest(session: Session) -> Session:
        was = published.get(session.id)
        if not session.movable:
            return session
        if was is None:
            return ways[session.id][0]
        return min(ways[session.id], key=lambda way: (abs(way.start - was.start), way.place != was.place))

    return tuple(nearest(each) for each in changed.sessions)


def _require_settled(broken: list[Violation], settled: frozenset[str], meetings: dict[str, Assignment]) -> None:
    """A breach that names no meeting that could give way is one that nothing can mend."""
    hopeless = [
        each
        for each in broken
        if settled.intersection(each.activities) and not meetings.keys() & set(each.activities) - settled
    ]
    if hopeless:
        rules = sorted({each.rule for each in hopeless})
        activities = sorted({name for each in hopeless for name in each.activities})
        raise Infeasible(rules, activities, hopeless)
