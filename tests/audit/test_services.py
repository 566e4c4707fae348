import pytest
from django.db import transaction

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.audit.models import Entry
from contactdays.audit.services import record, request_id
from contactdays.core import clock
from tests.factories import make_user
from tests.factories.weeks import PUBLISHED_AT


def test_an_entry_says_who_what_before_after_and_when(edition):
    user = make_user()
    with transaction.atomic(), clock.at(PUBLISHED_AT), request_id("r1"):
        record("tested", "thing 1", edition=edition, actor=user, before={"a": 1}, after={"a": 2}, on_behalf_of="An")
    entry = Entry.objects.values().get()
    del entry["id"]
    assert entry == {
        "edition_id": edition.pk,
        "at": PUBLISHED_AT,
        "actor_id": user.pk,
        "actor_name": "Some Body",
        "on_behalf_of": "An",
        "action": "tested",
        "subject": "thing 1",
        "before": {"a": 1},
        "after": {"a": 2},
        "request_id": "r1",
    }


def test_entries_of_one_command_share_an_id_of_their_own(edition):
    for _ in range(2):
        with request_id():
            for number in range(2):
                record("tested", f"thing {number}", edition=edition, actor=COMMAND_LINE)
    ids = [entry.request_id for entry in Entry.objects.all()]
    assert ids[0] == ids[1] != ids[2] == ids[3]


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused():
    with pytest.raises(RuntimeError, match="transaction"):
        record("tested", "thing", edition=None, actor=COMMAND_LINE)
