"""The balance of the programme: kinds of session, compulsory or not, languages, and the governments that speak."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from contactdays.people.enums import HomeRegion, OrganisationKind
from contactdays.people.models import Organisation
from contactdays.planning.models import Placement, Plan
from contactdays.programme.enums import Duty
from contactdays.programme.models import Attendance

COMPULSORY, OPTIONAL, OPEN = "compulsory", "optional", "open"


@dataclass(frozen=True, slots=True)
class Share:
    """Sessions that have ``key`` in common, and their length together."""

    key: str
    sessions: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ProgrammeBalance:
    """A session counts once in its kind and its duty (``compulsory`` when somebody must come, ``optional`` when
    somebody may and nobody must, else ``open``), once in each language and once for each government that speaks."""

    kinds: tuple[Share, ...]
    duties: tuple[Share, ...]
    languages: tuple[Share, ...]
    governments: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    kind: str
    minutes: int
    languages: tuple[str, ...]
    duty: str
    governments: frozenset[str]


def programme_balance(plan: Plan) -> ProgrammeBalance:
    """The balance of the sessions that stand in ``plan``; the longest share first, governments in a fixed order."""
    held = _held(plan)
    governments = _shares(held, lambda each: each.governments)
    order = [HomeRegion.FEDERAL, HomeRegion.FLANDERS, HomeRegion.WALLONIA, HomeRegion.BRUSSELS]
    return ProgrammeBalance(
        kinds=_shares(held, lambda each: (each.kind,)),
        duties=_shares(held, lambda each: (each.duty,)),
        languages=_shares(held, lambda each: each.languages),
        governments=tuple(sorted(governments, key=lambda each: (each.key not in order, _place(order, each.key)))),
    )


def _place(order: list[HomeRegion], key: str) -> tuple[int, str]:
    return (order.index(HomeRegion(key)), "") if key in order else (0, key)


def _shares(held: Iterable[_Held], keys: Callable[[_Held], Iterable[str]]) -> tuple[Share, ...]:
    sessions: dict[str, int] = defaultdict(int)
    minutes: dict[str, int] = defaultdict(int)
    for each in held:
        for key in keys(each):
            sessions[key] += 1
            minutes[key] += each.minutes
    shares = (Share(key, sessions[key], minutes[key]) for key in sessions)
    return tuple(sorted(shares, key=lambda share: (-share.minutes, share.key)))


def _held(plan: Plan) -> list[_Held]:
    duties: dict[int, set[str]] = defaultdict(set)
    speaking: dict[int, set[str]] = defaultdict(set)
    for row in Attendance.objects.select_related("delegation__organisation"):
        duties[row.session_id].add(row.duty)
        if row.duty == Duty.SPEAKER and row.delegation.organisation is not None:
            speaking[row.session_id].update(_government(row.delegation.organisation))
    placements = Placement.objects.filter(plan=plan, session__isnull=False).select_related("session").order_by("pk")
    return [
        _Held(
            kind=placement.session.kind,
            minutes=int((placement.end - placement.start).total_seconds()) // 60,
            languages=tuple(dict.fromkeys(placement.session.languages)),
            duty=_duty(duties[placement.session_id]),
            governments=frozenset(speaking[placement.session_id]),
        )
        for placement in placements
        if placement.session is not None
    ]


def _duty(duties: set[str]) -> str:
    if Duty.MUST in duties:
        return COMPULSORY
    return OPTIONAL if Duty.MAY in duties else OPEN


def _government(organisation: Organisation) -> tuple[str, ...]:
    """Which government an organisation is: ``federal``, a region, or a community by its organisation's code."""
    if organisation.kind in (OrganisationKind.FEDERAL_CABINET, OrganisationKind.HEAD_OF_STATE):
        return (HomeRegion.FEDERAL.value,)
    if organisation.kind == OrganisationKind.REGIONAL_GOVERNMENT:
        return (organisation.region or organisation.code,)
    return (organisation.code,) if organisation.kind == OrganisationKind.COMMUNITY_GOVERNMENT else ()
