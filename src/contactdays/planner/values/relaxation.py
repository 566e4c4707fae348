"""What would have to give way for a request to be held, and what that costs."""

from dataclasses import dataclass
from enum import StrEnum


class Remedy(StrEnum):
    """One thing that is granted or given up.

    ``drop``: the meeting ``activity`` is not held. ``move``: it is held at ``start`` instead. ``extend``:
    ``participant`` is available from ``start`` to ``end`` too. ``fill_post``: its post is filled then. ``release``:
    it leaves the session ``activity``. ``raise_cap``, ``raise_cap_per_day``: it may have one meeting more (on the day
    that starts at ``start``). ``add_place``: one more place from ``start`` to ``end`` in the building ``place``.
    ``widen_window``: the request may be held from ``start`` to ``end``. ``allow``: it may be held at all.
    """

    DROP = "drop"
    MOVE = "move"
    EXTEND = "extend"
    FILL_POST = "fill_post"
    RELEASE = "release"
    RAISE_CAP = "raise_cap"
    RAISE_CAP_PER_DAY = "raise_cap_per_day"
    ADD_PLACE = "add_place"
    WIDEN_WINDOW = "widen_window"
    ALLOW = "allow"


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One remedy, and what it is about; times are minutes since the problem's origin."""

    remedy: Remedy
    participant: str | None = None
    activity: str | None = None
    place: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Relaxation:
    """All ``steps`` together let the request be held from ``start`` at ``place``.

    ``place`` None: at a place that is added, or at any that the plan then leaves. ``loss``: the weights of what is
    dropped less that of the request, so below nought when the plan gains. ``least``: no plan that holds the request
    and keeps the problem as it is loses less; None where that was not looked into.
    """

    steps: tuple[Step, ...]
    loss: int
    start: int
    place: str | None = None
    least: int | None = None
