import pytest

from contactdays.accounts import policy
from contactdays.accounts.actors import COMMAND_LINE, NOBODY
from contactdays.accounts.errors import NotAllowed
from contactdays.audit.models import Entry
from contactdays.core.scope import edition_scope
from tests.factories import make_edition, make_organiser, make_user


def test_what_nobody_registered_is_refused_even_to_the_command_line():
    assert not policy.can(COMMAND_LINE, "unheard.of")
    with pytest.raises(NotAllowed):
        policy.require(NOBODY, "unheard.of")


def test_an_action_is_registered_once():
    with pytest.raises(ValueError, match="registered already"):
        policy.register("planning.publish", lambda actor, thing: True)


def test_an_organiser_publishes_in_their_own_edition_only(edition):
    organiser = make_organiser(edition)
    assert policy.can(organiser, "planning.publish", edition)
    other = make_edition("elsewhere")
    with edition_scope(other):
        assert not policy.can(organiser, "planning.publish", other)


def test_a_user_without_a_role_or_no_longer_active_may_nothing(edition):
    organiser = make_organiser(edition)
    organiser.is_active = False
    assert not policy.can(organiser, "planning.publish", edition)
    assert not policy.can(make_user(), "planning.publish", edition)


def test_granting_a_role_is_recorded_once(edition):
    make_organiser(edition)
    assert [(entry.action, entry.actor_name, entry.after) for entry in Entry.objects.all()] == [
        ("role.granted", "command line", {"role": "organiser"})
    ]
