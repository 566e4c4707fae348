"""How a plan shares out the meetings: by what was asked, by post, by half-day."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from contactdays.bilaterals.models import Request
from contactdays.editions.models import Edition, MeetingWindow
from contactdays.planning.models import Placement, Plan
from contactdays.planning.slots import BoardSlot


@dataclass(frozen=True, slots=True)
class Group:
    """Requests that have ``key`` in common: ``asked``, and of these ``held``."""

    key: str
    held: int
    asked: int

    @property
    def not_held(self) -> int:
        return self.asked - self.held

    @property
    def share(self) -> float:
        """Held of asked, 0 to 1."""
        return self.held / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class RequestBalance:
    """Requests by five of their sides. A request counts once in each group that one of its two parties belongs to;
    an empty key gathers those whose organisation does not say."""

    priority: tuple[Group, ...]
    world_region: tuple[Group, ...]
    sector: tuple[Group, ...]
    kind: tuple[Group, ...]
    home_region: tuple[Group, ...]


def requests_balance(plan: Plan) -> RequestBalance:
    """How ``plan`` answers the requests of its edition: priority falling, everything else the most asked first."""
    held = set(Placement.objects.filter(plan=plan, meeting__isnull=False).values_list("meeting_id", flat=True))
    fields = ("post__region", "organisation__sector", "organisation__kind", "organisation__region")
    sides = [f"{party}__{field}" for field in fields for party in ("applicant", "invitee")]
    posts = ["applicant__post_id", "invitee__post_id"]
    rows = list(Request.objects.order_by("pk").values_list("meeting_id", "priority", *posts, *sides))
    return RequestBalance(
        priority=tuple(
            sorted(_groups((row[0] in held, {str(row[1])}) for row in rows), key=lambda each: -int(each.key))
        ),
        world_region=_groups((row[0] in held, set(filter(None, row[4:6]))) for row in rows),
        sector=_groups((row[0] in held, _of_organisations(row[2:4], row[6:8])) for row in rows),
        kind=_groups((row[0] in held, _of_organisations(row[2:4], row[8:10])) for row in rows),
        home_region=_groups((row[0] in held, _of_organisations(row[2:4], row[10:12])) for row in rows),
    )


def _of_organisations(posts: Iterable[int | None], values: Iterable[str | None]) -> set[str]:
    """The values of those of the two parties that are organisations, not posts."""
    return {value or "" for post, value in zip(posts, values, strict=True) if post is None}


def _groups(requests: Iterable[tuple[bool, set[str]]]) -> tuple[Group, ...]:
    asked: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for is_held, keys in requests:
        asked.update(keys)
        held.update(keys if is_held else ())
    groups = (Group(key, held[key], count) for key, count in asked.items())
    return tuple(sorted(groups, key=lambda each: (-each.asked, each.key)))


@dataclass(frozen=True, slots=True)
class HalfDay:
    """A window for meetings in local time. ``used`` of ``places`` × slots hold a meeting, ``blocked`` another thing."""

    start: datetime
    end: datetime
    used: int
    blocked: int
    places: int


def half_days(edition: Edition, windows: Iterable[MeetingWindow], slots: Iterable[BoardSlot]) -> tuple[HalfDay, ...]:
    """The use of meeting places by half-day; ``slots`` are those of a plan in the same ``windows``."""
    within: dict[datetime, list[BoardSlot]] = defaultdict(list)
    ordered = list(windows)
    for slot in slots:
        window = next(each for each in reversed(ordered) if each.start <= slot.start)
        within[window.start].append(slot)
    return tuple(_half_day(edition, window, within[window.start]) for window in ordered)


def _half_day(edition: Edition, window: MeetingWindow, slots: list[BoardSlot]) -> HalfDay:
    places = sum(slot.places for slot in slots)
    taken = places - sum(slot.free for slot in slots)
    used = sum(slot.meetings for slot in slots)
    return HalfDay(
        start=window.start.astimezone(edition.zone),
        end=window.end.astimezone(edition.zone),
        used=used,
        blocked=taken - used,
        places=places,
    )


def spread(values: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """How often each whole number from 0 to the greatest occurs among ``values``."""
    counted = Counter(values)
    return tuple((number, counted[number]) for number in range(max(counted, default=-1) + 1))
