"""Who speaks at public sessions, as the world may know it."""

from collections.abc import Iterable

from contactdays.people.enums import OrganisationKind
from contactdays.people.models import Delegation
from contactdays.people.naming import name_of_delegation, role_of
from contactdays.programme.enums import Duty
from contactdays.programme.models import Attendance


def speakers_of(codes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """By the code of a session its speakers, in one query.

    A person who is listed by name, else the post or organisation; a company is not named for its people.
    """
    speaking = Attendance.objects.filter(session__code__in=tuple(codes), duty=Duty.SPEAKER).select_related(
        "session",
        "participant__person",
        "participant__delegation__post",
        "participant__delegation__organisation",
        "delegation__post",
        "delegation__organisation",
    )
    found: dict[str, dict[str, None]] = {}
    for each in speaking.order_by("pk"):
        if name := _name(each):
            found.setdefault(each.session.code, {})[name] = None
    return {code: tuple(names) for code, names in found.items()}


def _name(attendance: Attendance) -> str:
    participant = attendance.participant
    if participant is not None and participant.listed:
        return ", ".join(filter(None, (participant.person.name, role_of(participant))))
    return "" if _is_company(attendance.delegation) else name_of_delegation(attendance.delegation)


def _is_company(delegation: Delegation) -> bool:
    return delegation.organisation is not None and delegation.organisation.kind == OrganisationKind.COMPANY
