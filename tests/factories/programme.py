from typing import Any

from contactdays.bilaterals.models import Meeting, Request
from contactdays.core.text import Text
from contactdays.editions.models import Edition
from contactdays.people.models import Delegation
from contactdays.programme.models import Attendance, Session


def make_session(edition: Edition, code: str = "OPEN", **more: Any) -> Session:
    title = Text({language: f"{code} {language}" for language in ("nl", "fr", "de", "en")})
    given: dict[str, Any] = {"kind": "plenary", "title": title, "short_title": title, "duration": 45}
    session = Session(edition=edition, code=code, **{**given, **more})
    session.save()
    return session


def attend(session: Session, *delegations: Delegation, duty: str = "must") -> None:
    for delegation in delegations:
        Attendance(edition=session.edition, session=session, delegation=delegation, duty=duty).save()


def make_request(applicant: Delegation, invitee: Delegation, **more: Any) -> Request:
    """A request with its meeting; a request the other way joins the same meeting."""
    first, second = sorted((applicant, invitee), key=lambda delegation: delegation.pk)
    edition = applicant.edition
    meeting = Meeting.objects.filter(first=first, second=second).first()
    if meeting is None:
        meeting = Meeting(
            edition=edition, code=f"M{Meeting.objects.count() + 1:04}", first=first, second=second, duration=15
        )
        meeting.save()
    given: dict[str, Any] = {"priority": 3, "purpose": "A bridge over the river", "wish": "want"}
    request = Request(
        edition=edition,
        code=f"R{Request.objects.count() + 1:04}",
        applicant=applicant,
        invitee=invitee,
        meeting=meeting,
        **{**given, **more},
    )
    request.save()
    return request
