"""The changed week as a model in which what stands is worth keeping."""

from dataclasses import dataclass, replace

from contactdays.planner.search.ground.fixed import require_sessions_hold
from contactdays.planner.search.ground.grid import Grid, lay_out
from contactdays.planner.search.ground.options import ANYWHERE, Option, Ways, need_of, ways_of
from contactdays.planner.search.ground.stands import stands_of
from contactdays.planner.search.model.model import Model, build, lingering
from contactdays.planner.values import Assignment, Pin, Policy, Problem, Request, Wish

from .standing import Standing

MOST_CELLS = 400_000


@dataclass(frozen=True, slots=True)
class Board:
    """A model of the changed problem, and what is published of its requests, by number.

    ``unaffected`` and ``affected``: where these meetings were. ``stays``: for each column, whether it keeps its
    meeting's time; ``at_home``: whether it can also keep its place. ``narrow``: unaffected meetings stay where
    they are, so that little is left to decide. ``told_apart``: options do not leave their place open.
    """

    model: Model
    unaffected: dict[int, Assignment]
    affected: dict[int, Assignment]
    stays: list[bool]
    at_home: list[bool]
    narrow: bool
    told_apart: bool

    @property
    def grid(self) -> Grid:
        """The problem laid out."""
        return self.model.grid

    def option(self, column: int) -> Option:
        """What a column stands for."""
        return self.model.ways.options[column]

    def before(self, request: int) -> Assignment | None:
        """Where the meeting of a request was, None when it was not held."""
        return self.unaffected.get(request) or self.affected.get(request)

    def places(self, option: Option) -> list[str]:
        """The places the option may be given."""
        return _places(self.grid, self.model.ways, option)


def is_large(changed: Problem) -> bool:
    """Whether the week is too large for a board that is not narrow."""
    return len(changed.requests) * len(changed.slots) > MOST_CELLS


def board_of(changed: Problem, standing: Standing, policy: Policy, *, narrow: bool) -> Board:
    """The board for ``policy``: under ``keep`` every unaffected meeting must be held.

    Raises Infeasible when the sessions break a rule among themselves.
    """
    working = working_problem(changed, standing, policy, narrow=narrow)
    require_sessions_hold(working)
    grid = lay_out(working)
    ways = ways_of(grid, stands_of(grid, apart=False), apart=False)
    apart = lingering(grid, ways)
    if apart:
        ways = ways_of(grid, stands_of(grid, apart=True), apart=True)
    numbers = {each.id: number for number, each in enumerate(grid.requests)}
    unaffected = {numbers[name]: each for name, each in standing.unaffected.items()}
    affected = {numbers[name]: each for name, each in standing.affected.items()}
    before = unaffected | affected
    stays = [each.request in before and before[each.request].start == each.start for each in ways.options]
    return Board(
        model=build(grid, ways, linger=False, apart=apart),
        unaffected=unaffected,
        affected=affected,
        stays=stays,
        at_home=[
            stay and before[each.request].place in _places(grid, ways, each)
            for stay, each in zip(stays, ways.options, strict=True)
        ],
        narrow=narrow,
        told_apart=apart or len({each.building for each in ways.stands}) > 1,
    )


def _places(grid: Grid, ways: Ways, option: Option) -> list[str]:
    if option.stand != ANYWHERE:
        return list(ways.stands[option.stand].places)
    stands = ways.takes[need_of(option, grid.requests[option.request])]
    return [place for each in sorted(stands) for place in ways.stands[each].places]


def working_problem(changed: Problem, standing: Standing, policy: Policy, *, narrow: bool) -> Problem:
    """The changed problem with what ``policy`` adds: musts, and where ``narrow`` pins, of unaffected meetings."""

    def bound(request: Request) -> Request:
        kept = policy is Policy.KEEP and request.id in standing.unaffected
        return replace(request, wish=Wish.MUST) if kept else request

    sessions = {each.id for each in standing.sessions}
    pins = tuple(each for each in changed.pins if each.activity not in sessions)
    if narrow:
        pinned = {each.activity for each in pins}
        still = (each for name, each in standing.unaffected.items() if name not in pinned)
        pins = (*pins, *(Pin(each.activity, each.start, each.place) for each in still))
    return replace(
        changed,
        sessions=standing.sessions,
        requests=tuple(bound(each) for each in changed.requests),
        pins=pins,
        published=(),
    )
