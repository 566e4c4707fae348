"""Small random rosters, and their fewest breaks by trying everything."""

from itertools import combinations, product

from hypothesis import strategies as st

from contactdays.planner.search.held.roster import Choice, Limit, Precedence, Roster


@st.composite
def small_rosters(draw):
    """Pairs, or a trio, for one or two slots each, on one day or two half-days; it need not be feasible."""
    people, slots = draw(st.integers(3, 4)), draw(st.integers(3, 5))
    halves = draw(st.sampled_from(((range(slots),), (range(2), range(2, slots)))))
    pairs = [*combinations(range(people), 2), (0, 1, 2)]
    parties = tuple(draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=5)))
    longest = draw(st.sampled_from((1, 1, 2)))
    choices = []
    for meeting in range(len(parties)):
        length = draw(st.integers(1, longest))
        starts = draw(st.sets(st.integers(0, slots - length), min_size=1, max_size=3))
        choices += [Choice(meeting, t, t + length - 1, t, t + length) for t in sorted(starts)]
    engaged = draw(st.lists(st.sampled_from((0, 0, 0, 1, 4)), min_size=people, max_size=people))
    free = [c for c in choices if not any(engaged[p] >> t & 1 for p in parties[c.meeting] for t in _slots(c))]
    meeting = st.integers(0, len(parties) - 1)
    order = draw(st.sets(st.tuples(meeting, meeting), max_size=1))
    return Roster(
        half_days=halves,
        engaged=tuple(engaged),
        parties=parties,
        choices=tuple(free),
        limits=_limits(free, slots, draw(st.integers(1, 2))),
        precedences=tuple(Precedence(*each) for each in order if each[0] != each[1]),
        breaks_apart=draw(st.sampled_from((None, 0, 1))),
    )


def _slots(choice):
    return range(choice.first, choice.last + 1)


def _limits(choices, slots, most):
    there = [tuple(n for n, each in enumerate(choices) if t in _slots(each)) for t in range(slots)]
    return tuple(Limit("double_booking", each, most, (1,) * len(each)) for each in there if each)


def breaks(roster, chosen):
    """The breaks of each participant when ``chosen`` (numbers of choices) are taken; None when a rule is broken."""
    busy = [{t for t in range(roster.slots) if mask >> t & 1} for mask in roster.engaged]
    for number in chosen:
        choice = roster.choices[number]
        for party in roster.parties[choice.meeting]:
            if busy[party] & set(_slots(choice)):
                return None
            busy[party] |= set(_slots(choice))
    times = {roster.choices[number].meeting: roster.choices[number] for number in chosen}
    late = any(times[before].end > times[after].start for before, after in roster.precedences)
    if late or any(len(set(limit.choices) & set(chosen)) > limit.most for limit in roster.limits):
        return None
    found = [sum(_between(each & set(half_day)) for half_day in roster.half_days) for each in busy]
    apart = roster.breaks_apart
    return None if apart is not None and max(found) - min(found) > apart else found


def _between(slots):
    """Maximal idle runs between the first and the last of ``slots``."""
    return sum(slot + 1 not in slots for slot in slots) - 1 if slots else 0


def fewest_by_trying(roster):
    """The fewest breaks in all, or None when not everything can be held."""
    tried = (breaks(roster, chosen) for chosen in product(*roster.choices_of()))
    return min((sum(each) for each in tried if each is not None), default=None)
