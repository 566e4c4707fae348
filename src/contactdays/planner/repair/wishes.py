"""The requests after a change."""

from dataclasses import replace

from contactdays.planner.values import Change, Infeasible, Interval, Problem, Request, Wish


def requests_after(
    problem: Problem, change: Change, settled: frozenset[str], off: frozenset[str]
) -> tuple[Request, ...]:
    """Old and new ones: what is ``off`` is never held, and what is not ``settled`` not before all that is."""
    gone = set(change.withdrawn)
    first = min((each.start for each in problem.slots), default=0)
    last = max((each.end for each in problem.slots), default=0)
    found = []
    for each in (*problem.requests, *change.new_requests):
        request = replace(each, after=tuple(name for name in each.after if name not in gone))
        if each.id in off:
            request = replace(request, wish=Wish.NEVER)
        elif each.id not in settled and each.wish is not Wish.NEVER and first < change.settled_until:
            request = _still_to_come(request, change.settled_until, last)
        found.append(request)
    return tuple(found)


def _still_to_come(request: Request, start: int, last: int) -> Request:
    window = Interval(start, last) if start < last else None
    if request.window is not None:
        later, end = max(start, request.window.start), request.window.end
        window = Interval(later, end) if later < end else None
    if window is not None:
        return replace(request, window=window)
    if request.wish is Wish.MUST:
        raise Infeasible(("outside_window", "missing_must"), (request.id,))
    return replace(request, wish=Wish.NEVER)
