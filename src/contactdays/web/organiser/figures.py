"""Plans, the meetings they do not hold and how full the posts are, prepared line by line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from contactdays.editions.models import Edition
from contactdays.people.naming import name_of_delegation
from contactdays.planning.models import Plan
from contactdays.planning.queries import Fullness, PlanFigures, Unheld, plan_figures
from contactdays.web.organiser.reasons import reason_label

STARVING = 5  # fewer meetings than this, and a head of mission has come for little


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan of the list; ``number`` is None for the draft, ``published`` is local."""

    number: int | None
    published: datetime | None
    published_by: str
    current: bool
    figures: PlanFigures

    @property
    def not_held(self) -> int:
        return self.figures.asked - self.figures.held


@dataclass(frozen=True, slots=True)
class Cause:
    """Why meetings are not held, and how many."""

    code: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class UnheldRow:
    """A meeting that is not held."""

    first: str
    second: str
    priority: int
    must: bool
    label: str
    concerned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PostRow:
    """How full a post is: ``state`` is full, starving, none or empty."""

    name: str
    held: int
    cap: int
    asked: int
    state: str


@dataclass(frozen=True, slots=True)
class PostCounts:
    full: int
    starving: int
    none: int


def plan_row(each: Plan, edition: Edition, current: Plan | None) -> PlanRow:
    return PlanRow(
        number=each.number,
        published=each.published.astimezone(edition.zone) if each.published else None,
        published_by=each.published_by.name if each.published_by else "",
        current=current is not None and current.pk == each.pk,
        figures=plan_figures(each),
    )


def causes(unheld: list[Unheld]) -> tuple[Cause, ...]:
    """The reasons that occur, the most frequent first."""
    counted = Counter(each.reason for each in unheld)
    return tuple(Cause(code, reason_label(code), count) for code, count in counted.most_common())


def unheld_row(each: Unheld) -> UnheldRow:
    requests = list(each.meeting.requests.all())
    return UnheldRow(
        first=name_of_delegation(each.meeting.first),
        second=name_of_delegation(each.meeting.second),
        priority=max((request.priority for request in requests), default=0),
        must=any(request.wish == "must" for request in requests),
        label=reason_label(each.reason),
        concerned=tuple(name_of_delegation(delegation) for delegation in each.concerned),
    )


def post_row(fullness: Fullness) -> PostRow:
    name = name_of_delegation(fullness.delegation)
    return PostRow(name, fullness.held, fullness.cap, fullness.asked, _state(fullness))


def _state(fullness: Fullness) -> str:
    if fullness.held == 0:
        return "none"
    if fullness.held < STARVING:
        return "starving"
    return "full" if fullness.held >= fullness.cap else ""


def post_counts(posts: Iterable[PostRow]) -> PostCounts:
    states = Counter(post.state for post in posts)
    return PostCounts(states["full"], states["starving"], states["none"])
