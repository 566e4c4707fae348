"""The same problem files given to OR-tools' CP-SAT, modelled as is usual, beside this planner.

    python benchmarks/planner/peers.py [--seconds N] FILE ...

OR-tools is no dependency of this project: install `ortools` beside it to run this. Meetings that fill one slot
only. Where value comes first: one 0-1 variable a request and slot, greatest sum of weights. Where breaks do: all
held, and a 0-1 variable for every start of a block of meetings, fewest blocks. Values, bounds and breaks can be
compared; seconds only within one run.
"""

import argparse
import importlib
import importlib.util
import sys
import time
from collections import defaultdict
from typing import Any

from contactdays.planner import Aim, Infeasible, Participant, Problem, Request, Slot, Wish, read_problem, solve

WORKERS = 2


def free(problem: Problem, party: Participant, slot: Slot, end: int) -> bool:
    """Whether ``party`` can be met from the start of ``slot`` until ``end``."""
    present = any(each.start <= slot.start and end <= each.end for each in party.available)
    in_office = any(each.start <= slot.start and end <= each.end for each in party.in_office)
    busy = any(
        each.start < slot.end and slot.start < each.end for each in problem.sessions if party.id in each.attendees
    )
    return present and in_office and not busy


def starts(problem: Problem, request: Request, parties: dict[str, Participant]) -> list[int]:
    """Numbers of the slots in which ``request`` may be held."""
    pinned = {pin.start for pin in problem.pins if pin.activity == request.id} - {None}
    found = []
    for number, slot in enumerate(problem.slots):
        end, window = slot.start + request.duration, request.window
        within = window is None or (window.start <= slot.start and end <= window.end)
        together = all(free(problem, parties[each], slot, end) for each in request.participants)
        if within and together and end <= slot.end and (not pinned or slot.start in pinned):
            found.append(number)
    return found


class Usual:
    """The usual model, with what it needs to be read back."""

    def __init__(self, problem: Problem, module: Any) -> None:
        self.problem, self.model = problem, module.CpModel()
        parties = {each.id: each for each in problem.participants}
        self.held: dict[tuple[str, int], Any] = {}
        self.at: dict[tuple[str, int], list[Any]] = defaultdict(list)
        self.in_slot: dict[int, list[Any]] = defaultdict(list)
        for request in problem.requests:
            if request.wish is not Wish.NEVER:
                self._place(request, starts(problem, request, parties))
        self._limit()
        self.blocks: list[Any] = []
        if problem.objectives[0][0].aim is Aim.BREAKS:
            self._count_blocks()
        else:
            weights = {each.id: each.weight for each in problem.requests}
            self.model.maximize(sum(weights[name] * each for (name, _), each in self.held.items()))

    def _place(self, request: Request, where: list[int]) -> None:
        mine = []
        for number in where:
            var = self.model.new_bool_var("")
            self.held[request.id, number] = var
            mine.append(var)
            self.in_slot[number].append(var)
            for party in request.participants:
                self.at[party, number].append(var)
        if request.wish is Wish.MUST:
            self.model.add_exactly_one(mine)
        else:
            self.model.add_at_most_one(mine)

    def _limit(self) -> None:
        for together in self.at.values():
            self.model.add_at_most_one(together)
        for number, together in self.in_slot.items():
            slot = self.problem.slots[number]
            open_ = sum(
                place.meetings and any(each.start <= slot.start and slot.end <= each.end for each in place.open)
                for place in self.problem.places
            )
            self.model.add(sum(together) <= open_)
        for party in self.problem.participants:
            if party.cap is not None:
                mine = [each for (name, _), together in self.at.items() if name == party.id for each in together]
                self.model.add(sum(mine) <= party.cap)

    def _count_blocks(self) -> None:
        """A block starts where a slot is busy and the one before is not; blocks less one are breaks."""
        apart = self.problem.breaks_apart
        counts = []
        for party in self.problem.participants:
            busy = [sum(self.at.get((party.id, number), [0])) for number in range(len(self.problem.slots))]
            starts = [self.model.new_bool_var("") for _ in busy]
            for number, start in enumerate(starts):
                before = busy[number - 1] if number else 0
                self.model.add(start >= busy[number] - before)
                self.model.add(start <= busy[number])
                self.model.add(start <= 1 - before)
            if any(party.id in each.participants for each in self.problem.requests):
                counts.append(sum(starts) - 1)
        if apart is not None and counts:
            most = self.model.new_int_var(0, len(self.problem.slots), "")
            for each in counts:
                self.model.add(each <= most)
                self.model.add(each >= most - apart)
        self.model.minimize(sum(counts))


def peer(problem: Problem, seconds: float, module: Any) -> str:
    """Status, objective and bound of CP-SAT."""
    start = time.perf_counter()
    solver = module.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = WORKERS
    status = solver.solve(Usual(problem, module).model)
    known = solver.status_name(status) in ("OPTIMAL", "FEASIBLE")
    figures = f"{solver.objective_value:.0f}\t{solver.best_objective_bound:.0f}" if known else "-\t-"
    return f"{solver.status_name(status).lower()}\t{figures}\t{time.perf_counter() - start:.1f}"


def ours(problem: Problem) -> str:
    """Status, objective and bound of this planner."""
    start = time.perf_counter()
    try:
        result = solve(problem)
    except Infeasible:
        return f"infeasible\t-\t-\t{time.perf_counter() - start:.1f}"
    breaks = problem.objectives[0][0].aim is Aim.BREAKS
    figures = (result.breaks, result.breaks_bound) if breaks else (result.value, result.bound)
    status = "optimal" if result.proven else "feasible"
    return f"{status}\t{figures[0]}\t{figures[1]}\t{time.perf_counter() - start:.1f}"


def main() -> int:
    """Two lines a file; says so, and ends with 1, when OR-tools is not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("files", nargs="+", metavar="FILE")
    given = parser.parse_args()
    if importlib.util.find_spec("ortools") is None:
        print("OR-tools is not installed: nothing to compare with. Install ortools beside this project.")
        return 1
    cp_model = importlib.import_module("ortools.sat.python.cp_model")
    print("file\twho\tstatus\tobjective\tbound\tseconds")
    for name in given.files:
        problem = read_problem(name)
        print(f"{name}\tours\t{ours(problem)}", flush=True)
        print(f"{name}\tCP-SAT\t{peer(problem, given.seconds, cp_model)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
