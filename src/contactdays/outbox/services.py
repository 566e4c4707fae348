"""The one way to put messages into the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from contactdays.core import clock
from contactdays.core.scope import EditionLike
from contactdays.outbox.models import Message


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be told to one person. ``key`` makes the Message-ID: the same key is never sent twice."""

    key: str
    recipient: str
    address: str
    language: str
    template: str
    values: dict[str, str] = field(default_factory=dict)


def post(letters: Sequence[Letter], *, edition: EditionLike) -> list[Message]:
    """Put ``letters`` into the outbox, in the transaction of what causes them."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a message belongs in the transaction of what causes it")
    created = clock.now()
    rows = [
        Message(
            edition_id=edition.pk,
            created=created,
            recipient=letter.recipient,
            address=letter.address,
            language=letter.language,
            template=letter.template,
            values=letter.values,
            message_id=f"<{letter.key}@contactdays.invalid>",
        )
        for letter in letters
    ]
    return Message.objects.bulk_create(rows)
