"""What a plan is worth by each objective, counted from the plan alone.

Every function says which way is better; ``score`` turns them so that greater is better.
"""

from collections.abc import Callable, Iterator

from contactdays.planner.values import Aim, Assignment, Plan, Problem, Request, Tier, Wish

from .breaks import breaks_of
from .room_moves import room_moves_in
from .week import Week, covered, lay_out

FIRST_MEETING = 5040
Score = tuple[int | tuple[int, ...], ...]


def value(week: Week) -> int:
    """The weights of the requests held, summed. More is better."""
    return sum(request.weight for request in week.requests.values() if request.id in week.held)


def empty(week: Week) -> int:
    """How many participants with a request that may be held have no meeting at all. Fewer is better."""
    return sum(not held for held in meetings_held(week).values())


def fairness(week: Week) -> int:
    """What the meetings are worth when the k-th of a participant counts ``5040 // k``. More is better.

    Harmonic, so that a meeting is worth more to whoever has fewer; 5040 divides by 1 to 10, which keeps it whole.
    """
    return sum(FIRST_MEETING // k for held in meetings_held(week).values() for k in range(1, held + 1))


def leximin(week: Week) -> tuple[int, ...]:
    """The meetings held of each participant with a request that may be held, fewest first.

    Compared as they stand: the plan whose worst-off has more is better, then the next, and so on.
    """
    return tuple(sorted(meetings_held(week).values()))


def breaks(week: Week) -> int:
    """Runs of idle slots between two activities of a participant in a half-day. Fewer is better."""
    return sum(breaks_of(week).values())


def room_moves(week: Week) -> int:
    """Successive meetings of a participant in a half-day that are in different places. Fewer is better."""
    return room_moves_in(week)


def preferences(week: Week) -> int:
    """What is not as it was wished. Less is better.

    One for each meeting that lies in none of its request's preferred stretches; for each seat its table's rank
    with whoever sits there (0 the first choice, and whatever is not ranked comes after all that is).
    """
    meetings = sum(not _as_preferred(request, each) for request, each in week.meetings())
    return meetings + sum(_ranks(week))


def stability(week: Week) -> int:
    """What has changed against what is published, in weights of the participants concerned. Less is better.

    An activity that is held at another time or in another place costs the weights of its published participants,
    one that is held no more twice as much. Activities that the problem no longer knows, and participants, cost
    nothing.
    """
    known = week.requests.keys() | week.sessions.keys()
    return sum(_change(week, each) for each in week.problem.published if each.activity in known)


OBJECTIVES: dict[Aim, Callable[[Week], int | tuple[int, ...]]] = {
    Aim.VALUE: value,
    Aim.EMPTY: empty,
    Aim.FAIRNESS: fairness,
    Aim.LEXIMIN: leximin,
    Aim.BREAKS: breaks,
    Aim.ROOM_MOVES: room_moves,
    Aim.PREFERENCES: preferences,
    Aim.STABILITY: stability,
}
SOUGHT = (Aim.VALUE, Aim.FAIRNESS, Aim.LEXIMIN)


def objectives(problem: Problem, plan: Plan) -> dict[Aim, int | tuple[int, ...]]:
    """Every objective of ``plan`` by name, whether ``problem`` aims at it or not."""
    week = lay_out(problem, plan)
    return {aim: count(week) for aim, count in OBJECTIVES.items()}


def score(problem: Problem, plan: Plan) -> Score:
    """How good ``plan`` is by the objectives of ``problem``, a figure a tier; the greater tuple is better.

    Within a tier, the weighted sum of its objectives, those of which less is better taken from nought. A tier of
    ``leximin`` (alone in its tier) gives its tuple.
    """
    week = lay_out(problem, plan)
    return tuple(_of_tier(week, tier) for tier in problem.objectives)


def _of_tier(week: Week, tier: Tier) -> int | tuple[int, ...]:
    if any(each.aim is Aim.LEXIMIN for each in tier):
        return leximin(week)
    total = 0
    for each in tier:
        figure = OBJECTIVES[each.aim](week)
        if isinstance(figure, int):
            total += each.weight * (figure if each.aim in SOUGHT else -figure)
    return total


def meetings_held(week: Week) -> dict[str, int]:
    """The meetings of each participant that has a request which may be held."""
    held: dict[str, int] = {}
    for request in week.requests.values():
        for party in request.participants if request.wish is not Wish.NEVER else ():
            held[party] = held.get(party, 0) + (request.id in week.held)
    return held


def _as_preferred(request: Request, meeting: Assignment) -> bool:
    wished = request.preferred
    return not wished or any(covered(meeting.start, meeting.end, (stretch,)) for stretch in wished)


def _ranks(week: Week) -> Iterator[int]:
    """The rank of each seat's table with whoever sits there; nought for somebody who ranked none."""
    ranked = {
        (each.session, ranking.participant): ranking.tables for each in week.problem.rounds for ranking in each.rankings
    }
    for seat in week.plan.seats:
        tables = ranked.get((seat.session, seat.participant), ())
        yield tables.index(seat.table) if seat.table in tables else len(tables)


def _change(week: Week, published: Assignment) -> int:
    weight = sum(week.participants[each].weight for each in published.participants if each in week.participants)
    now = week.held.get(published.activity, [])
    if not now:
        return 2 * weight
    return 0 if any((each.start, each.place) == (published.start, published.place) for each in now) else weight
