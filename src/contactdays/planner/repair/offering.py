"""From columns to an option that can be offered."""

from collections.abc import Sequence
from dataclasses import replace

from contactdays.planner.check.objectives import breaks, room_moves
from contactdays.planner.check.week import lay_out
from contactdays.planner.search.linear.highs import Limits
from contactdays.planner.search.selection.goals import Goal
from contactdays.planner.values import Assignment, Plan, Problem, RepairOption, Spared

from .board import Board
from .comparing import differences
from .placing import places_of
from .seats import seats_after
from .smoothing import smoothed
from .wanted import cost_of


class Offers:
    """Makes options of choices on one board, beside the plan ``before``."""

    def __init__(self, changed: Problem, before: Plan, board: Board, limits: Limits) -> None:
        self.changed = changed
        self.before = before
        self.board = board
        self.limits = limits
        self.seats = seats_after(changed, board.grid.problem.sessions, before, limits)

    def option(
        self, spares: Spared, chosen: tuple[int, ...], goals: Sequence[Goal], bound: int, *, proven: bool
    ) -> RepairOption:
        """The option that ``chosen`` is once breaks are smoothed and places found; ``bound`` on its value."""
        return self.of_plan(spares, self._plan(smoothed(self.board, chosen, goals)), bound, proven=proven)

    def of_plan(self, spares: Spared, plan: Plan, bound: int, *, proven: bool) -> RepairOption:
        """The option that ``plan`` is."""
        at = {each.activity: each.start for each in plan.assignments}
        unaffected = self.board.unaffected.items()
        gone = [number for number, was in unaffected if at.get(was.activity) != was.start]
        cost = cost_of(self.board, senior=spares is Spared.SENIORITY)
        return RepairOption(
            spares=spares,
            plan=plan,
            differences=differences(self.before, plan),
            value=plan.value,
            bound=max(bound, plan.value),
            disturbance=sum(cost(each) for each in gone),
            disturbed=tuple(self.board.unaffected[each].activity for each in gone),
            breaks=plan.breaks or 0,
            proven=proven,
        )

    def _plan(self, chosen: tuple[int, ...]) -> Plan:
        grid = self.board.grid
        places = places_of(self.board, chosen, self.limits)
        options = [self.board.option(column) for column in chosen]
        requests = [grid.requests[each.request] for each in options]
        meetings = [
            Assignment(request.id, each.start, each.end, places[each.request], request.participants)
            for each, request in zip(options, requests, strict=True)
        ]
        sessions = [
            Assignment(each.id, each.start, each.end, each.place, each.attendees) for each in grid.problem.sessions
        ]
        value = sum(each.weight for each in requests)
        bare = Plan((*sessions, *meetings), value, seats=self.seats)
        week = lay_out(self.changed, bare)
        return replace(bare, breaks=breaks(week), room_moves=room_moves(week))
