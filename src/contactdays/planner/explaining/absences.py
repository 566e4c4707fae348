"""Why a party cannot be there at a time: absent, busy, or with as many meetings as it takes."""

from collections.abc import Iterator

from contactdays.planner.search.ground.stretches import Stretches, union
from contactdays.planner.values import Assignment, Cause, Interval, Participant, Remedy, Step

from .obstacle import Obstacle
from .standing import Standing


class Absences:
    """Obstacles of one party at a time, remembered."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self._known: dict[tuple[str, int, int], tuple[Obstacle, ...]] = {}
        self._full = {name: tuple(self._caps(party)) for name, party in standing.parties.items()}

    def at(self, party: str, start: int, end: int) -> tuple[Obstacle, ...]:
        """What keeps ``party`` from a meeting from ``start`` to ``end``, wherever it is."""
        key = (party, start, end)
        if key not in self._known:
            self._known[key] = tuple(self._found(self.standing.parties[party], start, end))
        return self._known[key]

    def _found(self, party: Participant, start: int, end: int) -> Iterator[Obstacle]:
        yield from _gaps(party.id, "vacancy", Remedy.FILL_POST, party.in_office, start, end)
        yield from _gaps(party.id, "unavailable", Remedy.EXTEND, party.available, start, end)
        for each in self.standing.of_party[party.id]:
            if each.start < end and start < each.end:
                yield self.busy(party.id, each)
        for day, obstacle in self._full[party.id]:
            if day is None or day.start <= start < day.end:
                yield obstacle

    def busy(self, party: str, other: Assignment) -> Obstacle:
        """That ``party`` is in another activity then."""
        facts = (("until", other.end),)
        cause = Cause("double_booking", (party,), (other.activity,), other.place, other.start, facts)
        return self.against(cause, party, other)

    def against(self, cause: Cause, party: str, other: Assignment) -> Obstacle:
        """An obstacle that is gone when ``party`` leaves the session ``other``, or the meeting ``other`` is dropped."""
        if other.activity in self.standing.requests:
            return Obstacle(cause, (), (other.activity,))
        return Obstacle(cause, (Step(Remedy.RELEASE, party, other.activity),))

    def _caps(self, party: Participant) -> Iterator[tuple[Interval | None, Obstacle]]:
        meetings = self.standing.meetings_of(party.id)
        if party.cap is not None and len(meetings) >= party.cap:
            facts = (("cap", party.cap), ("meetings", len(meetings)))
            names = tuple(each.activity for each in meetings)
            grant = (Step(Remedy.RAISE_CAP, party.id),)
            yield None, Obstacle(Cause("cap", (party.id,), facts=facts), grant, (), names)
        for day in self.standing.problem.days if party.cap_per_day is not None else ():
            names = tuple(each.activity for each in meetings if day.start <= each.start < day.end)
            if party.cap_per_day is not None and len(names) >= party.cap_per_day:
                counts = (("cap", party.cap_per_day), ("meetings", len(names)), ("until", day.end))
                cause = Cause("cap_per_day", (party.id,), start=day.start, facts=counts)
                yield day, Obstacle(cause, (Step(Remedy.RAISE_CAP_PER_DAY, party.id, start=day.start),), (), names)


def _gaps(
    party: str, rule: str, remedy: Remedy, present: tuple[Interval, ...], start: int, end: int
) -> Iterator[Obstacle]:
    """Each stretch of absence that the time from ``start`` to ``end`` runs into."""
    for since, until in _absent(union(present)):
        begin, finish = max(start, since if since is not None else start), min(end, until if until is not None else end)
        if begin < finish:
            facts = (("until", until),) if until is not None else ()
            yield Obstacle(
                Cause(rule, (party,), start=since, facts=facts), (Step(remedy, party, start=begin, end=finish),)
            )


def _absent(present: Stretches) -> Iterator[tuple[int | None, int | None]]:
    """The stretches between those of ``present``; None where they have no end."""
    since: int | None = None
    for start, end in present:
        yield since, start
        since = end
    yield since, None
