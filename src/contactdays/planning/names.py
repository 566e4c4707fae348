"""How sessions and meetings are called towards the planner, in audits and in calendars."""

from contactdays.planning.models import Placement


def session_id(code: str) -> str:
    return f"session:{code}"


def meeting_id(code: str) -> str:
    return f"meeting:{code}"


def activity_of(placement: Placement) -> str:
    """The activity a placement holds; its session or meeting must have been selected along."""
    if placement.session is not None:
        return session_id(placement.session.code)
    if placement.meeting is not None:
        return meeting_id(placement.meeting.code)
    raise TypeError("a placement holds a session or a meeting")
