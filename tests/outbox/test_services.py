import pytest
from django.db import DatabaseError, transaction

from contactdays.core import clock
from contactdays.outbox.models import Message
from contactdays.outbox.services import Letter, post
from tests.factories.weeks import PUBLISHED_AT

LETTER = Letter("plan-1-nbo", "An Nbo", "nbo@post.example", "nl", "agenda-ready", {"plan": "1"})


def test_a_letter_waits_in_the_outbox(edition):
    with clock.at(PUBLISHED_AT):
        post([LETTER], edition=edition)
    message = Message.objects.get()
    assert (message.recipient, message.message_id, message.created, message.sent) == (
        "An Nbo",
        "<plan-1-nbo@contactdays.invalid>",
        PUBLISHED_AT,
        None,
    )


def test_the_same_letter_is_not_posted_twice(edition):
    post([LETTER], edition=edition)
    with pytest.raises(DatabaseError), transaction.atomic():
        post([LETTER], edition=edition)


def test_a_sent_message_never_changes(edition):
    post([LETTER], edition=edition)
    Message.objects.update(sent=PUBLISHED_AT)
    for change in (lambda: Message.objects.update(recipient="Another"), lambda: Message.objects.all().delete()):
        with pytest.raises(DatabaseError, match="refused by"), transaction.atomic():
            change()
    assert Message.objects.get().recipient == "An Nbo"
