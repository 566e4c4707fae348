"""When participants and places are lost."""

from collections import defaultdict

from contactdays.planner.values import Change, Plan, Problem

FOREVER = 1 << 40

Lost = dict[str, list[tuple[int, int]]]


def absences_of(plan: Plan, change: Change) -> Lost:
    """The stretches in which each participant cannot be anywhere, those with any only."""
    held = {each.activity: each for each in plan.assignments}
    lost: Lost = defaultdict(list)
    for absence in change.absences:
        lost[absence.participant].append(_stretch(absence.start, absence.end, change.now))
    for each in change.no_shows:
        if each.activity is None:
            lost[each.participant].append(_stretch(each.start, None, change.now))
        else:
            lost[each.participant].append((held[each.activity].start, held[each.activity].end))
    return dict(lost)


def closures_of(problem: Problem, change: Change) -> Lost:
    """The stretches in which each place cannot be used, its parts with it."""
    whole = {each.id: each.part_of for each in problem.places}
    lost: Lost = defaultdict(list)
    for place in whole:
        above: str | None = place
        while above is not None:
            closures = [each for each in change.closures if each.place == above]
            lost[place] += [_stretch(each.start, each.end, change.now) for each in closures]
            above = whole[above]
    return {place: stretches for place, stretches in lost.items() if stretches}


def _stretch(start: int | None, end: int | None, now: int) -> tuple[int, int]:
    return now if start is None else start, FOREVER if end is None else end
