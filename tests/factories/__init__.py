"""Small, whole editions for tests. Everything is invented."""

from tests.factories.editions import make_edition, make_room, make_venue, make_window
from tests.factories.people import (
    make_organisation,
    make_organiser,
    make_participant,
    make_person,
    make_post,
    make_user,
)
from tests.factories.press import make_press_officer, make_release, make_text
from tests.factories.programme import attend, make_request, make_session
from tests.factories.weeks import at, place_meeting, place_session, small_week

__all__ = [
    "at",
    "attend",
    "make_edition",
    "make_organisation",
    "make_organiser",
    "make_participant",
    "make_person",
    "make_post",
    "make_press_officer",
    "make_release",
    "make_request",
    "make_room",
    "make_session",
    "make_text",
    "make_user",
    "make_venue",
    "make_window",
    "place_meeting",
    "place_session",
    "small_week",
]
