"""How one person's entries changed from plan to plan: sequence numbers and what was dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an activity stands in one plan, for one person. ``placement`` is the primary key of its placement."""

    start: datetime
    end: datetime
    room: int
    optional: bool = False
    placement: int = 0

    @property
    def seen(self) -> tuple[datetime, datetime, int, bool]:
        """What a reader sees; two standings that look the same are no change."""
        return self.start, self.end, self.room, self.optional


@dataclass(frozen=True, slots=True)
class Course:
    """An activity over the published plans: where it stands now (or last stood), and how often it changed."""

    last: Standing
    held: bool
    held_before: bool
    sequence: int


def course_of(standings: Sequence[Standing | None]) -> Course | None:
    """The course of one activity, given its standing in each published plan, oldest first; None if it never stood.

    The first standing has sequence 0; every later plan in which it moved, was dropped or came back adds one.
    """
    known = [standing for standing in standings if standing is not None]
    if not known:
        return None
    seen = [standing.seen if standing else None for standing in standings]
    first = next(number for number, look in enumerate(seen) if look is not None)
    changes = sum(seen[number] != seen[number - 1] for number in range(first + 1, len(seen)))
    held_before = len(standings) > 1 and standings[-2] is not None
    return Course(known[-1], standings[-1] is not None, held_before, changes)


def courses(plans: Sequence[Mapping[str, Standing]]) -> dict[str, Course]:
    """The course of every activity that ever stood, by activity; ``plans`` are oldest first."""
    activities = dict.fromkeys(activity for plan in plans for activity in plan)
    found = {activity: course_of([plan.get(activity) for plan in plans]) for activity in activities}
    return {activity: course for activity, course in found.items() if course is not None}


def without_clashes(optional: Mapping[str, Standing], held: Mapping[str, Standing]) -> dict[str, Standing]:
    """Those of the ``optional`` activities for which a person is free beside what is ``held``."""
    return {
        activity: standing
        for activity, standing in optional.items()
        if not any(standing.start < other.end and other.start < standing.end for other in held.values())
    }
