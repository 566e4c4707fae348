"""One person's absence makes the whole delegation unavailable; so it must not undo what a colleague is expected at."""

import pytest

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.agendas.away import be_away
from contactdays.agendas.errors import AlreadyExpected
from contactdays.core.scope import edition_scope
from contactdays.people.enums import AvailabilityKind
from contactdays.people.models import Participant
from contactdays.people.services import let_sign_in
from contactdays.planning.services import open_draft, place_sessions, publish
from contactdays.planning.services.drafts import SessionTime
from contactdays.programme.models import Attendance
from tests.factories import at, make_participant, make_person, make_room, make_session, make_user, small_week


@pytest.fixture
def colleagues(db):
    """Two people of one organisation; only the second speaks, on Thursday from nine to ten, in the published plan."""
    week = small_week(published=False)
    edition = week.edition
    with edition_scope(edition):
        second = make_participant(week.acme, make_person(edition, "second"))
        talk = make_session(edition, "TALK")
        Attendance(edition=edition, session=talk, delegation=week.acme, participant=second, duty="speaker").save()
        room = make_room(edition, "SALON")
        place_sessions(edition, [SessionTime(talk, at(edition, 5, 9), at(edition, 5, 10), room)])
        publish(edition, actor=COMMAND_LINE)
        first = Participant.objects.get(code="ACME")
        user = make_user()
        let_sign_in(first, user, actor=COMMAND_LINE)
        yield edition, first, user


def test_nobody_is_away_while_a_colleague_is_expected(colleagues):
    edition, first, user = colleagues
    with pytest.raises(AlreadyExpected) as refusal:
        be_away(first, AvailabilityKind.UNAVAILABLE, at(edition, 5, 9, 30), at(edition, 5, 11), actor=user)
    assert refusal.value.data["codes"] == ("TALK",)


def test_what_one_may_add_never_stands_in_the_way_of_the_next_publication(colleagues):
    edition, first, user = colleagues
    be_away(first, AvailabilityKind.UNAVAILABLE, at(edition, 5, 10), at(edition, 5, 11), actor=user)
    open_draft(edition)
    assert publish(edition, actor=COMMAND_LINE).number == 2
